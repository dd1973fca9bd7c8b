import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { keepFile } from '#kernel/files/store.ts'
import { inTransaction } from '#kernel/database/transaction.ts'
import type { FolderPlan, FolderState, ImportPlan } from '../../src/capabilities/ledgers/contract.ts'
import { importFolderJob } from '../../src/capabilities/ledgers/jobs/import.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { systemActor } from '#kernel/occasion.ts'
import { isRefusal } from '#kernel/problem.ts'
import { asked, bureau, court } from '../registers/court.ts'

const samples = new URL('../samples/2024/', import.meta.url)
const operator = systemActor(court, 'clerk', '书记员', ['ledgers.import', 'ledgers.read'])

test('a statement of the bank that comes alone is known as one, asks for no columns, and goes in', async (t) => {
  const platform = await bureau(t)
  const fileName = readdirSync(samples).find((name) => /^03.*流水/.test(name))
  assert.ok(fileName)
  const bytes = readFileSync(new URL(encodeURIComponent(fileName), samples))
  const fileId = await inTransaction(platform, operator, (tx) => keepFile(tx, bytes, 'x/y'))
  const give = async (command: string, input: object) => {
    const reply = await execute(platform, operator, { command, input })
    if (isRefusal(reply)) throw new Error(JSON.stringify(reply.problem))
    return reply.answer
  }
  const importId = String((await give('ledgers.open-import', { fileId, fileName }))?.['importId'])
  const plan = await asked<ImportPlan>(platform, 'ledgers.plan', { importId })
  assert.deepEqual([plan.whole, plan.sheets], ['银行流水', []])
  const importIds = [importId]
  const { files } = await asked<FolderPlan>(platform, 'ledgers.folder-plan', { importIds })
  assert.deepEqual(
    files[0]?.sheets.map(({ kind, unread }) => [kind, unread]),
    [['bank-statement', null]],
  )
  await give('ledgers.import-folder', { importIds })
  await importFolderJob.run(platform, court, { importIds })
  const after = await asked<FolderState>(platform, 'ledgers.folder-state', { importIds })
  assert.ok((after.files[0]?.accepted ?? 0) > 0)
})

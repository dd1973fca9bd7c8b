import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, test } from 'node:test'
import { importFile, type SheetOutcome } from '#capabilities/ledgers'
import { inTransaction } from '#kernel/database/transaction.ts'
import { systemActor } from '#kernel/occasion.ts'
import { testPlatform, type TestPlatform } from '#kernel/testing/platform.ts'
import { rooms } from '../../src/app/rooms.ts'
import { balancesOn } from '../../src/capabilities/funds/ledger/balances.ts'

const court = '川1123'
const officer = systemActor(court, 'officer', '案款专员', ['ledgers.import'])
const samples = new URL('../samples/2024/', import.meta.url)
const truth = JSON.parse(readFileSync(new URL('truth.json', samples), 'utf8')) as {
  readonly bank: {
    readonly lines: number
    readonly openingFen: number
    readonly closingFen: number
    readonly dayEndFen: Readonly<Record<string, number>>
  }
}
let platform: TestPlatform

before(async (t) => {
  platform = await testPlatform(t as never, rooms, { court, now: '2025-01-07T02:00:00Z' })
})

const bring = async (fileName: string, bytes: Uint8Array = readFileSync(new URL(fileName, samples))) => {
  const outcome = await importFile(platform, officer, { fileName, bytes })
  if ('code' in outcome) return { problem: outcome, sheet: undefined }
  const [sheet] = outcome
  return { problem: undefined, sheet: sheet as SheetOutcome }
}
const held = (day: string) =>
  inTransaction(platform, officer, async (tx) => {
    const bank = (await balancesOn(tx, day)).find(({ kind }) => kind === 'bank')
    return -(bank?.fen ?? 0n)
  })
const count = (sql: string) =>
  inTransaction(platform, officer, async ({ client }) => {
    const { rows } = await client.query<{ n: number }>(sql)
    return rows[0]?.n
  })

test('the statement of a year comes in once, and every day ends with what the bank says', async () => {
  const { sheet } = await bring('03-银行流水-2024.csv')
  assert.equal(sheet?.kind, 'bank-statement')
  assert.equal(sheet.counts.created, truth.bank.lines)
  for (const [day, fen] of Object.entries(truth.bank.dayEndFen)) assert.equal(await held(day), BigInt(fen), day)
  assert.equal(await held('2024-01-01'), BigInt(truth.bank.openingFen))
  assert.equal(await held('2024-12-31'), BigInt(truth.bank.closingFen))
})

test('the same lines again, in this format or another, add nothing', async () => {
  const entries = await count('select count(*)::int as n from funds_entry')
  for (const file of ['03-银行流水-2024.csv', '03-银行流水-2024年9月.xlsx']) {
    const { sheet } = await bring(file)
    assert.equal(sheet?.counts.created, 0, file)
    assert.ok((sheet?.counts.same ?? 0) > 0, file)
  }
  assert.equal(await count('select count(*)::int as n from funds_entry'), entries)
  assert.equal(await count('select count(*)::int as n from funds_bank_account'), 1)
})

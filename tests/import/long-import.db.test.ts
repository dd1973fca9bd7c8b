import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { tableSheet } from '#kernel/sheets/table-sheet.ts'
import type { ImportState } from '../../src/capabilities/ledgers/contract.ts'
import { importJob } from '../../src/capabilities/ledgers/jobs/import.ts'
import { plain01 } from './changed-ledger.ts'
import { answer, court, emptyCourt, give, openDraft, refusal, rowsOf, sample, stateOf, type Desk } from './court.ts'

/** The cases of ledger 01 several times over, under other numbers. */
async function longLedger(times: number): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { heads, rows } = await plain01()
  const many = Array.from({ length: times }, (_, time) =>
    rows.map((cells, i) =>
      cells.map((cell, at) => (at === 1 ? `（2024）川1123执${time * rows.length + i + 1}号` : cell)),
    ),
  ).flat()
  const bytes = await tableSheet({ name: '台账', columns: heads.map((title) => ({ title })), rows: many })
  return { fileName: '首次执行台账.xlsx', bytes }
}

const stateNow = (desk: Desk, importId: string) => answer<ImportState>(desk, 'ledgers.import-state', { importId })
const casesNow = async (desk: Desk) =>
  (await rowsOf<{ count: number }>(desk, 'select count(*)::int as count from cases_case'))[0]?.count

test('a short file is taken in by the call itself, once', async (t) => {
  const desk = await emptyCourt(t)
  const importId = await openDraft(desk, sample('02-恢复执行案件台账.xlsx'))
  const { answer: said } = await give(desk, 'ledgers.import', { importId })
  assert.equal(said?.['asJob'], false)
  const done = await stateNow(desk, importId)
  assert.equal(done.state, 'done')
  assert.equal(done.sheets[0]?.counts.created, 121)
  const problem = await refusal(desk, 'ledgers.import', { importId })
  assert.equal(problem.type, '/problems/ledgers/not-a-draft')
})

test('a long file waits for a worker, says how far it is, and is not taken in twice', async (t) => {
  const desk = await emptyCourt(t)
  const importId = await openDraft(desk, await longLedger(2))
  assert.equal((await give(desk, 'ledgers.import', { importId })).answer?.['asJob'], true)
  const jobs = await rowsOf<{ kind: string; payload: unknown }>(desk, 'select kind, payload from kernel_job')
  assert.deepEqual(jobs, [{ kind: 'ledgers.import', payload: { importId } }])
  assert.deepEqual([(await stateNow(desk, importId)).state, await casesNow(desk)], ['waiting', 0])
  await Promise.all([
    importJob.run(desk.platform, court, { importId }),
    importJob.run(desk.platform, court, { importId }),
  ])
  const done = await stateNow(desk, importId)
  assert.equal(done.state, 'done')
  assert.deepEqual([done.rowsDone, done.rowsTotal], [2383, 2383])
  assert.equal(await casesNow(desk), 2382)
  const [batches] = await rowsOf<{ count: number }>(desk, 'select count(*)::int as count from ledgers_batch')
  assert.equal(batches?.count, 1)
})

test('a process killed in the middle of an import leaves nothing, and whoever takes the job next finishes it', async (t) => {
  const desk = await emptyCourt(t)
  const importId = await openDraft(desk, await longLedger(4))
  await give(desk, 'ledgers.import', { importId })
  const before = await stateOf(desk)
  const run = fileURLToPath(new URL('killed/run.ts', import.meta.url))
  const child = spawn(process.execPath, [run, desk.url, desk.dataDir, desk.key.toString('hex'), importId], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit')
  await rowsComing(desk, importId)
  child.kill('SIGKILL')
  await ended
  await connectionsGone(desk)
  assert.equal((await stateNow(desk, importId)).state, 'running')
  assert.deepEqual(await stateOf(desk), before)
  await importJob.run(desk.platform, court, { importId })
  assert.equal((await stateNow(desk, importId)).state, 'done')
  assert.equal(await casesNow(desk), 4 * 1191)
})

/** Until the other process has said that rows are on their way in. */
async function rowsComing(desk: Desk, importId: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const { rowsDone, state } = await stateNow(desk, importId)
    assert.notEqual(state, 'done', 'the import ended before it could be killed')
    if (rowsDone > 0) return
    await sleep(20)
  }
  assert.fail('no rows came')
}

/** The server notices a dead client when it next speaks to it. */
async function connectionsGone(desk: Desk): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const open = await rowsOf<{ count: number }>(
      desk,
      "select count(*)::int as count from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())",
    )
    if (open[0]?.count === 0) return
    await sleep(50)
  }
  assert.fail('the killed process still holds its lock')
}

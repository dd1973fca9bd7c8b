import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Counts } from '../../src/capabilities/ledgers/contract.ts'
import { emptyCourt, importNow, importSample, rowsOf, sample, stateOf, truth } from './court.ts'

const ledgers = [
  ['01-首次执行案件台账.xlsx', 1197, 1191, 6, 7, 'first-enforcement'],
  ['02-恢复执行案件台账.xlsx', 124, 121, 3, 0, 'resumed-enforcement'],
  ['02-财产保全执行台账.xlsx', 166, 163, 3, 0, 'preservation'],
  ['02-执行异议案件台账.xlsx', 28, 26, 2, 0, 'objection'],
  ['13-全市对比指标.xlsx', 15, 13, 2, 0, 'benchmarks'],
] as const

test('every row of the sample ledgers is accounted for, and each accepted one is a record', async (t) => {
  const desk = await emptyCourt(t)
  for (const [name, rowsRead, accepted, ignored, warnings, kind] of ledgers) {
    const outcome = await importSample(desk, name)
    assert.equal(outcome.kind, kind)
    const { counts } = outcome
    assert.equal(counts.rowsRead, counts.accepted + counts.setAside + counts.ignored)
    const expected: Partial<Counts> = {
      rowsRead,
      accepted,
      ignored,
      warnings,
      setAside: 0,
      created: accepted,
      changed: 0,
    }
    assert.deepEqual({ ...counts, ...expected }, counts, name)
  }
  const [cases] = await rowsOf<{ count: number; claim: string; clocks: number; facts: number }>(
    desk,
    `select count(*)::int as count, sum(claim_fen)::text as claim,
            (select count(*)::int from indicators_case_fact) as facts from cases_case`,
  )
  assert.equal(cases?.count, 1191 + 121 + 163 + 26)
  assert.equal(cases?.facts, cases?.count)
  const sums = truth<{ files: Record<string, { sheets: Record<string, { sumsFen: Record<string, number> }> }> }>(
    'truth.json',
  )
  const [first] = await rowsOf<{ claim: string; recovered: string }>(
    desk,
    "select sum(claim_fen)::text as claim, sum(recovered_fen)::text as recovered from cases_case where type_code = '执'",
  )
  const expected = sums.files['01-首次执行案件台账.xlsx']?.sheets['首执台账']?.sumsFen
  assert.deepEqual(first, { claim: String(expected?.['claim']), recovered: String(expected?.['recovered']) })
})

test('each row of the problem sheet is refused or warned of as its truth says, and the good ones go in', async (t) => {
  const desk = await emptyCourt(t)
  await importSample(desk, '01-首次执行案件台账.xlsx')
  const outcome = await importSample(desk, '01b-问题样表.xlsx')
  const { items } = truth<{ items: { row: number; code: string; severity: string; column: string }[] }>(
    '01b-truth.json',
  )
  const found = outcome.problems.map(({ row, code, severity, column }) => ({ row, code, severity, column }))
  const byRow = (a: { row: number | null }, b: { row: number | null }) => (a.row ?? 0) - (b.row ?? 0)
  assert.deepEqual(
    found.toSorted(byRow),
    items.map(({ row, code, severity, column }) => ({ row, code, severity, column })).toSorted(byRow),
  )
  assert.deepEqual([outcome.counts.setAside, outcome.counts.warnings, outcome.counts.created], [46, 14, 14])
  const kept = await rowsOf<{ status: string; count: number }>(
    desk,
    'select status, count(*)::int as count from ledgers_row where batch_id = $1 group by status order by status',
    [outcome.batchId],
  )
  assert.deepEqual(kept, [
    { status: 'accepted', count: 14 },
    { status: 'set-aside', count: 46 },
  ])
})

test('the same file again changes nothing and names the batch it equals', async (t) => {
  const desk = await emptyCourt(t)
  for (const [name] of ledgers) await importSample(desk, name)
  const before = await stateOf(desk)
  for (const [position, [name, , accepted]] of ledgers.entries()) {
    const again = await importSample(desk, name)
    assert.equal(again.sameAs, position + 1, name)
    assert.equal(again.batchId, null)
    assert.deepEqual(
      [again.counts.created, again.counts.changed, again.counts.conflicts, again.counts.same],
      [0, 0, 0, accepted],
      name,
    )
  }
  assert.deepEqual(await stateOf(desk), before)
})

test('two imports of the same file at the same moment make every record once', async (t) => {
  const desk = await emptyCourt(t)
  const file = sample('02-恢复执行案件台账.xlsx')
  const both = (await Promise.all([importNow(desk, file), importNow(desk, file)])).flat()
  assert.deepEqual(
    both.map(({ counts }) => counts.created).toSorted((a, b) => a - b),
    [0, 121],
  )
  const [count] = await rowsOf<{ count: number }>(desk, 'select count(*)::int as count from cases_case')
  assert.equal(count?.count, 121)
})

test('a batch is numbered, journalled as one entry and hashed over its rows', async (t) => {
  const desk = await emptyCourt(t)
  const first = await importSample(desk, '02-恢复执行案件台账.xlsx')
  const second = await importSample(desk, '13-全市对比指标.xlsx')
  assert.deepEqual([first.number, second.number], [1, 2])
  const entries = await rowsOf<{ type: string; stream: string }>(
    desk,
    'select type, stream from kernel_journal order by seq',
  )
  assert.deepEqual(entries, [
    { type: 'ledgers.batch-applied', stream: `batch:${first.batchId}` },
    { type: 'ledgers.batch-applied', stream: `batch:${second.batchId}` },
  ])
  const hashes = await rowsOf<{ rows_hash: string; seq: string }>(
    desk,
    'select rows_hash, seq from ledgers_batch order by number',
  )
  assert.match(hashes[0]?.rows_hash ?? '', /^[0-9a-f]{64}$/)
  assert.deepEqual(
    hashes.map(({ seq }) => seq),
    ['1', '2'],
  )
})

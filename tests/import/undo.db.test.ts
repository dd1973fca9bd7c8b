import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changed01 } from './changed-ledger.ts'
import { emptyCourt, give, importNow, importSample, refusal, rowsOf, stateOf } from './court.ts'

test('a batch that is taken back leaves every table as it was, people and parties it brought included', async (t) => {
  const desk = await emptyCourt(t)
  const empty = await stateOf(desk)
  const { batchId } = await importSample(desk, '01-首次执行案件台账.xlsx')
  assert.notDeepEqual(await stateOf(desk), empty)
  await give(desk, 'ledgers.undo-batch', { batchId })
  assert.deepEqual(await stateOf(desk), empty)
  const facts = await rowsOf<{ type: string }>(desk, 'select type from kernel_journal order by seq')
  assert.deepEqual(
    facts.map(({ type }) => type),
    ['ledgers.batch-applied', 'ledgers.batch-undone'],
  )
})

test('a batch that changed records gives them back to the letter', async (t) => {
  const desk = await emptyCourt(t)
  await importSample(desk, '01-首次执行案件台账.xlsx')
  const before = await stateOf(desk)
  const [changed] = await importNow(desk, await changed01())
  assert.ok((changed?.counts.changed ?? 0) >= 4)
  assert.notDeepEqual(await stateOf(desk), before)
  await give(desk, 'ledgers.undo-batch', { batchId: changed?.batchId })
  assert.deepEqual(await stateOf(desk), before)
})

test('batches taken back in turn leave an empty court, number series included', async (t) => {
  const desk = await emptyCourt(t)
  const empty = await stateOf(desk)
  const first = await importSample(desk, '02-恢复执行案件台账.xlsx')
  const second = await importSample(desk, '02-财产保全执行台账.xlsx')
  const third = await importSample(desk, '13-全市对比指标.xlsx')
  for (const { batchId } of [third, second, first]) await give(desk, 'ledgers.undo-batch', { batchId })
  assert.deepEqual(await stateOf(desk), empty)
})

test('a batch on whose records somebody has acted stays, and the refusal says how many and which', async (t) => {
  const desk = await emptyCourt(t)
  const { batchId } = await importSample(desk, '01-首次执行案件台账.xlsx')
  const [one] = await rowsOf<{ case_id: string; case_number: string }>(
    desk,
    'select case_id, case_number from cases_case where closed_on is null order by case_number limit 1',
  )
  await give(desk, 'cases.record-event', {
    caseId: one?.case_id,
    kind: 'notice-served',
    occurredOn: '2025-01-03',
  })
  const before = await stateOf(desk)
  const problem = await refusal(desk, 'ledgers.undo-batch', { batchId })
  assert.equal(problem.type, '/problems/ledgers/built-upon')
  assert.equal(problem.parameters?.['count'], 1)
  assert.ok(problem.detail.zh.includes(one?.case_number ?? '?'))
  assert.deepEqual(await stateOf(desk), before)
})

test('a batch whose people or parties a later one uses stays until that one is taken back', async (t) => {
  const desk = await emptyCourt(t)
  const first = await importSample(desk, '01-首次执行案件台账.xlsx')
  const second = await importSample(desk, '02-恢复执行案件台账.xlsx')
  const problem = await refusal(desk, 'ledgers.undo-batch', { batchId: first.batchId })
  assert.equal(problem.type, '/problems/ledgers/built-upon')
  await give(desk, 'ledgers.undo-batch', { batchId: second.batchId })
  await give(desk, 'ledgers.undo-batch', { batchId: first.batchId })
  const again = await refusal(desk, 'ledgers.undo-batch', { batchId: first.batchId })
  assert.equal(again.type, '/problems/ledgers/already-undone')
})

test('a ledger that was taken back can be imported again', async (t) => {
  const desk = await emptyCourt(t)
  const first = await importSample(desk, '02-恢复执行案件台账.xlsx')
  await give(desk, 'ledgers.undo-batch', { batchId: first.batchId })
  const again = await importSample(desk, '02-恢复执行案件台账.xlsx')
  assert.equal(again.counts.created, 121)
  assert.equal(again.number, 2)
})

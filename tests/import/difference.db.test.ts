import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BatchRecords, Preview } from '../../src/capabilities/ledgers/contract.ts'
import { changed01 } from './changed-ledger.ts'
import { answer, emptyCourt, give, importNow, importSample, openDraft, rowsOf, stateOf } from './court.ts'

type Change = BatchRecords['rows'][number]
const inWords = ({ name, changes }: Change) =>
  `${name} ${changes.map(({ title, after }) => `${title}→${after}`).join(' ')}`

test('a changed ledger changes exactly the fields that were changed', async (t) => {
  const desk = await emptyCourt(t)
  await importSample(desk, '01-首次执行案件台账.xlsx')
  const [outcome] = await importNow(desk, await changed01())
  assert.deepEqual(
    [outcome?.counts.created, outcome?.counts.changed, outcome?.counts.same, outcome?.counts.conflicts],
    [0, 4, 1187, 0],
  )
  const { rows } = await answer<BatchRecords>(desk, 'ledgers.batch-records', {
    batchId: outcome?.batchId,
    change: 'changed',
  })
  assert.deepEqual(rows.map(inWords).toSorted(), [
    '（2024）川1123执11号 承办人→墨某新',
    '（2024）川1123执12号 申请执行标的额→123,456.78',
    '（2024）川1123执13号 所在乡镇→孝姑镇',
    '（2024）川1123执14号 被执行人联系电话→169…1111',
  ])
})

test('what a person typed since is not overwritten by a ledger but shown as a conflict', async (t) => {
  const desk = await emptyCourt(t)
  await importSample(desk, '01-首次执行案件台账.xlsx')
  const [one] = await rowsOf<{
    case_id: string
    claim_fen: string
    waived_fen: string
    unenforceable_fen: string
    recovered_fen: string
  }>(
    desk,
    "select case_id, claim_fen, waived_fen, unenforceable_fen, recovered_fen from cases_case where case_number = '（2024）川1123执12号'",
  )
  await give(desk, 'cases.change-claim', {
    caseId: one?.case_id,
    claimFen: '9900000',
    waivedFen: one?.waived_fen,
    unenforceableFen: one?.unenforceable_fen,
    recoveredFen: one?.recovered_fen,
    reason: '裁定变更',
  })
  const [outcome] = await importNow(desk, await changed01())
  assert.deepEqual([outcome?.counts.changed, outcome?.counts.conflicts], [3, 1])
  const [now] = await rowsOf<{ claim_fen: string }>(desk, 'select claim_fen from cases_case where case_id = $1', [
    one?.case_id,
  ])
  assert.equal(now?.claim_fen, '9900000')
  const { rows } = await answer<BatchRecords>(desk, 'ledgers.batch-records', {
    batchId: outcome?.batchId,
    change: 'conflict',
  })
  assert.deepEqual(
    rows.map(({ name, conflicts }) => [name, conflicts.map(({ title, before, after }) => [title, before, after])]),
    [['（2024）川1123执12号', [['申请执行标的额', '99,000.00', '123,456.78']]]],
  )
})

test('a trial of an import says what it would do and writes nothing at all', async (t) => {
  const desk = await emptyCourt(t)
  await importSample(desk, '01-首次执行案件台账.xlsx')
  const importId = await openDraft(desk, await changed01())
  const everything =
    'select count(*)::int as count from ledgers_batch union all select count(*)::int from ledgers_record union all select count(*)::int from kernel_journal'
  const [before, rows] = [await stateOf(desk), await rowsOf(desk, everything)]
  const trial = await answer<Preview>(desk, 'ledgers.preview', { importId, sheet: '首执台账' })
  assert.deepEqual([trial.counts.created, trial.counts.changed, trial.counts.same], [0, 4, 1187])
  assert.equal(trial.differences.length, 4)
  assert.deepEqual(
    trial.changedFields.map(({ count }) => count),
    [1, 1, 1, 1],
  )
  assert.deepEqual(await stateOf(desk), before)
  assert.deepEqual(await rowsOf(desk, everything), rows)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Download } from '#kernel/query.ts'
import type { BatchHead, Preview, WaitingRows } from '../../src/capabilities/ledgers/contract.ts'
import {
  answer,
  emptyCourt,
  give,
  importNow,
  importSample,
  openDraft,
  refusal,
  rowsOf,
  sample,
  stateOf,
  truth,
  type Desk,
} from './court.ts'

const items = truth<{ items: { row: number; code: string }[] }>('01b-truth.json').items
const rowsWith = (code: string) => items.filter((item) => item.code === code).map(({ row }) => row)

async function withProblems(desk: Desk): Promise<string> {
  await importSample(desk, '01-首次执行案件台账.xlsx')
  const { batchId } = await importSample(desk, '01b-问题样表.xlsx')
  return batchId ?? ''
}

const waiting = (desk: Desk, batchId: string) => answer<WaitingRows>(desk, 'ledgers.waiting-rows', { batchId })

test('waiting rows show each wrong cell as the file has it, with what is wrong', async (t) => {
  const desk = await emptyCourt(t)
  const { rows } = await waiting(desk, await withProblems(desk))
  assert.equal(rows.length, 46)
  for (const { row, problems, cells } of rows) {
    assert.equal(items.find((item) => item.row === row)?.code, problems[0]?.code)
    for (const { field } of problems) assert.ok(field === null || cells[field], `row ${row} ${field}`)
  }
})

test('a corrected row is judged among the file’s others and comes in with a batch of its own', async (t) => {
  const desk = await emptyCourt(t)
  const batchId = await withProblems(desk)
  const [row = 0] = rowsWith('E_FILING_DATE_MISSING')
  const before = await stateOf(desk)
  const { answer: said } = await give(desk, 'ledgers.correct-rows', {
    batchId,
    corrections: [{ row, fields: { filedOn: '2024-05-06' } }],
  })
  assert.deepEqual(said?.['rows'], [row])
  assert.equal((await waiting(desk, batchId)).rows.length, 45)
  const head = await answer<BatchHead>(desk, 'ledgers.batch', { batchId: said?.['newBatchId'] })
  assert.deepEqual([head.number, head.corrects, head.created], [3, 2, 1])
  await give(desk, 'ledgers.undo-batch', { batchId: said?.['newBatchId'] })
  assert.equal((await waiting(desk, batchId)).rows.length, 46)
  assert.deepEqual(await stateOf(desk), before)
})

test('a row that is still wrong is refused with what remains, and nothing changes', async (t) => {
  const desk = await emptyCourt(t)
  const batchId = await withProblems(desk)
  const [row = 0] = rowsWith('E_FILING_DATE_MISSING')
  const before = await stateOf(desk)
  const problem = await refusal(desk, 'ledgers.correct-rows', {
    batchId,
    corrections: [{ row, fields: { filedOn: '2024-02-30' } }],
  })
  assert.equal(problem.type, '/problems/ledgers/nothing-corrected')
  assert.equal(problem.pointers?.[0]?.pointer, `/corrections/${row}/filedOn`)
  assert.deepEqual(await stateOf(desk), before)
  const good = items.find(({ code }) => code.startsWith('W_'))?.row ?? 0
  const absent = await refusal(desk, 'ledgers.correct-rows', { batchId, corrections: [{ row: good, fields: {} }] })
  assert.equal(absent.type, '/problems/ledgers/no-such-row')
})

test('a row that is dropped waits no longer, and the reason is kept', async (t) => {
  const desk = await emptyCourt(t)
  const batchId = await withProblems(desk)
  const [row = 0] = rowsWith('E_COURT_CODE')
  await give(desk, 'ledgers.drop-row', { batchId, row, reason: '他院案件' })
  assert.equal((await waiting(desk, batchId)).rows.length, 45)
  const kept = await rowsOf(desk, 'select status, reason from ledgers_row where batch_id = $1 and row = $2', [
    batchId,
    row,
  ])
  assert.deepEqual(kept, [{ status: 'dropped', reason: '他院案件' }])
  assert.equal((await refusal(desk, 'ledgers.drop-row', { batchId, row, reason: '他院案件' })).status, 404)
})

test('the sheet of problems, brought back as it is, is refused for the same reasons', async (t) => {
  const desk = await emptyCourt(t)
  const batchId = await withProblems(desk)
  const sheet = await answer<Download>(desk, 'ledgers.problem-sheet', { batchId })
  const [again] = await importNow(desk, { fileName: sheet.fileName, bytes: sheet.bytes })
  assert.deepEqual([again?.counts.accepted, again?.counts.setAside], [0, 46])
  const codes = (rows: readonly { code: string }[]) => rows.map(({ code }) => code).toSorted()
  const errors = items.filter(({ code }) => code.startsWith('E_'))
  assert.deepEqual(codes(again?.problems ?? []), codes(errors))
})

test('cells typed into a draft are kept sealed, change the trial, and go in with the import', async (t) => {
  const desk = await emptyCourt(t)
  await importSample(desk, '01-首次执行案件台账.xlsx')
  const importId = await openDraft(desk, sample('01b-问题样表.xlsx'))
  const look = (view: string) =>
    answer<Preview>(desk, 'ledgers.preview', { importId, sheet: '补报', view, context: false })
  assert.equal((await look('bad')).views.bad + (await look('twice')).views.twice, 46)
  const [row = 0] = rowsWith('E_FILING_DATE_MISSING')
  await give(desk, 'ledgers.prepare-import', {
    importId,
    sheet: '补报',
    cells: [{ row, field: 'filedOn', text: '2024-05-06' }],
  })
  const fixed = (await look('fixed')).rows.find((one) => one.row === row)
  assert.deepEqual(fixed?.cells['filedOn'], { text: '2024-05-06', original: '', typed: true })
  const [kept] = await rowsOf<{ corrections: string }>(desk, 'select corrections from ledgers_import')
  assert.doesNotMatch(kept?.corrections ?? '', /2024/)
  await give(desk, 'ledgers.import', { importId })
  const [batch] = await rowsOf<{ counts: { setAside: number; created: number } }>(
    desk,
    'select counts from ledgers_batch where number = 2',
  )
  assert.deepEqual([batch?.counts.setAside, batch?.counts.created], [45, 15])
})

test('a heading that a person matched is known the next time', async (t) => {
  const desk = await emptyCourt(t)
  const csv = (n: number) =>
    Buffer.from(
      `编码,立案日期,案由,申请人,对方,金额,甲\n（2024）川1123执${n}号,2024-03-05,合同纠纷,汀安,渚柏,100,绮国紫\n`,
    )
  const importId = await openDraft(desk, { fileName: '首次执行2024.csv', bytes: csv(1) })
  const sheet = '首次执行2024'
  const fields = { 编码: 'caseNumber', 申请人: 'applicants', 对方: 'debtors', 金额: 'claim', 甲: 'handler' }
  await give(desk, 'ledgers.prepare-import', {
    importId,
    sheet,
    choice: { kind: 'first-enforcement', headRow: 1, fields },
  })
  await give(desk, 'ledgers.import', { importId })
  const kept = await rowsOf<{ heading: string; field: string }>(
    desk,
    'select heading, field from ledgers_heading order by field',
  )
  assert.deepEqual(Object.fromEntries(kept.map(({ heading, field }) => [heading, field])), fields)
  const next = await openDraft(desk, { fileName: '首次执行2024.csv', bytes: csv(2) })
  const plan = await answer<{ sheets: { columns: { heading: string; field: string | null; by: string }[] }[] }>(
    desk,
    'ledgers.plan',
    { importId: next },
  )
  const matched = plan.sheets[0]?.columns.filter(({ by }) => by === 'person').map(({ heading }) => heading)
  assert.deepEqual(matched?.toSorted(), Object.keys(fields).toSorted())
})

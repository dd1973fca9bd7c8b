import assert from 'node:assert/strict'
import { test } from 'node:test'
import { label } from '#kernel/values/labels.ts'
import { layout, type Layout, type LedgerRecord } from './layout.ts'
import { readLedger } from './read-ledger.ts'
import { wordingOf } from './wording.ts'

const same: readonly (readonly [string, string])[] = [
  ['送拘时间', '送拘日期'],
  ['解除事由', '解除原因'],
  ['配合部门', '配合单位'],
  ['申请人身份证号码', '申请人证件号'],
  ['送达执行通知书日期', '执行通知书送达时间'],
  ['结案率%', '结案率'],
  ['实际到位数额', '到位金额'],
  ['是否解决', '有无化解'],
]
for (const [one, other] of same)
  test(`“${one}” says what “${other}” says`, () => assert.equal(wordingOf(one), wordingOf(other)))

test('what differs in the thing stays apart', () => {
  for (const [one, other] of [
    ['送拘日期', '拘传日期'],
    ['申请执行人', '被执行人'],
    ['罚款金额', '已缴金额'],
    ['案号', '原执行案号'],
    ['到案时刻', '拘传时间'],
  ])
    assert.notEqual(wordingOf(one ?? ''), wordingOf(other ?? ''))
})

const loans = layout({
  kind: 'loans',
  title: label('借阅台账', 'Loans'),
  hints: ['借阅'],
  key: 'number',
  columns: [
    { field: 'number', title: '案号', type: 'case-number', required: true, synonyms: ['编号', '案件编号'] },
    { field: 'lentOn', title: '借出日期', type: 'date', required: true },
    { field: 'backOn', title: '归还日期', type: 'date' },
    { field: 'deposit', title: '押金金额', type: 'money', required: true },
    { field: 'kept', title: '扣留金额', type: 'money', emptyIsZero: true },
  ],
})

async function read(lines: readonly string[], ledger: Layout<LedgerRecord> = loans) {
  const bytes = Buffer.from(lines.join('\n'))
  const found = await readLedger(
    { fileName: '借阅.csv', bytes },
    { layouts: [ledger], today: Temporal.PlainDate.from('2025-01-06') },
  )
  assert.ok('sheets' in found)
  const [sheet] = found.sheets
  assert.ok(sheet)
  const rows = await Array.fromAsync(sheet.rows())
  return rows.flatMap((row) => (row.status === 'accepted' ? [row.record] : []))
}

test('other words in another order with a column between are the same ledger, and 编号 with running numbers names no case', async () => {
  const records = await read([
    '编号,案件编号,归还时间,架号,押金数额,借出时间',
    '1,（2024）川1123执1号,2024-03-09,甲一,100,2024-03-05',
    '2,（2024）川1123执2号,,甲二,120.5,2024-03-06',
    '3,（2024）川1123执3号,2024-03-11,甲三,80,2024-03-07',
  ])
  assert.deepEqual(
    records.map(({ number, lentOn, backOn, deposit }) => [number, lentOn, backOn, deposit]),
    [
      ['（2024）川1123执1号', '2024-03-05', '2024-03-09', 10_000n],
      ['（2024）川1123执2号', '2024-03-06', null, 12_050n],
      ['（2024）川1123执3号', '2024-03-07', '2024-03-11', 8_000n],
    ],
  )
})

test('万元 over one column is not 万元 over its neighbour, unless the neighbour’s cells say so', async () => {
  const head = '案号,借出日期,押金金额（万元）,扣留金额'
  const yuan = await read([head, '（2024）川1123执1号,2024-03-05,1.25,12000', '（2024）川1123执2号,2024-03-05,3,50'])
  assert.deepEqual(
    yuan.map(({ deposit, kept }) => [deposit, kept]),
    [
      [1_250_000n, 1_200_000n],
      [3_000_000n, 5_000n],
    ],
  )
  const ten = await read([head, '（2024）川1123执1号,2024-03-05,1.25,0.8055', '（2024）川1123执2号,2024-03-05,3,1.2'])
  assert.deepEqual(
    ten.map(({ kept }) => kept),
    [805_500n, 1_200_000n],
  )
})

const visits = layout({
  kind: 'visits',
  title: label('走访台账', 'Visits'),
  hints: ['走访'],
  key: 'number',
  caseTypes: ['执保'],
  columns: [
    { field: 'number', title: '案号', type: 'case-number', required: true, synonyms: ['案件编号', '执行案号'] },
    { field: 'linked', title: '关联案号', type: 'case-number', synonyms: ['执行案号'] },
    { field: 'day', title: '走访日期', type: 'date', required: true, synonyms: ['走访时间（日期）'] },
    { field: 'hour', title: '走访时间', type: 'text' },
  ],
})

test('two columns of numbers are told apart by the cases in them, and a heading with its bracket from one without', async () => {
  const lines = [
    '执行案号,走访时间（日期）,走访时间,案件编号',
    '（2024）川1199执1号,2024-03-05,9:30,（2024）川1199执保1号',
    '（2024）川1199执2号,2024-03-06,15:00,（2024）川1199执保2号',
  ]
  const [first] = await read(lines, visits)
  assert.deepEqual(first, {
    number: '（2024）川1199执保1号',
    linked: '（2024）川1199执1号',
    day: '2024-03-05',
    hour: '9:30',
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as xlsx from '@e965/xlsx'
import iconv from 'iconv-lite'
import { importFile } from '#capabilities/ledgers'
import { plain01 } from './changed-ledger.ts'
import { clerk, emptyCourt, importNow, importSample, refusal, rowsOf, sample, stateOf, type Desk } from './court.ts'
import { inTransaction } from '#kernel/database/transaction.ts'
import { keepFile } from '#kernel/files/store.ts'

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const csvOf = (rows: readonly (readonly string[])[]) => rows.map((cells) => cells.map(quoted).join(',')).join('\r\n')

test('the same ledger as GB18030 text, UTF-8 with a mark, tab-separated or .xls gives the same cases', async (t) => {
  const desk = await emptyCourt(t)
  await importSample(desk, '01-首次执行案件台账.xlsx')
  const { heads, rows } = await plain01()
  const table: string[][] = [[...heads], ...rows.slice(0, 200)]
  const csv = csvOf(table)
  const book = xlsx.utils.book_new(xlsx.utils.aoa_to_sheet(table), '首执台账')
  const files = [
    { fileName: '首次执行台账2024.csv', bytes: iconv.encode(csv, 'gb18030') },
    { fileName: '首次执行台账2024.csv', bytes: Buffer.from(`\uFEFF${csv}`) },
    {
      fileName: '首次执行台账2024.xls',
      bytes: Buffer.from(table.map((cells) => cells.map(quoted).join('\t')).join('\n')),
    },
    { fileName: '首次执行台账2024.xls', bytes: xlsx.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer },
  ]
  const before = await stateOf(desk)
  for (const file of files) {
    const [outcome] = await importNow(desk, file)
    const { accepted, setAside, created, changed, same } = outcome?.counts ?? {}
    assert.deepEqual(
      { accepted, setAside, created, changed, same },
      { accepted: 200, setAside: 0, created: 0, changed: 0, same: 200 },
    )
  }
  assert.deepEqual(await stateOf(desk), before)
})

test('rows of another court are refused one by one, and those of this court go in', async (t) => {
  const desk = await emptyCourt(t)
  const line = (number: string) => `${number},2024-03-05,合同纠纷,汀安,渚柏,100,绮国紫`
  const csv = [
    '案号,立案日期,案由,申请执行人,被执行人,申请执行标的额,承办人',
    line('（2024）川1124执1号'),
    line('（2024）川1123执2号'),
  ].join('\n')
  const [outcome] = await importNow(desk, { fileName: '首次执行2024.csv', bytes: Buffer.from(csv) })
  assert.deepEqual([outcome?.counts.created, outcome?.counts.setAside], [1, 1])
  assert.deepEqual(
    outcome?.problems.map(({ row, code }) => [row, code]),
    [[2, 'E_COURT_CODE']],
  )
})

const encrypted = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(600),
  Buffer.from('EncryptedPackage', 'utf16le'),
  Buffer.alloc(600),
])
const damaged = sample('02-恢复执行案件台账.xlsx').bytes.subarray(0, 9_000)
const wrong = [
  ['a picture', '首次执行.xlsx', Buffer.from('\u0089PNG\r\n\u001a\n0000', 'latin1')],
  ['an encrypted workbook', '首次执行.xlsx', encrypted],
  ['a workbook cut short', '首次执行.xlsx', damaged],
  ['an empty file', '首次执行.csv', Buffer.alloc(0)],
] as const

for (const [what, fileName, bytes] of wrong) {
  test(`${what} is refused as a whole in a sentence that says what to do, and nothing is kept`, async (t) => {
    const desk = await emptyCourt(t)
    const before = await stateOf(desk)
    const outcome = await importFile(desk.platform, clerk, { fileName, bytes }, {})
    assert.ok('code' in outcome)
    assert.match(outcome.detailZh, /请/)
    const problem = await refusal(desk, 'ledgers.open-import', { fileId: await kept(desk, bytes), fileName })
    assert.equal(problem.status, 422)
    assert.match(problem.detail.zh, /请/)
    assert.deepEqual(await stateOf(desk), before)
    assert.deepEqual(await rowsOf(desk, 'select from ledgers_batch'), [])
  })
}

const kept = (desk: Desk, bytes: Uint8Array) =>
  inTransaction(desk.platform, clerk, (tx) => keepFile(tx, Buffer.from(bytes), 'x/y'))

test('a file that was never uploaded is not opened', async (t) => {
  const desk = await emptyCourt(t)
  const problem = await refusal(desk, 'ledgers.open-import', { fileId: 'a'.repeat(64), fileName: 'x.xlsx' })
  assert.equal(problem.status, 404)
})

test('a sheet that lacks a required column is not imported, and the column is named', async (t) => {
  const desk = await emptyCourt(t)
  const { heads, rows } = await plain01()
  const at = heads.indexOf('立案日期')
  const without = (cells: readonly string[]) => cells.filter((_, i) => i !== at)
  const csv = csvOf([without(heads), ...rows.slice(0, 20).map(without)])
  const [outcome] = await importNow(
    desk,
    { fileName: '首次执行2024.csv', bytes: Buffer.from(csv) },
    { as: 'first-enforcement' },
  )
  assert.equal(outcome?.batchId, null)
  assert.ok(outcome?.problems.some(({ code, column }) => code === 'E_COLUMN_MISSING' && column === '立案日期'))
  const [count] = await rowsOf<{ count: number }>(desk, 'select count(*)::int as count from cases_case')
  assert.equal(count?.count, 0)
})

const withHidden = (): Buffer => {
  const heads = ['案号', '立案日期', '案由', '申请执行人', '被执行人', '申请执行标的额', '承办人']
  const line = (serial: number) => [
    `（2024）川1123执${serial}号`,
    '2024-03-05',
    '合同纠纷',
    '汀安',
    '渚柏',
    '100',
    '绮国紫',
  ]
  const book = xlsx.utils.book_new(xlsx.utils.aoa_to_sheet([heads, line(1), line(2)]), '首执台账')
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([heads, line(2), line(3)]), '旧表')
  xlsx.utils.book_set_sheet_visibility(book, '旧表', 1)
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}

test('a hidden sheet is left out and named; it is read when a person asks for it', async (t) => {
  const desk = await emptyCourt(t)
  const file = { fileName: '首次执行台账2024.xlsx', bytes: withHidden() }
  const [shown, hidden] = await importNow(desk, file)
  assert.deepEqual([shown?.counts.created, shown?.counts.setAside], [2, 0])
  assert.deepEqual([hidden?.counts.rowsRead, hidden?.counts.ignored, hidden?.batchId], [3, 3, null])
  assert.deepEqual(
    hidden?.problems.map(({ code, severity }) => [code, severity]),
    [['W_SHEET_HIDDEN', 'warning']],
  )
  assert.match(hidden?.problems[0]?.message ?? '', /“旧表”是隐藏的.*3行/)
  const choices = new Map([['旧表', { read: true }]])
  const [twice, asked] = await importNow(desk, file, { choices })
  assert.deepEqual([asked?.counts.created, asked?.counts.setAside, twice?.counts.setAside], [1, 1, 1])
})

test('a round ended too early is shown under the column that says when it ended', async (t) => {
  const desk = await emptyCourt(t)
  const heads = '案号,立案日期,结案日期,结案方式,案由,申请执行人,被执行人,申请执行标的额,承办人'
  const row = '（2024）川1123执1号,2024-03-05,2024-03-20,终结本次执行程序,合同纠纷,汀安,渚柏,100,绮国紫'
  const early = async (csv: string) => {
    const [outcome] = await importNow(desk, { fileName: '首次执行2024.csv', bytes: Buffer.from(csv) })
    return outcome?.problems.find(({ code }) => code === 'W_ZB_TOO_EARLY')?.column
  }
  assert.equal(await early(`${heads}\n${row}`), '结案日期')
  assert.equal(await early(`${heads},终本日期\n${row},2024-03-20`), '终本日期')
})

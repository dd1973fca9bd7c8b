import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { label } from '#kernel/values/labels.ts'
import { cellText } from './raw.ts'
import type { RecordRow } from './row.ts'
import { layout } from './layout.ts'
import { problemSheet } from './problem-sheet.ts'
import { readLedger } from './read-ledger.ts'
import { openBook } from './sheets.ts'
import { tableSheet, tableStream, type Table } from '#kernel/sheets/table-sheet.ts'

const today = Temporal.PlainDate.from('2025-01-06')
const loans = layout({
  kind: 'loans',
  title: label('借阅台账', 'Loans'),
  hints: ['借阅'],
  key: 'number',
  columns: [
    { field: 'number', title: '编号', type: 'text', required: true },
    { field: 'reader', title: '借阅人', type: 'list', names: true, required: true },
    { field: 'lentOn', title: '借出日期', type: 'date', required: true },
    { field: 'deposit', title: '押金', type: 'money', emptyIsZero: true },
  ],
})

async function read(fileName: string, bytes: Uint8Array) {
  const reading = await readLedger({ fileName, bytes }, { layouts: [loans], today })
  assert.ok('sheets' in reading)
  const [sheet] = reading.sheets
  assert.ok(sheet)
  const rows: RecordRow[] = []
  for await (const row of sheet.rows()) if (row.status !== 'ignored') rows.push(row)
  return { sheet, rows }
}

const ledger = [
  '2024年借阅台账',
  '基本信息,,借阅,',
  '编号,借阅人,借出日期,押金（元）',
  'A1,汀安,2024-03-05,10',
  'A2,,2024-02-30,10',
  'A3,=汀安,2024-03-05,约5元',
].join('\n')

test('the problem sheet brings bad rows back as they were, and mended it is read like the ledger it came from', async () => {
  const first = await read('2024年借阅台账.csv', Buffer.from(ledger))
  const bad = first.rows.filter(({ status }) => status === 'setAside')
  assert.deepEqual(
    bad.map(({ rowNumber }) => rowNumber),
    [5, 6],
  )
  const bytes = await problemSheet(first.sheet.plan, bad)
  const again = await read('问题.xlsx', bytes)
  assert.deepEqual(again.sheet.plan.period, first.sheet.plan.period)
  assert.deepEqual(
    again.sheet.plan.columns.map(({ field }) => field),
    ['number', 'reader', 'lentOn', 'deposit', null],
  )
  assert.deepEqual(
    again.rows.map(({ problems }) => problems.map(({ code }) => code)),
    bad.map(({ problems }) => problems.map(({ code }) => code)),
  )
  assert.deepEqual(
    again.rows.map(({ extra }) => extra),
    [{}, {}],
  )
  const cells = again.rows.map(({ cells: row }) => cellText(row.at(-1) ?? null))
  assert.match(cells[0] ?? '', /原第5行：.*借出日期/s)
})

test('a table is written with its heads, amounts to the fen and days as days', async () => {
  const table: Table = {
    name: '收支',
    columns: [
      { title: '案号' },
      { title: '金额', kind: 'money' },
      { title: '日期', kind: 'date' },
      { title: '件数', kind: 'integer' },
    ],
    rows: [
      ['（2024）川1199执1号', 12_345_678_901n, Temporal.PlainDate.from('2024-03-05'), 3],
      [null, -5n, null, 0],
    ],
  }
  for (const bytes of [await tableSheet(table), Buffer.concat(await Array.fromAsync(tableStream(table)))]) {
    const book = await openBook({ fileName: '收支.xlsx', bytes })
    assert.ok('sheets' in book)
    const rows = await Array.fromAsync(book.sheets[0]?.rows() ?? [])
    assert.deepEqual(rows[0]?.cells, ['案号', '金额', '日期', '件数'])
    assert.deepEqual(rows[1]?.cells, ['（2024）川1199执1号', 123456789.01, { kind: 'date', text: '2024-03-05' }, 3])
    assert.deepEqual(rows[2]?.cells, [null, -0.05, null, 0])
  }
})

test('no text that leaves in a sheet can be run as a formula, and plain signs stay as they are', async () => {
  const dangerous = fc.tuple(
    fc.constantFrom('=', '+', '-', '@', '\t'),
    fc.string({ unit: fc.constantFrom(...'cmd|/A1!("x'), minLength: 1 }),
  )
  await fc.assert(
    fc.asyncProperty(dangerous, async ([sign, tail]) => {
      const rest = `c${tail}`
      const bytes = await tableSheet({ name: '表', columns: [{ title: '列' }], rows: [[sign + rest]] })
      const book = await openBook({ fileName: '表.xlsx', bytes })
      assert.ok('sheets' in book)
      const rows = await Array.fromAsync(book.sheets[0]?.rows() ?? [])
      assert.match(cellText(rows[1]?.cells[0] ?? null), /^'/)
    }),
    { numRuns: 30 },
  )
  const plain = ['-', '——', '-5', '+1,234.50', '（2024）川1199执1号']
  const bytes = await tableSheet({ name: '表', columns: [{ title: '列' }], rows: plain.map((text) => [text]) })
  const book = await openBook({ fileName: '表.xlsx', bytes })
  assert.ok('sheets' in book)
  const rows = await Array.fromAsync(book.sheets[0]?.rows() ?? [])
  assert.deepEqual(
    rows.slice(1).map(({ cells }) => cells[0]),
    plain,
  )
})

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { LedgerRecord, RecordRow, Register, SheetReading } from '#capabilities/ledgers'
import { readLedger } from '#capabilities/ledgers'
import { benchmarks } from '../../src/capabilities/indicators/ledgers/benchmarks.ts'
import { caseLedgers, firstEnforcement } from '../../src/capabilities/cases/ledgers/index.ts'

const samples = new URL('../samples/2024/', import.meta.url)
const today = Temporal.PlainDate.from('2025-01-06')
const layouts = [...caseLedgers, benchmarks]

/** Fields of the truth files under the names this room gives them. */
const fieldOf: Readonly<Record<string, string>> = {
  seq: 'position',
  no: 'caseNumber',
  receivedDate: 'receivedOn',
  filingDate: 'filedOn',
  basisDocNo: 'basisNumber',
  unenf: 'withoutProperty',
  lastReceiptDate: 'lastReceiptOn',
  judge: 'handler',
  queryDate: 'queriedOn',
  noticeDate: 'noticeServedOn',
  reportDate: 'reportOrderServedOn',
  limitDate: 'consumptionLimitedOn',
  listDate: 'dishonestListedOn',
  closedDate: 'closedOn',
  manner: 'closingManner',
  terminateReason: 'terminationReason',
  zbDate: 'roundTerminatedOn',
  sensitive: 'sensitivities',
}

/** Our value in the words of the truth files: '' for nothing, fen as numbers, 是 and 否. */
function truthValue(value: unknown, expected: unknown): unknown {
  if (value === null || value === undefined) return ''
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  // The truth writes "no certificate" as one empty entry; a cell without entries gives none.
  if (Array.isArray(value) && value.length === 0 && JSON.stringify(expected) === '[""]') return ['']
  return value
}

async function read(fileName: string, register?: Register): Promise<SheetReading> {
  const input = { fileName, path: fileURLToPath(new URL(fileName, samples)) }
  const reading = await readLedger(input, { layouts, today, ...(register ? { register } : {}) })
  assert.ok('sheets' in reading)
  const [sheet] = reading.sheets
  assert.ok(sheet)
  return sheet
}

async function recordsOf(sheet: SheetReading): Promise<Map<number, RecordRow>> {
  const rows = new Map<number, RecordRow>()
  for await (const row of sheet.rows()) if (row.status !== 'ignored') rows.set(row.rowNumber, row)
  return rows
}

const json = async (name: string): Promise<unknown> => JSON.parse(await readFile(new URL(name, samples), 'utf8'))
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const at = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined)

test('every row and every cell of ledger 01 is read as its truth says', async () => {
  const rows = await recordsOf(await read('01-首次执行案件台账.xlsx'))
  const lines = (await readFile(new URL('truth-cases.ndjson', samples), 'utf8')).trim().split('\n')
  assert.equal(rows.size, lines.length)
  for (const line of lines) {
    const { row, sheet: _sheet, ...truth } = JSON.parse(line) as Record<string, unknown>
    const record: LedgerRecord = rows.get(Number(row))?.record ?? {}
    for (const [name, expected] of Object.entries(truth)) {
      const value = truthValue(record[fieldOf[name] ?? name], expected)
      assert.deepEqual(value, expected, `row ${row} ${name}`)
    }
  }
})

const ledgers = [
  ['01-首次执行案件台账', 1197, 1191, 6, 7],
  ['02-恢复执行案件台账', 124, 121, 3, 0],
  ['02-财产保全执行台账', 166, 163, 3, 0],
  ['02-执行异议案件台账', 28, 26, 2, 0],
  ['13-全市对比指标', 15, 13, 2, 0],
] as const

for (const [name, rowsRead, accepted, ignored, warnings] of ledgers) {
  test(`${name}: every row is accounted for and none is refused`, async () => {
    const sheet = await read(`${name}.xlsx`)
    await recordsOf(sheet)
    const { problems, ...counts } = sheet.summary()
    assert.deepEqual(
      { ...counts, kind: '' },
      { file: `${name}.xlsx`, sheet: sheet.plan.sheet, kind: '', rowsRead, accepted, setAside: 0, ignored, warnings },
    )
    assert.equal(problems.length, warnings)
  })

  test(`${name}: every cell that is not plain is repaired as import-truth.json says`, async () => {
    const sheet = await read(`${name}.xlsx`)
    const rows = await recordsOf(sheet)
    const truth = at(at(at(await json('import-truth.json'), 'files'), name), sheet.plan.sheet) ?? {}
    for (const [heading, cells] of Object.entries(truth)) {
      const field = sheet.plan.columns.find(({ leaf }) => leaf === heading)?.field ?? ''
      for (const [row, raw, expected] of cells as readonly (readonly [number, unknown, unknown])[]) {
        const found = rows.get(row)
        const value = truthValue(found?.record[field], expected)
        assert.deepEqual(value, expected, `row ${row} ${heading}`)
        const change = found?.changes.find((candidate) => candidate.field === field)
        if (change) assert.equal(change.original, String(raw), `row ${row} ${heading}: the original stays beside it`)
      }
    }
  })

  test(`${name}: sums of money agree with the totals of truth.json to the fen`, async () => {
    const sheet = await read(`${name}.xlsx`)
    const rows = await recordsOf(sheet)
    const sums = at(
      at(at(at(at(await json('truth.json'), 'files'), `${name}.xlsx`), 'sheets'), sheet.plan.sheet),
      'sumsFen',
    )
    for (const [key, expected] of Object.entries(isObject(sums) ? sums : {})) {
      let total = 0n
      for (const { record } of rows.values()) {
        const amount = record[fieldOf[key] ?? key]
        if (typeof amount === 'bigint') total += amount
      }
      assert.equal(Number(total), expected, key)
    }
  })
}

async function registerOf01(): Promise<Register> {
  const rows = await recordsOf(await read('01-首次执行案件台账.xlsx'))
  const marks = new Map(
    [...rows.values()].map(({ key, record }) => [key ?? '', firstEnforcement.marks(record as never)]),
  )
  return {
    find: async (_kind, keys) => new Map(keys.flatMap((key) => (marks.has(key) ? [[key, marks.get(key) ?? []]] : []))),
  }
}

test('each of the sixty faults of the problem sheet is found where it is, as grave as it is, and nothing else', async () => {
  const sheet = await read('01b-问题样表.xlsx', await registerOf01())
  const rows = await recordsOf(sheet)
  const items = at(await json('01b-truth.json'), 'items') as readonly Record<string, unknown>[]
  assert.equal(items.length, 60)
  for (const { row, code, severity, column } of items) {
    const found = rows.get(Number(row))
    const problems = found?.problems.map((problem) => [problem.code, problem.severity, problem.column])
    assert.deepEqual(problems, [[code, severity, column]], `row ${String(row)}`)
    assert.equal(found?.status, severity === 'error' ? 'setAside' : 'accepted', `row ${String(row)}`)
  }
  const { accepted, setAside, warnings } = sheet.summary()
  assert.deepEqual({ accepted, setAside, warnings }, { accepted: 14, setAside: 46, warnings: 14 })
})

test('the same ledger again is known row by row and refused nowhere', async () => {
  const sheet = await read('01-首次执行案件台账.xlsx', await registerOf01())
  const rows = await recordsOf(sheet)
  assert.ok([...rows.values()].every(({ known, status }) => known === 'same' && status === 'accepted'))
})

test('every message of a problem says what to do', async () => {
  const sheet = await read('01b-问题样表.xlsx', await registerOf01())
  await recordsOf(sheet)
  for (const { message, code } of sheet.summary().problems) assert.match(message, /请|须|应/, code)
})

import type { WorkBook, WorkSheet } from '@e965/xlsx'
import { read, utils } from '@e965/xlsx'
import type { MergedRange, RawCell, RawRow } from '../raw.ts'
import { formulaWithoutResult } from '../raw.ts'
import { damagedWorkbook, encryptedWorkbook, UnreadableFile } from './file-problem.ts'
import { dateOfSerial, percentText } from './serial-date.ts'

/** A workbook of a kind that can only be read whole: .xls, .xlsb, and pages under the name .xls. */
export type HeldSheet = {
  readonly name: string
  readonly hidden: boolean
  readonly merges: readonly MergedRange[]
  rows(): Generator<RawRow>
}

export function readHeldBook(content: Buffer | string, fileName: string): HeldSheet[] {
  const book = open(content, fileName)
  return book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name]
    if (!sheet || !('!ref' in sheet || Array.isArray(sheet['!data']))) return []
    const since1904 = book.Workbook?.WBProps?.date1904 === true
    return [
      {
        name,
        hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
        merges: mergesOf(sheet),
        rows: () => rowsOf(sheet, since1904),
      },
    ]
  })
}

function open(content: Buffer | string, fileName: string): WorkBook {
  const common = { dense: true, cellFormula: true, cellHTML: false, cellText: false, cellNF: true } as const
  try {
    return typeof content === 'string'
      ? read(content, { ...common, type: 'string', raw: true })
      : read(content, { ...common, type: 'buffer' })
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    throw new UnreadableFile(
      /password|encrypt/i.test(reason) ? encryptedWorkbook(fileName) : damagedWorkbook(fileName, '工作表内容'),
    )
  }
}

const mergesOf = (sheet: WorkSheet): MergedRange[] =>
  (sheet['!merges'] ?? []).map(({ s, e }) => ({
    fromRow: s.r + 1,
    toRow: e.r + 1,
    fromColumn: s.c + 1,
    toColumn: e.c + 1,
  }))

function* rowsOf(sheet: WorkSheet, since1904: boolean): Generator<RawRow> {
  const first = utils.decode_range(sheet['!ref'] ?? 'A1')
  for (const [index, row] of (sheet['!data'] ?? []).entries()) {
    if (index < first.s.r || !row) continue
    const cells: RawCell[] = []
    for (const [column, cell] of row.entries()) {
      while (cells.length < column) cells.push(null)
      if (cell) cells[column] = cellOf(cell, since1904)
    }
    yield { rowNumber: index + 1, cells }
  }
}

type BookCell = {
  readonly t: string
  readonly v?: unknown
  readonly w?: string
  readonly z?: unknown
  readonly f?: string
}

/** Failed formulas as .xls numbers them. */
const errorTexts: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
}

const dateFormat = /^(?!.*general).*[ymdhs]/i

function cellOf({ t, v, w, z, f }: BookCell, since1904: boolean): RawCell {
  if (t === 'e') return { kind: 'error', text: w ?? errorTexts[Number(v)] ?? '#VALUE!' }
  if (v === undefined || v === null) return f === undefined ? null : { kind: 'error', text: formulaWithoutResult }
  if (typeof v === 'string' || typeof v === 'boolean') return v
  if (typeof v !== 'number') return null
  const format = typeof z === 'string' ? (z.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? '') : ''
  if (format.includes('%')) return percentText(String(v))
  return dateFormat.test(format) ? (dateOfSerial(v, since1904) ?? v) : v
}

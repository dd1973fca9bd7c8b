import type { CellStyle } from 'hucre/xlsx'
import { writeXlsx, writeXlsxStream } from 'hucre/xlsx'
import { neutral } from './formula-text.ts'

export type TableColumn = {
  readonly title: string
  readonly kind?: 'text' | 'money' | 'date' | 'integer' | 'number'
  /** In characters. */
  readonly width?: number
}
/** Money is given in fen, as `bigint`; everything else as it is. */
export type TableCell = string | number | bigint | boolean | Temporal.PlainDate | null
export type TableRow = readonly TableCell[]
export type Table = {
  readonly name: string
  readonly columns: readonly TableColumn[]
  readonly rows: Iterable<TableRow> | AsyncIterable<TableRow>
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Above this many rows a table is written as a stream, without colours. */
export const styledRows = 5_000

type WrittenCell = string | number | boolean | null

const formats = { text: '@', money: '#,##0.00', date: 'yyyy-mm-dd', integer: '0', number: 'General' } as const
const widths = { text: 18, money: 16, date: 12, integer: 8, number: 12 } as const
export const headStyle: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EDF3' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
}

/** A whole workbook with one table: heads in bold, kept in sight while scrolling, amounts and days in their formats. */
export async function tableSheet({ name, columns, rows }: Table): Promise<Uint8Array> {
  const body: WrittenCell[][] = []
  for await (const row of rows) body.push(row.map(writtenCell))
  const cells = new Map(columns.map((_, at) => [`0,${at}`, { style: headStyle }]))
  return writeXlsx({
    sheets: [
      {
        name: sheetName(name),
        columns: columns.map(definition),
        rows: [columns.map(({ title }) => neutral(title)), ...body],
        cells,
        freezePane: { rows: 1 },
      },
    ],
  })
}

/** The same table for any number of rows, written while it is read. */
export function tableStream({ name, columns, rows }: Table): ReadableStream<Uint8Array> {
  return writeXlsxStream(written(columns, rows), {
    name: sheetName(name),
    columns: columns.map(definition),
    freezePane: { rows: 1 },
  })
}

async function* written(columns: readonly TableColumn[], rows: Table['rows']): AsyncGenerator<WrittenCell[]> {
  yield columns.map(({ title }) => neutral(title))
  for await (const row of rows) yield row.map(writtenCell)
}

const definition = ({ kind = 'text', width = widths[kind] }: TableColumn) => ({ width, numFmt: formats[kind] })

/** Excel counts days from here. */
const dayZero = new Temporal.PlainDate(1899, 12, 30)
export const serialOf = (day: Temporal.PlainDate): number => dayZero.until(day).days

function writtenCell(cell: TableCell): WrittenCell {
  if (typeof cell === 'string') return neutral(cell)
  if (typeof cell === 'bigint') return yuanNumber(cell)
  return cell instanceof Temporal.PlainDate ? serialOf(cell) : cell
}

/** A spreadsheet has nothing but binary numbers; the nearest one shows the same two decimals. */
const yuanNumber = (fen: bigint): number => {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0')
  return Number(`${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`)
}

const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || 'Sheet1'

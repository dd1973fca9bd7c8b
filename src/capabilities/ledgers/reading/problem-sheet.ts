import type { Cell, CellStyle } from 'hucre/xlsx'
import { writeXlsx } from 'hucre/xlsx'
import { neutral } from '#kernel/sheets/formula-text.ts'
import { headStyle, serialOf } from '#kernel/sheets/table-sheet.ts'
import type { Head, HeadColumn } from './header.ts'
import { normalHeading } from './heading.ts'
import type { RecordRow } from './row.ts'
import { problemHeading } from './mapping.ts'
import type { SheetPlan } from './plan.ts'
import type { RawCell } from './raw.ts'

export type ProblemRow = Pick<RecordRow, 'rowNumber' | 'cells' | 'problems'>

const faultStyle: CellStyle = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FDE2E0' } } }
const dateStyle: CellStyle = { numFmt: 'yyyy-mm-dd' }

/**
 * The rows that could not be imported, as a workbook to mend and bring back: title, unit line and heads of the ledger as
 * they were, every cell as it was, the faulty ones coloured, and a last column that says what to do.
 */
export async function problemSheet(
  plan: Pick<SheetPlan, 'sheet' | 'head' | 'columns'>,
  rows: readonly ProblemRow[],
): Promise<Uint8Array> {
  const head = plan.head ?? emptyHead
  const columns = head.columns.filter(({ leaf }) => normalHeading(leaf) !== problemHeading)
  const heads = headRows(columns)
  const above = head.above.map((line) => [neutral(line)])
  const styles = new Map<string, Partial<Cell>>()
  for (const [at, row] of heads.entries()) {
    for (const column of row.keys()) styles.set(`${above.length + at},${column}`, { style: headStyle })
  }
  const first = above.length + heads.length
  const body = rows.map(({ rowNumber, cells, problems }, at) => {
    const wrong = new Set(problems.map(({ field }) => plan.columns.find((column) => column.field === field)?.index))
    for (const [place, { index }] of columns.entries()) {
      const style = { ...(isDay(cells[index]) ? dateStyle : {}), ...(wrong.has(index) ? faultStyle : {}) }
      if (Object.keys(style).length > 0) styles.set(`${first + at},${place}`, { style })
    }
    const words = problems.map(({ column, message }) => `【${column}】${message}`).join('\n')
    return [...columns.map(({ index }) => writtenCell(cells[index])), `原第${rowNumber}行：${words}`]
  })
  return writeXlsx({
    sheets: [
      {
        name: plan.sheet.slice(0, 31) || 'Sheet1',
        columns: [...columns.map(() => ({ width: 16 })), { width: 60 }],
        rows: [...above, ...heads, ...body],
        cells: styles,
        merges: above.map((_, row) => ({ startRow: row, startCol: 0, endRow: row, endCol: columns.length })),
        freezePane: { rows: first },
      },
    ],
  })
}

const emptyHead: Head = { firstRow: 1, lastRow: 1, columns: [], above: [] }

/** Two levels stay two levels, so that the sheet is read again as it was. */
function headRows(columns: readonly HeadColumn[]): string[][] {
  const leaves = [...columns.map(({ leaf }) => neutral(leaf)), problemHeading]
  if (columns.every(({ group }) => group === '')) return [leaves]
  const groups = columns.map(({ group }, at) => (group === columns[at - 1]?.group ? '' : neutral(group)))
  return [[...groups, ''], leaves]
}

const isDay = (cell: RawCell | undefined): boolean =>
  typeof cell === 'object' && cell?.kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(cell.text)

function writtenCell(cell: RawCell | undefined): string | number | boolean | null {
  if (cell === undefined || cell === null) return null
  if (typeof cell === 'string') return neutral(cell)
  if (typeof cell !== 'object') return cell
  return isDay(cell) ? serialOf(Temporal.PlainDate.from(cell.text)) : cell.text
}

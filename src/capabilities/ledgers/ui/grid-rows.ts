import { label } from '#kernel/values/labels.ts'
import type { CellFault, ImportCell, ImportColumn, ImportRow } from '#web/components/import-sheet.ts'
import type { GridColumn, RowProblem, SheetCell, SheetRow } from '../contract.ts'
import { problemWords } from './problem-words.ts'

/** Rows as the correction grid draws them. Cells that were only read otherwise are told in the note, not offered for undo. */
export const importRows = (rows: readonly SheetRow[]): readonly ImportRow[] =>
  rows.map(({ row, cells, problems, isContext }) => ({
    row,
    isContext,
    cells: Object.fromEntries(Object.entries(cells).map(([field, cell]) => [field, importCell(cell, field, problems)])),
    note: noteOf(cells, problems),
  }))

function importCell(cell: SheetCell, field: string, problems: readonly RowProblem[]): ImportCell {
  const problem = problems.find((one) => one.field === field && one.severity === 'error')
  if (problem) return { text: cell.text, fault: faultOf(problem, cell.likely) }
  return cell.typed === true ? { text: cell.text, original: cell.original ?? '' } : { text: cell.text }
}

const faultOf = ({ code, message }: RowProblem, likely: string | undefined): CellFault => ({
  code,
  short: problemWords[code]?.zh ?? shortOf(message),
  long: message,
  likely,
})

/** The first clause says what is wrong, the rest what to do. */
export const shortOf = (message: string): string => message.split(/[；。]|，请/)[0] ?? message

function noteOf(cells: Readonly<Record<string, SheetCell>>, problems: readonly RowProblem[]): string | undefined {
  const warning = problems.find(({ severity }) => severity === 'warning')
  if (warning) return shortOf(warning.message)
  const repaired = Object.values(cells).filter(({ original, typed }) => original !== undefined && typed !== true)
  const [first] = repaired
  if (!first) return undefined
  return `原“${first.original ?? ''}”${repaired.length > 1 ? `等${repaired.length}处` : ''}`
}

const widest = 5

/** The columns worth showing: the first few of the ledger, and every one in which something is wrong. */
export function importColumns(
  columns: readonly GridColumn[],
  rows: readonly SheetRow[],
  main: ReadonlySet<string>,
): readonly ImportColumn[] {
  const wrong = new Set(rows.flatMap(({ problems }) => problems.flatMap(({ field }) => field ?? [])))
  const first = columns.filter(({ field }) => main.has(field)).slice(0, widest)
  const shown = columns.filter((column) => first.includes(column) || wrong.has(column.field))
  return (shown.length > 0 ? shown : columns.slice(0, 8)).map(({ field, title, right }) => ({
    id: field,
    title: label(title, title),
    right,
    width: field.toLowerCase().endsWith('number') ? 184 : right ? 112 : 104,
  }))
}

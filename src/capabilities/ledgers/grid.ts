import { formatYuan } from '#kernel/values/money.ts'
import type { GridColumn, RowDifference, SheetCell, SheetRow } from './contract.ts'
import type { Difference, FieldChange } from './difference.ts'
import { titleOf, valueText } from './kinds.ts'
import {
  cellText,
  type CleanValue,
  type Column,
  type Layout,
  type MappedColumn,
  type RawCell,
  type RecordRow,
  type RowProblem,
} from './reading/index.ts'
import { likelyValue } from './rules/likely.ts'

/** The columns a person sees of a sheet: those that hold a field, in the sheet's order. */
export function gridColumns(columns: readonly MappedColumn[], layout: Layout | undefined): GridColumn[] {
  return columns.flatMap(({ field }) => {
    const declared = layout?.columns.find((column) => column.field === field)
    if (field === null || declared === undefined) return []
    return [{ field, title: declared.title, right: declared.type === 'money' || declared.type === 'number' }]
  })
}

type Shown = {
  readonly columns: readonly MappedColumn[]
  readonly layout: Layout | undefined
  readonly typed: Readonly<Record<string, string>>
}

/** A row as the correction grid shows it: wrong cells as the file has them, the others as they were understood. */
export function gridRow(
  row: Pick<RecordRow, 'rowNumber' | 'cells' | 'problems' | 'key' | 'status' | 'changes'> & Partial<RecordRow>,
  { columns, layout, typed }: Shown,
): SheetRow {
  const cells: Record<string, SheetCell> = {}
  for (const { field, index } of columns) {
    const column = layout?.columns.find((declared) => declared.field === field)
    if (field !== null && column) cells[field] = gridCell(row, column, row.cells[index] ?? null, typed[field])
  }
  return {
    row: row.rowNumber,
    status: row.status === 'accepted' ? 'good' : isTwin(row.problems) ? 'twice' : 'bad',
    isContext: false,
    key: row.key,
    cells,
    problems: [...row.problems],
  }
}

export const isTwin = (problems: readonly RowProblem[]): boolean =>
  problems.some(({ code }) => code === 'E_CASE_NO_DUPLICATE' || code === 'E_DUPLICATE')

function gridCell(
  { problems, changes, record }: Pick<RecordRow, 'problems' | 'changes'> & Partial<RecordRow>,
  column: Column,
  raw: RawCell,
  typed: string | undefined,
): SheetCell {
  const original = cellText(raw)
  const text = typed ?? original
  const problem = problems.find(({ field, severity }) => field === column.field && severity === 'error')
  if (problem) {
    const likely = likelyValue(problem, column, text)
    return { text, ...(typed !== undefined && { original, typed: true }), ...(likely !== undefined && { likely }) }
  }
  if (typed !== undefined) return { text: typed, original, typed: true }
  const change = changes.find(({ field }) => field === column.field)
  if (change) return { text: change.value, original: change.original }
  const amount = record?.[column.field]
  return { text: typeof amount === 'bigint' && original !== '' ? formatYuan(amount) : text }
}

/** Field by field as a person reads it; identifiers and phones masked. */
export function differenceRow(
  row: number,
  name: string,
  { changes, conflicts }: Difference,
  layout: Layout | undefined,
): RowDifference {
  const shown = ({ field, before, after }: FieldChange) => {
    const column = layout?.columns.find((declared) => declared.field === field)
    const text = (value: CleanValue) => valueText(value, column)
    return { field, title: titleOf(layout, field), before: text(before), after: text(after) }
  }
  return { row, name, changes: changes.map(shown), conflicts: conflicts.map(shown) }
}

/** A moment of the sheet's wall clock: `2024-03-05`, or `2024-03-05 08:30:00` when the cell carries a time. */
export type DateCell = { readonly kind: 'date'; readonly text: string }
/** A formula that failed (`#REF!`), or one whose result was never stored. */
export type ErrorCell = { readonly kind: 'error'; readonly text: string }

/** What a cell holds before anybody interprets it. Plain values and JSON, so that a staged row can be judged again. */
export type RawCell = string | number | boolean | DateCell | ErrorCell | null

export type RawRow = {
  /** As the sheet counts: the first row is 1. */
  readonly rowNumber: number
  readonly cells: readonly RawCell[]
}

/** Cells that belong together; row and column numbers, both from the sheet's first, both ends included. */
export type MergedRange = {
  readonly fromRow: number
  readonly toRow: number
  readonly fromColumn: number
  readonly toColumn: number
}

export const formulaWithoutResult = '公式未计算'

const errorTexts = new Set(['#REF!', '#VALUE!', '#N/A', '#NAME?', '#DIV/0!', '#NUM!', '#NULL!', '#SPILL!', '#CALC!'])

/** Text that a spreadsheet program writes in place of a failed formula; in a text file nothing else marks it. */
export const isErrorText = (text: string): boolean => text.charCodeAt(0) === 35 && errorTexts.has(text.trim())

/** The cell as its reader saw it. */
export function cellText(cell: RawCell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'object') return cell.text
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return String(cell)
}

export const isEmptyCell = (cell: RawCell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')

export const isEmptyRow = (cells: readonly RawCell[]): boolean => cells.every(isEmptyCell)

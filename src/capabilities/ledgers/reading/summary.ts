import type { SheetPlan } from './plan.ts'
import type { LedgerRow, RowProblem } from './row.ts'
import type { Book } from './sheets.ts'

/** One object of `import --json`, once the sheet has been read to its end. */
export type SheetSummary = {
  readonly file: string
  readonly sheet: string
  readonly kind: string | null
  readonly rowsRead: number
  readonly accepted: number
  readonly setAside: number
  readonly ignored: number
  /** Accepted rows that carry a warning. */
  readonly warnings: number
  readonly problems: readonly Omit<RowProblem, 'field'>[]
}

export type Tally = {
  rowsRead: number
  accepted: number
  setAside: number
  ignored: number
  warnings: number
  problems: RowProblem[]
}

export const emptyTally = (plan: SheetPlan): Tally => ({
  rowsRead: 0,
  accepted: 0,
  setAside: 0,
  ignored: 0,
  warnings: 0,
  problems: sheetProblems(plan),
})

export function count(tally: Tally, row: LedgerRow): void {
  tally.rowsRead++
  tally[row.status]++
  if (row.status === 'ignored') return
  if (row.status === 'accepted' && row.problems.length > 0) tally.warnings++
  tally.problems.push(...row.problems)
}

/** What is wrong with a sheet as a whole. */
export function sheetProblems({ layout, head, missing, rowCount, sheet, left }: SheetPlan): RowProblem[] {
  if (rowCount === 0 || left === 'person') return []
  const whole = { field: null, severity: 'error' as const }
  if (left === 'hidden') {
    const known = layout ? `像是${layout.title.zh}，` : ''
    const message = `工作表“${sheet}”是隐藏的（${known}${rowCount}行），没有导入；若也要导入，请在原表取消隐藏，或指明也读隐藏的工作表。`
    return [{ ...whole, severity: 'warning', row: null, column: '', code: 'W_SHEET_HIDDEN', message }]
  }
  if (!layout) {
    const message = head
      ? `工作表“${sheet}”的表头与已知的台账都对不上，没有导入；请在“对列”中选定台账种类。`
      : `工作表“${sheet}”的前30行里找不到表头，没有导入；请保留一行列名，再选定台账种类。`
    return [{ ...whole, row: head?.lastRow ?? null, column: '', code: 'E_LEDGER_UNKNOWN', message }]
  }
  return layout.columns
    .filter(({ field }) => missing.includes(field))
    .map(({ title, field }) => ({
      ...whole,
      field,
      row: head?.lastRow ?? null,
      column: title,
      code: 'E_COLUMN_MISSING',
      message: `缺少必需的列“${title}”，整张表没有导入；请在原表补上这一列，或在“对列”中指出它是哪一列。`,
    }))
}

export function summaryOf({ fileName }: Book, { sheet, layout }: SheetPlan, tally: Tally): SheetSummary {
  const problems = tally.problems.map(({ row, column, code, severity, message }) => ({
    row,
    column,
    code,
    severity,
    message,
  }))
  return { file: fileName, sheet, kind: layout?.kind ?? null, ...tally, problems }
}

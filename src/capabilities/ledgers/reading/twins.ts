import type { KeyIndex } from './keys.ts'
import type { Layout } from './layout.ts'
import type { SheetPlan } from './plan.ts'
import { isComposed } from './row-key.ts'
import type { LedgerRow, RecordRow, RowProblem } from './row.ts'

/** What is already registered. For each of the names that is known, the marks by which a row is told to be the same. */
export type Register = {
  find(kind: string, keys: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>
}

/** Two rows of one name in a file are both refused: nobody but a person knows which one is right. */
export function withoutTwins(row: RecordRow, plan: SheetPlan, plans: readonly SheetPlan[], keys: KeyIndex): RecordRow {
  const { layout } = plan
  if (!layout || row.key === null || isComposed(layout)) return row
  const others = keys.others(layout.kind, row.key, { sheet: plan.index, row: row.rowNumber })
  if (others.length === 0) return row
  const places = others.slice(0, 3).map(({ sheet, row: other }) => {
    return sheet === plan.index ? `第${other}行` : `工作表“${plans[sheet]?.sheet ?? ''}”第${other}行`
  })
  const more = others.length > 3 ? `等${others.length}行` : ''
  return refused(
    row,
    plan,
    `与${places.join('、')}${more}是同一个${keyTitle(layout)}，各行都不导入；请核对后只留一行。`,
  )
}

const keyTitle = ({ columns, key }: Layout): string => columns.find(({ field }) => field === key)?.title ?? '记录'

function refused(
  row: RecordRow,
  { layout, columns }: Pick<SheetPlan, 'layout' | 'columns'>,
  message: string,
): RecordRow {
  const declared = layout?.columns.find(({ field }) => field === layout.key)
  const held = columns.find(({ field }) => field === declared?.field)
  const problem: RowProblem = {
    row: row.rowNumber,
    column: held?.leaf ?? declared?.title ?? '',
    field: declared?.field ?? null,
    code: declared?.type === 'case-number' ? 'E_CASE_NO_DUPLICATE' : 'E_DUPLICATE',
    severity: 'error',
    message: `${row.key ?? ''}${message}`,
  }
  return { ...row, status: 'setAside', problems: [problem, ...row.problems] }
}

/** A known name with a mark in common is the same record, shown as a difference; without one it is another record's name. */
export async function lookUp(rows: readonly LedgerRow[], plan: SheetPlan, register: Register): Promise<LedgerRow[]> {
  const { layout } = plan
  if (!layout) return [...rows]
  const names = rows.flatMap((row) => (row.status !== 'ignored' && row.key !== null ? [row.key] : []))
  const registered = names.length > 0 ? await register.find(layout.kind, names) : new Map<string, readonly string[]>()
  return rows.map((row) => {
    if (row.status === 'ignored') return row
    const marks = row.key === null ? undefined : registered.get(row.key)
    if (!marks) return { ...row, known: 'new' }
    const own = new Set(layout.marks(row.record))
    if (isComposed(layout) && own.size === 0) return { ...row, known: 'same' }
    if (marks.some((mark) => own.has(mark))) return { ...row, known: 'same' }
    const doubt = `已登记，但能印证是同一条的内容没有一项相同，应是另一条记录；请核对${keyTitle(layout)}。`
    const twin = refused(row, plan, doubt)
    return { ...twin, known: 'other' }
  })
}

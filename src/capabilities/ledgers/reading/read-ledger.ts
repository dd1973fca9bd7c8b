import type { FileProblem } from './file/file-problem.ts'
import { UnreadableFile } from './file/file-problem.ts'
import type { LedgerRow, RecordRow, RowProblem } from './judge-row.ts'
import { rowJudge } from './judge-row.ts'
import type { KeyIndex } from './keys.ts'
import type { Layout } from './layout.ts'
import { fillDown } from './merged-cells.ts'
import type { PlanOptions, SheetPlan } from './plan.ts'
import { planLedger } from './plan.ts'
import { isEmptyRow } from './raw.ts'
import type { Book, FileInput } from './sheets.ts'

/** What is already registered. For each of the names that is known, the marks by which a row is told to be the same. */
export type Register = {
  find(kind: string, keys: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>
}

export type ReadOptions = PlanOptions & {
  /** The machine's day: later dates have not happened. */
  readonly today: Temporal.PlainDate
  readonly register?: Register
}

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

export type SheetReading = {
  readonly plan: SheetPlan
  /** The rows in order, read from the file as they are asked for; may be read again from the start. */
  rows(): AsyncIterable<LedgerRow>
  /** Counts of the rows read by the last `rows`. */
  summary(): SheetSummary
}
export type LedgerReading = { readonly book: Book; readonly sheets: readonly SheetReading[] }

/** Rows looked up in the register together. */
const lookUpRows = 500

/** Opens a ledger, plans its sheets, and hands out their rows one by one, judged. Memory does not grow with the file. */
export async function readLedger(input: FileInput, options: ReadOptions): Promise<LedgerReading | FileProblem> {
  try {
    const plan = await planLedger(input, options)
    if ('code' in plan) return plan
    const { book, sheets, keys } = plan
    return { book, sheets: sheets.map((sheet) => sheetReading(book, sheet, sheets, keys, options)) }
  } catch (error) {
    if (error instanceof UnreadableFile) return error.problem
    throw error
  }
}

function sheetReading(
  book: Book,
  plan: SheetPlan,
  plans: readonly SheetPlan[],
  keys: KeyIndex,
  options: ReadOptions,
): SheetReading {
  let tally = emptyTally(plan)
  return {
    plan,
    summary: () => summaryOf(book, plan, tally),
    async *rows() {
      tally = emptyTally(plan)
      for await (const group of judged(book, plan, plans, keys, options)) {
        const rows = options.register ? await lookUp(group, plan, options.register) : group
        for (const row of rows) {
          count(tally, row)
          yield row
        }
      }
    },
  }
}

async function* judged(
  book: Book,
  plan: SheetPlan,
  plans: readonly SheetPlan[],
  keys: KeyIndex,
  options: ReadOptions,
): AsyncGenerator<LedgerRow[]> {
  const sheet = book.sheets[plan.index]
  if (!sheet) return
  const judge = rowJudge(plan, { today: options.today, corrections: options.corrections?.get(plan.sheet) })
  let group: LedgerRow[] = []
  for await (const raw of fillDown(sheet.rows(), sheet.merges(), (plan.head?.lastRow ?? 0) + 1)) {
    if (isEmptyRow(raw.cells)) continue
    const row = judge(raw)
    if (group.push(row.status === 'ignored' ? row : withoutTwins(row, plan, plans, keys)) < lookUpRows) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}

/** Two rows of one name in a file are both refused: nobody but a person knows which one is right. */
function withoutTwins(row: RecordRow, plan: SheetPlan, plans: readonly SheetPlan[], keys: KeyIndex): RecordRow {
  const { layout } = plan
  if (!layout || row.key === null) return row
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
async function lookUp(rows: readonly LedgerRow[], plan: SheetPlan, register: Register): Promise<LedgerRow[]> {
  const { layout } = plan
  if (!layout) return [...rows]
  const names = rows.flatMap((row) => (row.status !== 'ignored' && row.key !== null ? [row.key] : []))
  const registered = names.length > 0 ? await register.find(layout.kind, names) : new Map<string, readonly string[]>()
  return rows.map((row) => {
    if (row.status === 'ignored') return row
    const marks = row.key === null ? undefined : registered.get(row.key)
    if (!marks) return { ...row, known: 'new' }
    const own = new Set(layout.marks(row.record))
    if (marks.some((mark) => own.has(mark))) return { ...row, known: 'same' }
    const doubt = `已登记，但能印证是同一条的内容没有一项相同，应是另一条记录；请核对${keyTitle(layout)}。`
    const twin = refused(row, plan, doubt)
    return { ...twin, known: 'other' }
  })
}

type Tally = {
  rowsRead: number
  accepted: number
  setAside: number
  ignored: number
  warnings: number
  problems: RowProblem[]
}

const emptyTally = (plan: SheetPlan): Tally => ({
  rowsRead: 0,
  accepted: 0,
  setAside: 0,
  ignored: 0,
  warnings: 0,
  problems: sheetProblems(plan),
})

function count(tally: Tally, row: LedgerRow): void {
  tally.rowsRead++
  tally[row.status]++
  if (row.status === 'ignored') return
  if (row.status === 'accepted' && row.problems.length > 0) tally.warnings++
  tally.problems.push(...row.problems)
}

/** What is wrong with a sheet as a whole. */
export function sheetProblems({ layout, head, missing, rowCount, sheet }: SheetPlan): RowProblem[] {
  if (rowCount === 0) return []
  const whole = { field: null, severity: 'error' as const }
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

function summaryOf({ fileName }: Book, { sheet, layout }: SheetPlan, tally: Tally): SheetSummary {
  const problems = tally.problems.map(({ row, column, code, severity, message }) => ({
    row,
    column,
    code,
    severity,
    message,
  }))
  return { file: fileName, sheet, kind: layout?.kind ?? null, ...tally, problems }
}

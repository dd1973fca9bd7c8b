import type { FileProblem } from './file/file-problem.ts'
import { rowJudge } from './judge-row.ts'
import type { KeyIndex } from './keys.ts'
import { fillDown } from './merged-cells.ts'
import type { PlanOptions, SheetPlan } from './plan.ts'
import { planLedger } from './plan.ts'
import { isEmptyRow } from './raw.ts'
import { isComposed, repeats } from './row-key.ts'
import type { LedgerRow } from './row.ts'
import type { Book, FileInput } from './sheets.ts'
import type { SheetSummary } from './summary.ts'
import { count, emptyTally, summaryOf } from './summary.ts'
import type { Register } from './twins.ts'
import { lookUp, withoutTwins } from './twins.ts'

export type ReadOptions = PlanOptions & {
  /** The machine's day: later dates have not happened. */
  readonly today: Temporal.PlainDate
  readonly register?: Register
  /** Rows that come out last, whatever their place: repeats that went in before them keep their numbers. */
  readonly last?: ReadonlySet<number>
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
  const plan = await planLedger(input, options)
  if ('code' in plan) return plan
  const { book, sheets, keys } = plan
  return { book, sheets: sheets.map((sheet) => sheetReading(book, sheet, sheets, keys, options)) }
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
  const named = rowNamer(plan, plans, keys)
  const last: LedgerRow[] = []
  let group: LedgerRow[] = []
  for await (const raw of fillDown(sheet.rows(), sheet.merges(), (plan.head?.lastRow ?? 0) + 1)) {
    if (isEmptyRow(raw.cells)) continue
    const row = judge(raw)
    if (options.last?.has(row.rowNumber)) {
      last.push(row)
      continue
    }
    if (group.push(named(row)) < lookUpRows) continue
    yield group
    group = []
  }
  for (const row of last) group.push(named(row))
  if (group.length > 0) yield group
}

/**
 * Rows of one name: refused where the name is one cell, numbered where several cells make it. A row that waits takes no
 * number: it gets the next free one when it is corrected.
 */
function rowNamer(plan: SheetPlan, plans: readonly SheetPlan[], keys: KeyIndex): (row: LedgerRow) => LedgerRow {
  const numbered = repeats()
  const isNumbered = plan.layout !== null && isComposed(plan.layout)
  return (row) => {
    if (row.status === 'ignored' || row.key === null) return row
    if (!isNumbered) return withoutTwins(row, plan, plans, keys)
    return row.status === 'accepted' ? { ...row, key: numbered(row.key) } : row
  }
}

import type { Cleaner } from './clean/cleaner.ts'
import { cleanEntries, cleanerFor, emptyValue, isList, printValue } from './clean/cleaner.ts'
import type { Repair, Sink } from './clean/cleaning.ts'
import { splitByBlanks } from './clean/list.ts'
import { normalHeading } from './heading.ts'
import { keyIn } from './keys.ts'
import type { CheckContext, CleanValue, Column, Layout, LedgerRecord, Severity } from './layout.ts'
import type { MappedColumn } from './mapping.ts'
import { problemHeading } from './mapping.ts'
import type { Corrections, SheetPlan } from './plan.ts'
import type { RawCell, RawRow } from './raw.ts'
import { cellText, isEmptyCell } from './raw.ts'
import type { IgnoredAs } from './row-kind.ts'
import { ignoredAs } from './row-kind.ts'

export type RowProblem = {
  /** As in the sheet; null when the whole sheet is meant. */
  readonly row: number | null
  /** The heading of the sheet. */
  readonly column: string
  readonly field: string | null
  readonly code: string
  readonly severity: Severity
  readonly message: string
}

/** A cell that was read otherwise than it is written; a person sees both. */
export type CellChange = {
  readonly field: string
  readonly column: string
  readonly original: string
  readonly value: string
  readonly repairs: readonly Repair[]
}

type Common = { readonly rowNumber: number; readonly cells: readonly RawCell[] }
export type IgnoredRow = Common & { readonly status: 'ignored'; readonly ignoredAs: IgnoredAs | 'unrecognised' }
export type RecordRow = Common & {
  readonly status: 'accepted' | 'setAside'
  /** The name of the record, in its canonical form. */
  readonly key: string | null
  readonly record: LedgerRecord
  readonly changes: readonly CellChange[]
  /** Cells of columns that the layout does not know, by their headings. */
  readonly extra: Readonly<Record<string, string>>
  readonly problems: readonly RowProblem[]
  /** Whether the register holds this record already; null when no register was asked. */
  readonly known: 'new' | 'same' | 'other' | null
}
export type LedgerRow = IgnoredRow | RecordRow

type Slot = {
  readonly column: Column
  /** Where the sheet holds the column, from 0; -1 when it has none. */
  readonly index: number
  readonly heading: string
  readonly clean: Cleaner
}

export type JudgeOptions = { readonly today: Temporal.PlainDate; readonly corrections?: Corrections | undefined }

/**
 * Judges the rows of a planned sheet one by one: a row's own cells decide, nothing of its neighbours. The same row gives
 * the same verdict in a file, in the correction grid and in a test.
 */
export function rowJudge(plan: SheetPlan, { today, corrections }: JudgeOptions): (row: RawRow) => LedgerRow {
  const { layout, head } = plan
  if (!layout || !head)
    return ({ rowNumber, cells }) => ({ rowNumber, cells, status: 'ignored', ignoredAs: 'unrecognised' })
  const slots = slotsOf(plan, layout, today)
  const keySlot = slots.find(({ column }) => column.field === layout.key)
  const columnsOf = (...types: readonly Column['type'][]): ReadonlySet<number> =>
    new Set(slots.filter(({ column }) => types.includes(column.type)).map(({ index }) => index))
  const side = { running: columnsOf('integer'), amounts: columnsOf('money', 'number', 'integer') }
  const extras = plan.columns.filter(({ field, leaf }) => field === null && normalHeading(leaf) !== problemHeading)
  const isReadable = plan.missing.length === 0
  const judgeRecord = recordJudge(plan, layout, slots, today)

  return (row) => {
    const { rowNumber, cells } = row
    const typed = corrections?.get(rowNumber)
    const cellOf = ({ column, index }: Slot): RawCell => typed?.[column.field] ?? cells[index] ?? null
    const key = keySlot ? (keyIn(cellOf(keySlot), keySlot.column) ?? null) : null
    const isNamed = key !== null && (keySlot?.column.type === 'case-number' || typed !== undefined)
    const ignored = ignoredAs(row, head, isNamed, side)
    if (ignored) return { rowNumber, cells, status: 'ignored', ignoredAs: ignored }
    const extra = extras.length === 0 ? noExtras : extrasOf(cells, extras)
    if (!isReadable) return { rowNumber, cells, status: 'setAside', key, ...unread, extra }
    const { record, changes, problems } = judgeRecord(rowNumber, cellOf)
    const status = problems.some(({ severity }) => severity === 'error') ? 'setAside' : 'accepted'
    return { rowNumber, cells, status, key, record, changes, extra, problems, known: null }
  }
}

const noExtras: RecordRow['extra'] = {}
/** Rows of a sheet that lacks a required column: the sheet is refused, its rows wait. */
const unread = { record: {}, changes: [], problems: [], known: null }

function slotsOf(plan: SheetPlan, layout: Layout, today: Temporal.PlainDate): Slot[] {
  const own = { court: plan.court, caseTypes: layout.caseTypes }
  return layout.columns.map((column) => {
    const held = plan.columns.find(({ field }) => field === column.field)
    const unit = plan.unitFrom === 'person' ? plan.unit : (held?.unit ?? plan.unit)
    const settings = column.field === layout.key ? { unit, today, own } : { unit, today }
    return {
      column,
      index: held?.index ?? -1,
      heading: held ? shownHeading(held, plan.columns) : column.title,
      clean: cleanerFor(column, settings),
    }
  })
}

/** Problems name a column by its heading; by group and heading when two columns share it. */
function shownHeading(column: MappedColumn, columns: readonly MappedColumn[]): string {
  return columns.filter(({ leaf }) => leaf === column.leaf).length === 1 ? column.leaf : column.heading
}

type Verdict = Pick<RecordRow, 'record' | 'changes' | 'problems'>

/** Cleans the cells of one row, lets them prove each other, and puts the layout's questions to the result. */
function recordJudge(
  plan: SheetPlan,
  layout: Layout,
  slots: readonly Slot[],
  today: Temporal.PlainDate,
): (row: number, cellOf: (slot: Slot) => RawCell) => Verdict {
  const slotOf = new Map(slots.map((slot) => [slot.column.field, slot]))
  const checks = layout.checks.flatMap((check) => {
    const slot = slotOf.get(check.field)
    return slot ? [{ check, slot }] : []
  })
  const required = slots.filter(({ column }) => column.required === true)
  const pairs = slots.flatMap((slot) => {
    const names = slotOf.get(slot.column.alignedWith ?? '')
    return names && slot.column.type === 'id-list' && slot.index >= 0 ? [{ slot, names }] : []
  })
  const report = rowReport()
  let record: WritableRecord = {}
  const context: CheckContext = {
    today: today.toString(),
    period: plan.period,
    court: plan.court,
    absent(field) {
      const slot = slotOf.get(field)
      if (!slot || slot.index < 0 || report.hasFailed(slot)) return false
      return isList(slot.column) ? isEmptyValue(record[field]) : record[field] === emptyValue(slot.column)
    },
  }
  // Every record starts as a copy of one that has all its fields, which is far cheaper than growing it field by field.
  const blank: WritableRecord = Object.fromEntries(layout.columns.map(({ field }) => [field, null]))

  return (row, cellOf) => {
    report.begin(row)
    record = { ...blank }
    for (const slot of slots) record[slot.column.field] = report.cleaned(slot, cellOf(slot))
    for (const pair of pairs) alignPair(pair, record, cellOf, report)
    for (const slot of required) {
      if (!isEmptyValue(record[slot.column.field]) || report.hasFailed(slot)) continue
      report.add(slot, slot.column.missing ?? 'E_MISSING', 'error', `${slot.column.title}没有填写，请补上后再导入。`)
    }
    for (const { check, slot } of checks) {
      const message = check.find(record, context)
      if (message !== undefined) report.add(slot, check.code, check.severity, message)
    }
    return { record, ...report.end() }
  }
}

type WritableRecord = Record<string, CleanValue>

type Report = {
  begin(row: number): void
  end(): Pick<RecordRow, 'changes' | 'problems'>
  add(slot: Slot, code: string, severity: Severity, message: string): void
  hasFailed(slot: Slot): boolean
  cleaned(slot: Slot, cell: RawCell): CleanValue
  changed(slot: Slot, cell: RawCell, value: CleanValue, repairs: readonly Repair[]): void
  /** What a second look at a cell finds; that it was changed is reported by itself. */
  sinkFor(slot: Slot): Sink
}

/** Collects what is said about one row after the other. */
function rowReport(): Report {
  let row = 0
  let problems: RowProblem[] = []
  let changes: CellChange[] = []
  let repairs: Repair[] = []
  let current: Slot | undefined
  const failed = new Set<Slot>()
  const add: Report['add'] = (slot, code, severity, message) => {
    problems.push({ row, column: slot.heading, field: slot.column.field, code, severity, message })
    if (severity === 'error') failed.add(slot)
  }
  const changed: Report['changed'] = ({ column, heading }, cell, value, why) => {
    const [original, printed] = [cellText(cell), printValue(value, column)]
    changes.push({ field: column.field, column: heading, original, value: printed, repairs: why })
  }
  const sink: Sink = {
    repair: (repair) => void repairs.push(repair),
    problem: (code, message, severity = 'error') => {
      if (current) add(current, code, severity, message)
    },
  }
  return {
    begin(next) {
      row = next
      problems = []
      changes = []
      failed.clear()
    },
    end: () => ({ problems, changes }),
    add,
    changed,
    hasFailed: (slot) => failed.size > 0 && failed.has(slot),
    cleaned(slot, cell) {
      current = slot
      const value = slot.clean(cell, sink)
      if (repairs.length > 0) {
        changed(slot, cell, value, repairs)
        repairs = []
      }
      return value
    },
    sinkFor(slot) {
      current = slot
      return { ...sink, repair: () => {} }
    },
  }
}

const isEmptyValue = (value: CleanValue | undefined): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)

type Pair = { readonly slot: Slot; readonly names: Slot }

/**
 * Names and identifiers in one row prove each other: names divided by blanks only are told apart when as many
 * identifiers stand beside them, and a count that differs is remarked.
 */
function alignPair(pair: Pair, record: WritableRecord, cellOf: (slot: Slot) => RawCell, report: Report): void {
  const { slot, names: anchor } = pair
  const names = record[anchor.column.field]
  const identifiers = record[slot.column.field]
  if (!isTexts(names) || !isTexts(identifiers) || names.length === 0 || identifiers.length === 0) return
  if (names.length === identifiers.length || report.hasFailed(slot)) return
  const cell = cellOf(anchor)
  const text = cellText(cell).trim()
  const pieces = names.length === 1 ? splitByBlanks(text, identifiers.length) : []
  if (pieces.length === identifiers.length) {
    const divided = cleanEntries(pieces, text, true, report.sinkFor(anchor))
    record[anchor.column.field] = divided
    report.changed(anchor, cell, divided, ['list-split'])
    return
  }
  const [title, namesTitle] = [slot.column.title, anchor.column.title]
  const counts = `${namesTitle}有${names.length}个，${title}有${identifiers.length}个，对不上`
  report.add(slot, 'W_PARTY_COUNT', 'warning', `${counts}；请逐一补齐，没有的写“/”。`)
}

const isTexts = (value: CleanValue | undefined): value is readonly string[] => Array.isArray(value)

function extrasOf(cells: readonly RawCell[], extras: readonly MappedColumn[]): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const { index, heading } of extras) {
    const cell = cells[index]
    if (!isEmptyCell(cell)) kept[heading] = cellText(cell ?? null).trim()
  }
  return kept
}

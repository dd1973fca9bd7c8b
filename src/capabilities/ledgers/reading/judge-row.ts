import type { Cleaner } from './clean/cleaner.ts'
import { cleanEntries, cleanerFor, emptyValue, isList, printValue } from './clean/cleaner.ts'
import type { Repair, Sink } from './clean/cleaning.ts'
import { splitByBlanks } from './clean/list.ts'
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
  const running = new Set(
    slots.filter(({ column, index }) => index >= 0 && column.type === 'integer').map(({ index }) => index),
  )
  const extras = plan.columns.filter(({ field, heading }) => field === null && heading !== problemHeading)
  const isReadable = plan.missing.length === 0

  return (row) => {
    const { rowNumber, cells } = row
    const typed = corrections?.get(rowNumber)
    const keyCell = keySlot && (typed?.[keySlot.column.field] ?? cells[keySlot.index])
    const key = keySlot ? (keyIn(keyCell, keySlot.column) ?? null) : null
    const isNamed = key !== null && (keySlot?.column.type === 'case-number' || typed !== undefined)
    const ignored = ignoredAs(row, head, isNamed, running)
    if (ignored) return { rowNumber, cells, status: 'ignored', ignoredAs: ignored }
    const report = rowReport(rowNumber)
    const values = slots.map((slot) => {
      const cell = typed?.[slot.column.field] ?? cells[slot.index] ?? null
      return report.cleaned(slot, cell)
    })
    if (isReadable) {
      alignLists(slots, values, report, (slot) => typed?.[slot.column.field] ?? cells[slot.index] ?? null)
      report.missing(slots, values)
    }
    const record = Object.fromEntries(slots.map(({ column }, at) => [column.field, values[at] ?? null]))
    if (isReadable) report.checked(layout, slots, record, contextOf(plan, today, slots, values, report))
    const problems = isReadable ? report.problems : []
    const isRefused = !isReadable || problems.some(({ severity }) => severity === 'error')
    return {
      rowNumber,
      cells,
      status: isRefused ? 'setAside' : 'accepted',
      key,
      record,
      changes: report.changes,
      extra: extrasOf(cells, extras),
      problems,
      known: null,
    }
  }
}

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

type Report = ReturnType<typeof rowReport>

function rowReport(row: number) {
  const problems: RowProblem[] = []
  const changes: CellChange[] = []
  const failed = new Set<string>()
  let repairs: Repair[] = []
  let current: Slot | undefined
  const add = (slot: Slot, code: string, severity: Severity, message: string): void => {
    problems.push({ row, column: slot.heading, field: slot.column.field, code, severity, message })
    if (severity === 'error') failed.add(slot.column.field)
  }
  const sink: Sink = {
    repair: (repair) => void repairs.push(repair),
    problem: (code, message, severity = 'error') => {
      if (current) add(current, code, severity, message)
    },
  }
  return {
    problems,
    changes,
    failed,
    add,
    cleaned(slot: Slot, cell: RawCell): CleanValue {
      current = slot
      const value = slot.clean(cell, sink)
      if (repairs.length > 0) {
        this.changed(slot, cell, value, repairs)
        repairs = []
      }
      return value
    },
    changed(slot: Slot, cell: RawCell, value: CleanValue, why: readonly Repair[]): void {
      const { column, heading } = slot
      changes.push({
        field: column.field,
        column: heading,
        original: cellText(cell),
        value: printValue(value, column),
        repairs: why,
      })
    },
    sinkFor(slot: Slot): Sink {
      current = slot
      return { ...sink, repair: () => {} }
    },
    missing(slots: readonly Slot[], values: readonly CleanValue[]): void {
      for (const [at, slot] of slots.entries()) {
        const { required, missing = 'E_MISSING', field, title } = slot.column
        if (required !== true || failed.has(field) || !isEmptyValue(values[at])) continue
        add(slot, missing, 'error', `${title}没有填写，请补上后再导入。`)
      }
    },
    checked(layout: Layout, slots: readonly Slot[], record: LedgerRecord, context: CheckContext): void {
      for (const check of layout.checks) {
        const slot = slots.find(({ column }) => column.field === check.field)
        const message = check.find(record, context)
        if (slot && message !== undefined) add(slot, check.code, check.severity, message)
      }
    },
  }
}

const isEmptyValue = (value: CleanValue | undefined): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)

/**
 * Names and identifiers in one row prove each other: names divided by blanks only are told apart when as many
 * identifiers stand beside them, and a count that differs is remarked.
 */
function alignLists(
  slots: readonly Slot[],
  values: CleanValue[],
  report: Report,
  cellOf: (slot: Slot) => RawCell,
): void {
  for (const [at, slot] of slots.entries()) {
    if (slot.column.type !== 'id-list' || slot.column.alignedWith === undefined) continue
    const anchorAt = slots.findIndex(({ column }) => column.field === slot.column.alignedWith)
    const anchorSlot = slots[anchorAt]
    const names = values[anchorAt]
    const identifiers = values[at]
    if (!anchorSlot || !isTexts(names) || !isTexts(identifiers) || names.length === 0 || identifiers.length === 0)
      continue
    if (names.length === identifiers.length) continue
    const text = cellText(cellOf(anchorSlot)).trim()
    const pieces = names.length === 1 ? splitByBlanks(text, identifiers.length) : []
    if (pieces.length === identifiers.length) {
      const divided = cleanEntries(pieces, text, true, report.sinkFor(anchorSlot))
      values[anchorAt] = divided
      report.changed(anchorSlot, cellOf(anchorSlot), divided, ['list-split'])
    } else if (!report.failed.has(slot.column.field)) {
      const { title } = slot.column
      report.add(
        slot,
        'W_PARTY_COUNT',
        'warning',
        `${anchorSlot.column.title}有${names.length}个，${title}有${identifiers.length}个，对不上；请逐一补齐，没有的写“/”。`,
      )
    }
  }
}

const isTexts = (value: CleanValue | undefined): value is readonly string[] => Array.isArray(value)

function contextOf(
  { period, court }: SheetPlan,
  today: Temporal.PlainDate,
  slots: readonly Slot[],
  values: readonly CleanValue[],
  { failed }: Report,
): CheckContext {
  return {
    today: today.toString(),
    period,
    court,
    absent(field) {
      const at = slots.findIndex(({ column }) => column.field === field)
      const slot = slots[at]
      if (!slot || slot.index < 0 || failed.has(field)) return false
      return isList(slot.column) ? isEmptyValue(values[at]) : values[at] === emptyValue(slot.column)
    },
  }
}

function extrasOf(cells: readonly RawCell[], extras: readonly MappedColumn[]): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const { index, heading } of extras) {
    const cell = cells[index]
    if (!isEmptyCell(cell)) kept[heading] = cellText(cell ?? null).trim()
  }
  return kept
}

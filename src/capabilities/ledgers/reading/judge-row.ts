import { cleanerFor } from './clean/cleaner.ts'
import { emptyValue, isList } from './clean/cleaning.ts'
import { alignPair } from './align-lists.ts'
import { normalHeading } from './heading.ts'
import { keyIn } from './keys.ts'
import type { CheckContext, CleanValue, Column, Layout } from './layout.ts'
import type { MappedColumn } from './mapping.ts'
import { problemHeading } from './mapping.ts'
import type { Corrections, SheetPlan } from './plan.ts'
import type { RawCell, RawRow } from './raw.ts'
import { cellText, isEmptyCell } from './raw.ts'
import type { LedgerRow, RecordRow } from './row.ts'
import { composedKey, isComposed } from './row-key.ts'
import { ignoredAs } from './row-kind.ts'
import type { Slot } from './row-report.ts'
import { rowReport } from './row-report.ts'

export type JudgeOptions = { readonly today: Temporal.PlainDate; readonly corrections?: Corrections | undefined }

/**
 * Judges the rows of a planned sheet one by one: a row's own cells decide, nothing of its neighbours. The same row gives
 * the same verdict in a file, in the correction grid and in a test.
 */
export function rowJudge(plan: SheetPlan, { today, corrections }: JudgeOptions): (row: RawRow) => LedgerRow {
  const { layout, head } = plan
  if (plan.left !== null)
    return ({ rowNumber, cells }) => ({ rowNumber, cells, status: 'ignored', ignoredAs: 'left-out' })
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
  const composed = isComposed(layout) ? composedKey(layout) : undefined

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
    const name = composed ? composed(record) : key
    const status = problems.some(({ severity }) => severity === 'error') ? 'setAside' : 'accepted'
    return { rowNumber, cells, status, key: name, record, changes, extra, problems, known: null }
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
    return slot ? [{ check, slot, other: slotOf.get(check.otherwise ?? '') }] : []
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
    for (const { check, slot, other } of checks) {
      const message = check.find(record, context)
      if (message === undefined) continue
      const shown = other && isEmptyValue(record[slot.column.field]) ? other : slot
      report.add(shown, check.code, check.severity, message)
    }
    return { record, ...report.end() }
  }
}

type WritableRecord = Record<string, CleanValue>

const isEmptyValue = (value: CleanValue | undefined): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)

function extrasOf(cells: readonly RawCell[], extras: readonly MappedColumn[]): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const { index, heading } of extras) {
    const cell = cells[index]
    if (!isEmptyCell(cell)) kept[heading] = cellText(cell ?? null).trim()
  }
  return kept
}

import { printValue } from './clean/cleaner.ts'
import type { Cleaner, Repair, Sink } from './clean/cleaning.ts'
import type { CleanValue, Column, Severity } from './layout.ts'
import type { RawCell } from './raw.ts'
import { cellText } from './raw.ts'
import type { CellChange, RecordRow, RowProblem } from './row.ts'

/** A declared column in the sheet at hand. */
export type Slot = {
  readonly column: Column
  /** Where the sheet holds the column, from 0; -1 when it has none. */
  readonly index: number
  readonly heading: string
  readonly clean: Cleaner
}

export type Report = {
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
export function rowReport(): Report {
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

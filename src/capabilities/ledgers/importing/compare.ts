import { differenceOf, type Difference } from '../difference.ts'
import type { Current, IntakeRow } from '../intake.ts'
import type { LedgerRow, RecordRow } from '../reading/index.ts'

export type Known = { readonly row: IntakeRow; readonly found: Current; readonly difference: Difference }
/** What rows would do: make records, change some, leave others alone. */
export type Comparison = { readonly fresh: readonly IntakeRow[]; readonly known: readonly Known[] }

export type Tally = { created: number; changed: number; same: number; conflicts: number }
export const newTally = (): Tally => ({ created: 0, changed: 0, same: 0, conflicts: 0 })

export function compareRows(
  rows: readonly LedgerRow[],
  currentOf: (key: string) => Current | undefined,
  inSheet: ReadonlySet<string>,
): Comparison {
  const fresh: IntakeRow[] = []
  const known: Known[] = []
  for (const row of rows) {
    if (row.status !== 'accepted') continue
    const taken = intakeRow(row)
    const found = currentOf(taken.key)
    if (found) known.push({ row: taken, found, difference: differenceOf(taken, found, inSheet) })
    else fresh.push(taken)
  }
  return { fresh, known }
}

export function countInto(tally: Tally, { fresh, known }: Comparison): void {
  tally.created += fresh.length
  for (const { difference } of known) {
    const { changes, conflicts } = difference
    if (changes.length > 0) tally.changed++
    if (conflicts.length > 0) tally.conflicts++
    if (changes.length + conflicts.length === 0) tally.same++
  }
}

const intakeRow = ({ rowNumber, key, record, extra }: RecordRow): IntakeRow => ({
  row: rowNumber,
  key: key ?? `row ${rowNumber}`,
  record,
  extra,
})

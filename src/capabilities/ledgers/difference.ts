import type { CleanValue, LedgerRecord } from './reading/index.ts'
import type { Current, IntakeRow } from './intake.ts'

export type FieldChange = { readonly field: string; readonly before: CleanValue; readonly after: CleanValue }

export type Difference = {
  /** What will change. */
  readonly changes: readonly FieldChange[]
  /** Where the ledger differs from what a person typed: shown, not applied. */
  readonly conflicts: readonly FieldChange[]
}

/**
 * Field by field, what a row would change of what is on record. Only fields that the sheet has and the room keeps are
 * compared: a ledger without a column says nothing about it.
 */
export function differenceOf({ record }: IntakeRow, current: Current, inSheet: ReadonlySet<string>): Difference {
  const changes: FieldChange[] = []
  const conflicts: FieldChange[] = []
  for (const [field, before] of Object.entries(current.record)) {
    const after = record[field]
    if (after === undefined || !inSheet.has(field) || alike(before, after)) continue
    const change = { field, before, after }
    if (current.typed.includes(field)) conflicts.push(change)
    else changes.push(change)
  }
  return { changes, conflicts }
}

/** Nothing, an empty text and an empty list are one and the same to a ledger. */
function alike(a: CleanValue, b: CleanValue): boolean {
  if (isEmpty(a) && isEmpty(b)) return true
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return Array.from({ length: Math.max(a.length, b.length) }).every((_, i) => (a[i] ?? '') === (b[i] ?? ''))
}

const isEmpty = (value: CleanValue): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.every((entry) => entry === ''))

export const overlaid = (record: LedgerRecord, changes: readonly FieldChange[]): LedgerRecord => ({
  ...record,
  ...Object.fromEntries(changes.map(({ field, after }) => [field, after])),
})

/** As text for a sealed column: money as digits with a trailing n, told apart from numbers. */
export const changesText = (difference: Difference): string =>
  JSON.stringify(difference, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value))

/** What `changesText` wrote. */
export const differenceFrom = (text: string): Difference => JSON.parse(text) as Difference

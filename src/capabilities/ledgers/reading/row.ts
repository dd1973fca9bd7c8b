import type { Repair } from './clean/cleaning.ts'
import type { LedgerRecord, Severity } from './layout.ts'
import type { RawCell } from './raw.ts'
import type { IgnoredAs } from './row-kind.ts'

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
export type IgnoredRow = Common & {
  readonly status: 'ignored'
  readonly ignoredAs: IgnoredAs | 'unrecognised' | 'left-out'
}
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

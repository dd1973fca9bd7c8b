import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact, Subject } from '#kernel/fact.ts'
import type { Occasion } from '#kernel/occasion.ts'
import type { Layout, LedgerRecord } from './reading/index.ts'

/** A ledger row that passed every check, on its way to a room. */
export type IntakeRow = {
  readonly row: number
  readonly key: string
  readonly record: LedgerRecord
  /** Cells of columns the layout does not know, under their headings. */
  readonly extra: Readonly<Record<string, string>>
}

/** What a room has on record under a key, in the ledger's own fields. Fields it does not keep are left out. */
export type Current = {
  readonly id: string
  readonly record: LedgerRecord
  /** By which a row is known to speak of this record: one in common is enough. */
  readonly marks: readonly string[]
  /** What came in columns the layout does not know, under their headings. */
  readonly extra?: Readonly<Record<string, string>>
  /** Fields a person has typed since: a ledger may differ from them but not overwrite them. */
  readonly typed: readonly string[]
}

export type Revision = {
  readonly id: string
  readonly row: IntakeRow
  /** The record as it will be: what is on record, overlaid with what the ledger changed. */
  readonly record: LedgerRecord
  readonly changed: readonly string[]
}

export type BatchRef = {
  readonly batchId: string
  readonly period: { readonly from: string; readonly to: string } | null
}

/**
 * How the rows of one ledger become records of a room. All of it works on sets: a ledger has up to 100,000 rows and
 * goes through in one transaction.
 */
export type Intake = {
  readonly layout: Layout
  /** Tables that hold what these rows became, parents before children. All have `batch_id`; `owner` names the record. */
  readonly tables: readonly { readonly name: string; readonly owner: string }[]
  readonly current: (tx: Tx, keys: readonly string[], batch: BatchRef | null) => Promise<ReadonlyMap<string, Current>>
  /** Returns the new records' ids in the order of the rows. */
  readonly create: (
    tx: Tx,
    rows: readonly IntakeRow[],
    batch: BatchRef,
    occasion: Occasion,
  ) => Promise<readonly string[]>
  readonly revise: (tx: Tx, revisions: readonly Revision[], batch: BatchRef, occasion: Occasion) => Promise<void>
  readonly subject: (id: string) => Subject
  /** Keys of the records that a ledger made now would list, in its order, as far as the actor may see them. */
  readonly keys?: (tx: Tx, filter: LedgerFilter, occasion: Occasion) => Promise<readonly string[]>
  /** Headings of the columns beyond the layout that these records came with, for a ledger made now. */
  readonly extras?: (tx: Tx, keys: readonly string[]) => Promise<readonly string[]>
  /** What the other rooms hear: one fact per record, light enough for 100,000. */
  readonly fact: (id: string, change: 'imported' | 'revised' | 'restored') => Fact
}

/** Which records a ledger made now should hold; without days all of them. */
export type LedgerFilter = { readonly from: string | null; readonly to: string | null }

declare module '#kernel/capability.ts' {
  interface Contributions {
    readonly ledgers?: readonly Intake[]
    /**
     * Tables of a room whose rows a batch may make, with the column that names the batch. Only those that call it
     * otherwise than `batch_id` need be declared: the others are found in the catalogue.
     */
    readonly batchColumns?: Readonly<Record<string, string>>
  }
}

import type { Tx } from '#kernel/database/transaction.ts'
import type { Label } from '#kernel/values/labels.ts'

/** Names of records of one kind, by id: `case` → （2024）川1123执655号. */
export type RecordNames = (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>

declare module '#kernel/capability.ts' {
  interface Contributions {
    /**
     * Words for journal entries that no command of that name made (`ledgers.import`), for derived facts
     * (`fact:deadlines.clock-started`) and for actors that are no person (`actor:operator`).
     */
    readonly words?: Readonly<Record<string, Label>>
    /** How records are called where only their id is known, by the kind before the colon of a subject. */
    readonly recordNames?: Readonly<Record<string, RecordNames>>
  }
}

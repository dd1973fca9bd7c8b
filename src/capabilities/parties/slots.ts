import type { z } from 'zod'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Subject } from '#kernel/fact.ts'
import type { Belongs, Occasion } from '#kernel/occasion.ts'
import type { Section } from './contract.ts'

/** A record in which a party stands, and whose that record is. */
export type PartyRecord = { readonly partyId: string; readonly subject: Subject } & Belongs

/** All records of one room in which these parties stand. Who may see one of them may see the party. */
export type PartyRecordSource = (tx: Tx, partyIds: readonly string[]) => Promise<readonly PartyRecord[]>

/** What a room shows of one person in the view of the whole court. Its rows are already narrowed to the reader. */
export type DebtorSectionSource = (
  tx: Tx,
  partyIds: readonly string[],
  occasion: Occasion,
) => Promise<z.input<typeof Section>>

declare module '#kernel/capability.ts' {
  interface Contributions {
    readonly partyRecords?: readonly PartyRecordSource[]
    readonly debtorSections?: readonly DebtorSectionSource[]
  }
}

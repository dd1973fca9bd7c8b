import type { Case } from '#capabilities/cases'
import type { LedgerRecord } from '#capabilities/ledgers'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import type { Refusal } from '#kernel/problem.ts'
import type { EntryCheck } from './check.ts'
import type { Register } from './declaration.ts'
import { recordPermission } from './reach.ts'

/** How a room keeps one register: who may enter what, and what the law has against it. */
export type Keeping = {
  readonly register: Register
  readonly may: {
    readonly record: string
    /** By the act of a step, where another post takes it. */
    readonly steps?: Readonly<Record<string, string>>
  }
  /** Rules the acts rest on, for the menu. */
  readonly cites?: readonly string[]
  readonly checks?: readonly EntryCheck[]
  /** What follows from an entry as typed: a day when it is due, a sum reckoned from others. Asked before it is judged. */
  readonly complete?: (tx: Tx, entry: LedgerRecord, occasion: Occasion) => Promise<LedgerRecord | Refusal>
  /** What stands against any entry in this case, whatever it says; pure, and asked by the menu. */
  readonly gate?: (record: Case, occasion: Occasion) => Refusal | undefined
  /** Entries about a debtor may be made after the case was closed, and are marked as such. */
  readonly onClosed?: boolean
}

/** With the room's own permission for everything, unless told otherwise. */
export const keep = (register: Register, more: Partial<Omit<Keeping, 'register'>> = {}): Keeping => ({
  register,
  may: { record: recordPermission(register) },
  ...more,
})

/** What a role may do, and how far it reaches. */
export const grant = (role: string, scope: 'own' | 'team' | 'court', ...permissions: readonly string[]) =>
  permissions.map((permission) => ({ role, permission, scope }))

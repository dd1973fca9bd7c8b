import type { Tx } from '#kernel/database/transaction.ts'
import type { Label } from '#kernel/values/labels.ts'
import type { PayeeRole } from './contract.ts'

/** Why money of a case may not go out now. What it does not name goes on. */
export type PayoutHold = {
  readonly caseNumber: string
  /** Only these receipts; null for all money of the case. */
  readonly claimIds: readonly string[] | null
  /** Only money that came from or is held for this debtor. */
  readonly debtor: { readonly partyId: string | null; readonly name: string } | null
  /** Who may be paid all the same. */
  readonly except: readonly PayeeRole[]
  /** The row of law it rests on. */
  readonly rule: string
  /** In the words of the refusal: 因…中止. */
  readonly text: string
}
export type HoldSource = (
  tx: Tx,
  caseNumbers: readonly string[],
  today: Temporal.PlainDate,
) => Promise<readonly PayoutHold[]>

/** Something of a case that still bears on the debtor and ends with full payment. */
export type LiveControl = {
  /** Of the record in its room. */
  readonly id: string
  readonly caseNumber: string
  readonly title: string
  readonly detail: string
  readonly sinceOn: string | null
  readonly href: string | null
}
/** A kind of control that rooms declare: 限制消费, 失信, 查封. */
export type ReleaseKind = {
  readonly kind: string
  readonly title: Label
  readonly live: (tx: Tx, caseNumbers: readonly string[], today: Temporal.PlainDate) => Promise<readonly LiveControl[]>
}

declare module '#kernel/capability.ts' {
  interface Contributions {
    readonly payoutHolds?: readonly HoldSource[]
    readonly releases?: readonly ReleaseKind[]
  }
}

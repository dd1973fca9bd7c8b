import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import type { Label } from '#kernel/values/labels.ts'

/** One decision that waits for this person: what, who asks, since when, and where it is read and decided. */
export type WaitingApproval = {
  readonly id: string
  readonly what: Label
  readonly detail: string
  /** When it was proposed. */
  readonly at: string
  readonly href: string
  /** Whoever proposed it sees it waiting and may not decide. */
  readonly mine: boolean
}
export type ApprovalSource = (tx: Tx, occasion: Occasion) => Promise<readonly WaitingApproval[]>

/** A figure in the head of the desk; it opens a list with the same total. */
export type DeskCount = {
  readonly id: string
  readonly title: Label
  readonly order: number
  readonly tone: 'plain' | 'overdue' | 'due'
  readonly href: string
  /** Null where the figure is none of this person's business. */
  readonly count: (tx: Tx, occasion: Occasion) => Promise<number | null>
}

/** Something that happened in this person's records and that somebody else did. */
export type DeskNotice = {
  readonly id: string
  readonly text: string
  readonly by: string | null
  /** RFC 3339. */
  readonly at: string
  readonly href: string
}
export type NoticeSource = (
  tx: Tx,
  since: Temporal.Instant,
  limit: number,
  occasion: Occasion,
) => Promise<readonly DeskNotice[]>

/** The next day on which something of this person's falls due, and how many. */
export type NextDueSource = (
  tx: Tx,
  occasion: Occasion,
) => Promise<{ readonly on: string; readonly count: number; readonly href: string } | null>

declare module '#kernel/capability.ts' {
  interface Contributions {
    readonly approvals?: readonly ApprovalSource[]
    readonly deskCounts?: readonly DeskCount[]
    readonly notices?: readonly NoticeSource[]
    /** Said where nothing is to be done today. */
    readonly nextDue?: readonly NextDueSource[]
  }
}

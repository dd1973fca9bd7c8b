import type { Command } from './command.ts'
import type { Tx } from './database/transaction.ts'
import type { Fact, Subject } from './fact.ts'
import type { Occasion } from './occasion.ts'
import type { Platform } from './platform.ts'
import type { Query } from './query.ts'
import type { Label } from './values/labels.ts'

/** What follows from facts of other rooms, in the same transaction. Returns the facts it added, journalled with them. */
export type Reaction = {
  readonly on: readonly string[]
  readonly react: (tx: Tx, facts: readonly Fact[], occasion: Occasion) => Promise<readonly DerivedFact[]>
}

export type DerivedFact = {
  readonly fact: Fact
  readonly subjects: readonly [Subject, ...Subject[]]
  /** Types of the problems that an unconfirmed rule only warned of. */
  readonly warned?: readonly string[]
}

export type Job = {
  readonly kind: string
  readonly title: Label
  /** Court time, `06:00`; without it the job runs only when it is asked for. */
  readonly daily?: string
  readonly permissions: readonly string[]
  readonly run: (platform: Platform, court: string, payload: unknown) => Promise<string>
}

/** One line of "what must I decide today": object, why, deadline, one button. */
export type DeskItem = {
  readonly id: string
  readonly what: Label
  readonly caseId: string | null
  readonly caseNumber: string | null
  readonly parties: string | null
  readonly why: string
  readonly dueOn: string | null
  readonly state: 'custody' | 'overdue' | 'urgent' | 'due' | 'open'
  /** The command the button gives, with what is already known of its input, or the page it opens. */
  readonly act: {
    readonly title: Label
    readonly command?: string
    readonly input?: Record<string, unknown>
    readonly href?: string
  }
  /** Alike items are grouped under this key. */
  readonly group: string
}

export type DeskSource = {
  readonly section: Label
  readonly items: (tx: Tx, occasion: Occasion) => Promise<readonly DeskItem[]>
}

export type TimelineEntry = {
  readonly on: string
  readonly at: string | null
  readonly room: string
  readonly id: string
  readonly kind: Label
  readonly title: string
  readonly detail: string | null
  readonly by: string | null
  readonly recordedAt: string | null
  readonly href: string | null
  readonly caseNumber: string | null
}

export type TimelineSource = (tx: Tx, caseIds: readonly string[]) => Promise<readonly TimelineEntry[]>

export type SearchHit = {
  readonly kind: Label
  readonly title: string
  readonly detail: string
  readonly href: string
  readonly weight: number
}
export type SearchSource = (tx: Tx, text: string, occasion: Occasion) => Promise<readonly SearchHit[]>

/** What the frame of every page shows beside the person: small, quick, and the same for everybody of the court. */
export type SessionSource = (tx: Tx, occasion: Occasion) => Promise<Readonly<Record<string, unknown>>>

export type Permission = { readonly title: Label; readonly personalData?: boolean }

/**
 * What a room contributes; the shell gathers and never reads a room's tables. Rooms that gather something of their own
 * (ledgers, indicators, report) merge their slot into this interface: adding a room edits no other room.
 */
export interface Contributions {
  readonly commands?: readonly Command[]
  readonly queries?: readonly Query[]
  readonly permissions?: Readonly<Record<string, Permission>>
  readonly jobs?: readonly Job[]
  readonly reactions?: readonly Reaction[]
  readonly desk?: readonly DeskSource[]
  readonly timeline?: readonly TimelineSource[]
  readonly search?: readonly SearchSource[]
  readonly session?: readonly SessionSource[]
}

export type Capability = Contributions & {
  /** The folder's name, the prefix of its tables, commands and facts. */
  readonly name: string
  readonly title: Label
  /** Folder of `0001-….sql` files; null for a room without tables. */
  readonly migrations: URL | null
}

export const capability = (room: Capability): Capability => room

import type { Tx } from '#kernel/database/transaction.ts'
import type { Label } from '#kernel/values/labels.ts'
import type { Limit } from './rules/limits.ts'

/** Where a limit comes from: law, a national norm not read again, a court's or province's own rule, our default. */
export type SourceClass = 'L' | 'O' | 'S' | 'I'

/** Whose desk the clock lies on until it is late. */
export type Whom = 'handler' | 'clerk' | 'allocator'

/** From an event of the kind `from` up to, not including, the day of the next one of `until`, time does not count. */
export type PauseKind = { readonly from: string; readonly until: readonly string[]; readonly title: Label }

/**
 * One row of the time-limit sheet (期限表): what starts the clock, how long it runs, what ends it. Rooms declare theirs in
 * the slot `clocks`; the engine here knows no court.
 */
export type ClockRule = {
  /** `T04`; a variant of one row carries a suffix, `T25.review`. */
  readonly id: string
  /** The kind of record whose events drive it, `case`. */
  readonly subject: string
  readonly title: Label
  /** The record has one of these traits; left out, every record of the kind. */
  readonly among?: readonly string[]
  /** The record has none of these. */
  readonly except?: readonly string[]
  /** Kinds of event, the preferred one first. The earliest of its kind starts the clock. */
  readonly starts: readonly string[]
  /** The act that is waited for. */
  readonly finishes: readonly string[]
  /** The act may be done before the clock starts, and the clock is then met at once. */
  readonly early?: boolean
  /** Makes the act pointless: the clock stops without having been met. */
  readonly lapses?: readonly string[]
  readonly pauses?: readonly PauseKind[]
  /** Kinds of event that bring approved extra months. */
  readonly extendedBy?: readonly string[]
  /** A row that recurs: how many times, counted from one start. */
  readonly steps?: (startedOn: Temporal.PlainDate) => number
  /** An event before whose day the acts of a recurring row are not known; steps due earlier are left out. */
  readonly knownFrom?: string
  readonly limit: Limit
  /** Working days before the end at which the clock counts as due soon. */
  readonly warn: number
  readonly whom: Whom
  readonly missed: Label
  readonly source: SourceClass
  /** What the desk's button gives or opens. */
  readonly act?: {
    readonly title: Label
    readonly command?: string
    readonly input?: Readonly<Record<string, unknown>>
  }
}

/** Where the records of a kind are found, for reckoning all of them again. */
export type ClockSource = {
  readonly subject: string
  /** Ids beyond this one in their order, no more than so many. */
  readonly idsAfter: (tx: Tx, after: string | null, limit: number) => Promise<readonly string[]>
  readonly loader: (today: Temporal.PlainDate) => SubjectLoader
}

/** Reads the events of records; a record that is gone is left out of the answer. */
export type SubjectLoader = (tx: Tx, ids: readonly string[]) => Promise<readonly ClockSubject[]>

declare module '#kernel/capability.ts' {
  interface Contributions {
    readonly clocks?: readonly ClockRule[]
    readonly clockSources?: readonly ClockSource[]
  }
}

/** Something that happened to a record. Days are ISO text: an import has a million of them, and they sort as they stand. */
export type ClockEvent = { readonly kind: string; readonly on: string; readonly months?: number }

export type ClockSubject = {
  readonly id: string
  /** The case it belongs to; null outside any case. */
  readonly caseId: string | null
  readonly traits: readonly string[]
  readonly events: readonly ClockEvent[]
}

export type ClockPause = { readonly kind: string; readonly from: string; readonly to: string | null }
export type ClockExtension = { readonly kind: string; readonly on: string; readonly months: number }
/** What moved the end of a clock beyond its plain length. */
export type Stops = { readonly pauses: readonly ClockPause[]; readonly extensions: readonly ClockExtension[] }

/** The days of a clock that depend on the calendar. A paused clock is due on `never`. */
export type Due = {
  readonly dueOn: string
  /** First day on which it counts as due soon, and as urgent. */
  readonly dueFrom: string
  readonly urgentFrom: string
  /** Leans on a year whose days off are not published. */
  readonly provisional: boolean
  /** The row of law it was reckoned by, `filing.notice@2022-04-10`. */
  readonly version: string
}

export type Clock = Due & {
  readonly subjectId: string
  readonly caseId: string | null
  readonly ruleId: string
  readonly step: number
  readonly startedBy: string
  readonly startedOn: string
  readonly finishedBy: string | null
  readonly finishedOn: string | null
  readonly stops: Stops | null
}

/** The end of a clock that stands still. Later than every day, so that it sorts last and is never overdue. */
export const never = '9999-12-31'

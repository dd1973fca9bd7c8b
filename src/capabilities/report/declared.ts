import type { Tx } from '#kernel/database/transaction.ts'
import type { CountUnit, Period } from '#capabilities/indicators'

/** The list that a click on the number opens. */
export type Drill = {
  /** The list query whose rows are counted. Its input takes what is said here, and the days as `from` and `to`. */
  readonly query: string
  readonly input?: Readonly<Record<string, string>>
  /** The page that shows it and reads the same names from its address. */
  readonly page: string
}

/** The days of a figure, both included. No first day: since records began. */
export type Days = { readonly from: Temporal.PlainDate | null; readonly until: Temporal.PlainDate }

type Rows = {
  /** Of the catalogue, F24. */
  readonly figure: string
  /** A view (or table) of the declaring room. */
  readonly from: string
  /** Columns and what they must hold: a text, one of several, a flag. */
  readonly where?: Readonly<Record<string, string | boolean | readonly string[]>>
  /** The column whose day must lie in the figure's days. */
  readonly on?: string
  /** Of a state that begins on `on`: the column of the day it ended. Counted is what is in force at the end. */
  readonly ended?: string
  /** Days of its own, such as a campaign's; null while there are none. Without it, those of the catalogue. */
  readonly days?: (tx: Tx, report: Period) => Promise<Days | null>
  readonly drill: Drill
}

/** Things that may stand in several rows are told apart by a column; events are the rows themselves. */
type Counting =
  | { readonly unit: Exclude<CountUnit, 'person-time' | 'item' | 'dispatch' | 'call' | 'yuan'>; readonly each: string }
  | { readonly unit: 'person-time' | 'item' | 'dispatch' | 'call' }
  | { readonly unit: 'yuan'; readonly fen: string }

/** A number of rows, of things in them, or a sum of money. */
export type CountedFigure = Rows & Counting

/** One counted figure as a percentage of another. */
export type ShareFigure = { readonly figure: string; readonly share: readonly [string, string] }

/** A day that the report names; null while it is not on record. */
export type DatedFigure = {
  readonly figure: string
  readonly day: (tx: Tx, report: Period) => Promise<Temporal.PlainDate | null>
  readonly drill: Drill
}

export type DeclaredFigure = CountedFigure | ShareFigure | DatedFigure

import type { Label } from '#kernel/values/labels.ts'
import { unitWords, type CountUnit } from './units.ts'

/** The days a question speaks of. `until` is the last day whose events count: the period's end or the as-of day. */
export type Mark = 'from' | 'until' | 'day-before-from' | 'year-before-from' | 'year-before-until'

/** What must be true of one row. A row of which it cannot be said (an empty date) is not in the set. */
export type Condition<Column extends string = string> =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition<Column>[] }
  | { readonly kind: 'not'; readonly of: Condition<Column> }
  /** A date that lies in the days named, both included; an open side has no bound. */
  | { readonly kind: 'dated'; readonly column: Column; readonly from?: Mark; readonly to?: Mark }
  | { readonly kind: 'one-of'; readonly column: Column; readonly values: readonly string[] }
  | { readonly kind: 'flag'; readonly column: Column }
  /** More than `by` lies between two dates, or between a date and a day of the question. */
  | {
      readonly kind: 'apart'
      readonly start: Column
      readonly end: Column | Mark
      readonly by: Span
      /** A column of days that are allowed beyond it. */
      readonly and?: Column
    }
  | { readonly kind: 'more'; readonly sum: readonly Term<Column>[] }

export type Span = { readonly days: number } | { readonly months: number }

/** A column of money, added or taken away. */
export type Term<Column extends string = string> = { readonly column: Column; readonly less?: boolean }

/** What one row adds to the figure. */
export type Measure<Column extends string = string> =
  | { readonly kind: 'count' }
  /** One for each different value among the rows, such as a person met several times. */
  | { readonly kind: 'each'; readonly column: Column }
  | { readonly kind: 'fen'; readonly sum: readonly Term<Column>[] }
  | { readonly kind: 'days'; readonly start: Column; readonly end: Column; readonly less?: Column }
  /** How many of several things are true of the row: overdue nodes of a case. `halved`: the mean of two counts. */
  | { readonly kind: 'tally'; readonly of: readonly Condition<Column>[]; readonly halved?: boolean }

/** A named set of records with what each of them weighs: one side of a fraction. */
export type MemberSet<Column extends string = string> = {
  readonly title: Label
  /** flow: events inside the period; stock: the state at 24:00 of its last day; cohort: what entered in it. */
  readonly period: 'flow' | 'stock' | 'cohort'
  readonly where: Condition<Column>
  readonly measure: Measure<Column>
  /** What is counted, where it is not cases. */
  readonly unit?: CountUnit
}

export type Rounding = 'truncate' | 'half-up'

/**
 * How a fraction is read: a share in percent, a change in percent, a mean, a plain quotient. A count or a sum of money is
 * read by itself; its base is `nothing`.
 */
export type Form = {
  readonly kind: 'percent' | 'change' | 'mean' | 'quotient' | 'count' | 'money'
  readonly unit: Label
  readonly decimals: number
  readonly rounding: Rounding
}

/** One way of reckoning an indicator, under its full name: what is divided by what. */
export type Variant<Column extends string = string> = {
  /** The first variant of a definition is the one reports print and is called `printed`. */
  readonly key: string
  readonly title: Label
  /** Types of case that count; without it every row does. */
  readonly types?: readonly string[]
  readonly numerator: MemberSet<Column>
  readonly denominator: MemberSet<Column>
  /** A base is whole only when some row of it meets this; otherwise the figure is left empty. */
  readonly wholeWhen?: Condition<Column>
  /** What a reader must know beside the figure. */
  readonly note?: Label
  /** A percentage that may well be above 100: its numerator is no part of its base. */
  readonly mayExceed?: boolean
  /** Where this variant is read otherwise than its definition: a rate beside the counts of its stages. */
  readonly form?: Form
}

export type Definition<Column extends string = string> = {
  /** Of the catalogue, K01. */
  readonly id: string
  readonly version: number
  readonly validFrom: string
  readonly title: Label
  /** Which way is better. A band has no better inside it. */
  readonly direction: 'up' | 'down' | 'band' | 'neutral'
  readonly form: Form
  readonly variants: readonly [Variant<Column>, ...Variant<Column>[]]
  readonly source: string
}

export const percent: Form = {
  kind: 'percent',
  unit: { zh: '%', en: '%' },
  decimals: 2,
  rounding: 'truncate',
}
export const meanDays: Form = { kind: 'mean', unit: { zh: '天', en: ' days' }, decimals: 1, rounding: 'truncate' }

/** A number read by itself: 87人. */
export const countOf = (unit: CountUnit): Form => ({
  kind: 'count',
  unit: { zh: unitWords[unit], en: '' },
  decimals: 0,
  rounding: 'truncate',
})
export const money: Form = { kind: 'money', unit: { zh: '元', en: ' yuan' }, decimals: 2, rounding: 'truncate' }

/** The base of what is not divided. */
export const nothing: MemberSet<never> = {
  title: { zh: '不除', en: 'Not divided' },
  period: 'flow',
  where: { kind: 'any', of: [] },
  measure: { kind: 'count' },
}

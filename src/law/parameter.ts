import type { Ratio } from '#kernel/values/money.ts'
import { fen } from '#kernel/values/money.ts'
import { z } from 'zod'
import { type DayNumber, dayNumber } from './day-number.ts'
import type { NumberedSpan } from './day-spans.ts'
import type { Ground } from './finding.ts'
import { firstDayOf, type Rule, ruleOn, versionsOf } from './rules.ts'

/** A figure the law may change: fee tiers, a rate, a term. Its values are the dated rows of one rule. */
export type Parameter<T> = {
  readonly id: string
  readonly rule: string
  readonly titleZh: string
  readonly unit: string
  readonly values: ReadonlyMap<Rule, T>
}

/** The figure as it stood on a day, with its articles and warnings. */
export type Figure<T> = Ground & { readonly value: T; readonly rule: Rule }

/** A figure that the row of a rule holds. Throws when a row holds another kind of value than the figure needs. */
export function parameter<T>(rule: string, unit: string, read: (value: unknown, rule: Rule) => T): Parameter<T> {
  const versions = versionsOf(rule)
  const titleZh = versions.at(-1)?.titleZh ?? rule
  return { id: rule, rule, titleZh, unit, values: new Map(versions.map((row) => [row, read(row.value, row)])) }
}

/** A figure that a rule states in words only: it shares the rule's dates and articles. */
export function statedIn<T>(rule: string, id: string, titleZh: string, unit: string, value: T): Parameter<T> {
  return { id, rule, titleZh, unit, values: new Map(versionsOf(rule).map((row) => [row, value])) }
}

/** The value in force on the day of the trigger event; without a day, the newest. See `ruleOn` for days before the first. */
export function valueOn<T>({ id, rule: ruleId, values }: Parameter<T>, on?: Temporal.PlainDate): Figure<T> {
  const { rule, citations, checks } = ruleOn(ruleId, on)
  const value = values.get(rule)
  if (value === undefined) throw new RangeError(`no value of ${id} on ${on}`)
  return { value, rule, citations, checks }
}

/** A run of days [from, to) under one value. */
export type ValuedSpan<T> = NumberedSpan & { readonly value: T }

/**
 * The days [from, to) cut where the figure changed: each day keeps the value in force on it. Days before the first value
 * are given that one; what the law said then is shown by `ruleOn`.
 */
export function valuesDuring<T>({ values }: Parameter<T>, from: DayNumber, to: DayNumber): ValuedSpan<T>[] {
  const [only, more] = values.values()
  if (only !== undefined && more === undefined) return from < to ? [{ from, to, value: only }] : []
  const spans: ValuedSpan<T>[] = []
  let end = to
  for (const [rule, value] of [...values].reverse()) {
    const first = firstDayOf(rule)
    const start = first && spans.length < values.size - 1 ? Math.max(from, Math.min(end, dayNumber(first))) : from
    spans.push({ from: start, to: end, value })
    end = start
  }
  return spans.reverse().filter((span) => span.from < span.to)
}

const decimalText = /^(\d+)(?:\.(\d+))?$/

/** "0.000175" → 175/1000000. Throws RangeError on anything but a plain decimal. */
export function ratioOf(text: string): Ratio {
  const [, whole = '', decimals = ''] = decimalText.exec(text) ?? []
  if (whole === '') throw new RangeError(`not a decimal: ${text}`)
  return { numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(decimals.length) }
}

export const count = (value: unknown): number => z.int().nonnegative().parse(value)
export const ratio = (value: unknown): Ratio => ratioOf(z.string().parse(value))
export const money = (value: unknown) => fen(BigInt(z.int().parse(value)))

/** Years and months are one unit: a term of three years is thirty-six months. */
export function months(value: unknown, { unit }: Rule): number {
  if (unit !== 'year' && unit !== 'month') throw new RangeError(`not a term in months: ${unit}`)
  return count(value) * (unit === 'year' ? 12 : 1)
}

import { dayAt, type DayNumber, dayNumber } from './day-number.ts'

/** Days from the first up to, not including, the day the event ended. */
export type DaySpan = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }

/** The same in day numbers. */
export type NumberedSpan = { readonly from: DayNumber; readonly to: DayNumber }

const bySpanStart = (a: NumberedSpan, b: NumberedSpan): number => a.from - b.from

/** The union in order of days: overlapping and touching spans become one, empty ones none. */
export function unionOf(spans: readonly DaySpan[]): NumberedSpan[] {
  const union: NumberedSpan[] = []
  const numbered = spans.map(({ from, to }) => ({ from: dayNumber(from), to: dayNumber(to) }))
  for (const span of numbered.filter(({ from, to }) => from < to).sort(bySpanStart)) {
    const last = union.at(-1)
    if (last && span.from <= last.to) union[union.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else union.push(span)
  }
  return union
}

/** The part of each span that lies in [from, to). */
export const within = (spans: readonly NumberedSpan[], from: DayNumber, to: DayNumber): NumberedSpan[] =>
  spans
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .filter((span) => span.from < span.to)

export const countDays = (spans: readonly NumberedSpan[]): number =>
  spans.reduce((days, { from, to }) => days + to - from, 0)

export const formatSpan = ({ from, to }: NumberedSpan): string => `${dayAt(from)}至${dayAt(to - 1)}（${to - from}天）`

import { sql } from 'kysely'
import type { Days } from './compile.ts'

/** A question's days. `until` is the end, or the as-of day when that comes first. */
export type Period = {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly until: Temporal.PlainDate
}

/**
 * The state of `asOf` at 24:00 by the dates of events, as now known. What has not happened yet is unknown: a period that
 * reaches into the future is counted up to the machine's day.
 */
export function periodOf(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  asOf: Temporal.PlainDate | undefined,
  machineDay: Temporal.PlainDate,
): Period {
  return { from, to, until: earliest(earliest(to, asOf ?? to), machineDay) }
}

const earliest = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) <= 0 ? a : b)

/** The days of one period as parameters of a statement. */
export const daysOf = ({ from, until }: Pick<Period, 'from' | 'until'>): Days => ({
  from: sql`${from.toString()}::date`,
  until: sql`${until.toString()}::date`,
  'day-before-from': sql`${from.subtract({ days: 1 }).toString()}::date`,
  'year-before-from': sql`${from.subtract({ years: 1 }).toString()}::date`,
  'year-before-until': sql`${until.subtract({ years: 1 }).toString()}::date`,
})

/** The months a period touches, each cut to it: for a course over the year. */
export function monthsOf({ from, until }: Pick<Period, 'from' | 'until'>): readonly {
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
}[] {
  const months = []
  for (
    let start = from;
    Temporal.PlainDate.compare(start, until) <= 0;
    start = start.with({ day: 1 }).add({ months: 1 })
  ) {
    const end = start.with({ day: start.daysInMonth })
    months.push({ from: start, until: earliest(end, until) })
  }
  return months
}

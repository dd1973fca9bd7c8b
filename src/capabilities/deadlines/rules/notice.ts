import type { Refusal } from '#kernel/problem.ts'
import { day } from '#kernel/values/dates.ts'
import type { Notice } from '../contract.ts'
import { dayAsUsual, dayOutsideYear, dayTwice } from '../problems.ts'

const weekdays = ['', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日']

/** The week round the new year: a notice may reach into the last days of December and the first of January. */
const belongsTo = (year: number, on: Temporal.PlainDate): boolean =>
  on.year === year || on.add({ days: 7 }).year === year || on.subtract({ days: 7 }).year === year

/** The first thing wrong with a notice: a day of another year, a day twice, a worked day that is worked anyway. */
export function faultOfNotice({ year, days }: Notice): Refusal | undefined {
  const seen = new Set<string>()
  for (const [index, { date, off }] of days.entries()) {
    const on = day(date)
    if (!belongsTo(year, on)) return dayOutsideYear(index, date, year)
    if (seen.has(date)) return dayTwice(index, date)
    if (!off && on.dayOfWeek <= 5) return dayAsUsual(index, date, weekdays[on.dayOfWeek] ?? '')
    seen.add(date)
  }
  return undefined
}

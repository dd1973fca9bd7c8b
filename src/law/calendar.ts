import { z } from 'zod'
import { formatDayZh } from '#kernel/values/dates.ts'
import { PlainDateText } from '#kernel/values/wire.ts'
import notice2023 from './data/holidays/2023.json' with { type: 'json' }
import notice2024 from './data/holidays/2024.json' with { type: 'json' }
import notice2025 from './data/holidays/2025.json' with { type: 'json' }
import notice2026 from './data/holidays/2026.json' with { type: 'json' }
import { dayAt, type DayNumber, dayNumber, weekdayOf } from './day-number.ts'

/** The yearly notice of the State Council on days off and weekends worked in lieu (放假安排). */
export const HolidayNotice = z.object({
  year: z.int().min(2000).max(2999),
  /** Where the notice was published. */
  papers: z.array(z.string()).default([]),
  days: z.array(z.object({ name: z.string().min(1), date: PlainDateText, isOffDay: z.boolean() })).min(1),
})
export type HolidayNotice = Readonly<z.output<typeof HolidayNotice>>

type SetDay = { readonly name: string; readonly off: boolean }

/** Which days are worked. Years without a notice are known by their weekends only. */
export type Calendar = {
  readonly notices: readonly HolidayNotice[]
  readonly years: ReadonlySet<number>
  readonly setDays: ReadonlyMap<DayNumber, SetDay>
}

export function calendarOf(notices: readonly HolidayNotice[]): Calendar {
  const setDays = new Map<DayNumber, SetDay>()
  for (const { days } of notices) {
    for (const { date, name, isOffDay } of days) setDays.set(dayNumber(date), { name, off: isOffDay })
  }
  return { notices, years: new Set(notices.map(({ year }) => year)), setDays }
}

/** The calendar with one more notice, which takes the place of an earlier one for the same year. */
export const withNotice = ({ notices }: Calendar, notice: HolidayNotice): Calendar =>
  calendarOf([...notices.filter(({ year }) => year !== notice.year), notice])

/** Everything announced so far. A court imports later notices and passes its own calendar. */
export const publishedCalendar: Calendar = calendarOf(
  [notice2023, notice2024, notice2025, notice2026].map((notice) => HolidayNotice.parse(notice)),
)

const isWorked = ({ setDays }: Calendar, number: DayNumber): boolean => {
  const set = setDays.get(number)
  return set ? !set.off : weekdayOf(number) <= 5
}

export const isWorkingDay = (date: Temporal.PlainDate, calendar = publishedCalendar): boolean =>
  isWorked(calendar, dayNumber(date))

/** The day itself if it is worked, else the first worked day after it. */
export function nextWorkingDay(date: Temporal.PlainDate, calendar = publishedCalendar): Temporal.PlainDate {
  const start = dayNumber(date)
  let number = start
  while (!isWorked(calendar, number)) number += 1
  return number === start ? date : dayAt(number)
}

/** The day itself if it is worked, else the last worked day before it. */
export function previousWorkingDay(date: Temporal.PlainDate, calendar = publishedCalendar): Temporal.PlainDate {
  const start = dayNumber(date)
  let number = start
  while (!isWorked(calendar, number)) number -= 1
  return number === start ? date : dayAt(number)
}

const longestCount = 4000

/**
 * The last of so many worked days, the first being the first worked day after `date`.
 * Throws RangeError for more than 4000: no rule of law counts so.
 */
export function addWorkingDays(
  date: Temporal.PlainDate,
  count: number,
  calendar = publishedCalendar,
): Temporal.PlainDate {
  if (count > longestCount) throw new RangeError(`工作日数不得超过${longestCount}`)
  let number = dayNumber(date)
  for (let left = count; left > 0;) {
    number += 1
    if (isWorked(calendar, number)) left -= 1
  }
  return dayAt(number)
}

/** Whether any day from one to the other falls in a year whose notice is not there. */
export function touchesUnpublished(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  { years }: Calendar = publishedCalendar,
): boolean {
  for (let year = from.year; year <= to.year; year += 1) if (!years.has(year)) return true
  return false
}

/** Why a day is worked or not: 国庆节放假, 星期六, 调休上班 (国庆节) or undefined for a plain weekday. */
export function whyOff(date: Temporal.PlainDate, { setDays }: Calendar = publishedCalendar): string | undefined {
  const number = dayNumber(date)
  const set = setDays.get(number)
  if (set) return set.off ? `${set.name}放假` : `调休上班（${set.name}）`
  const weekday = weekdayOf(number)
  return weekday === 6 ? '星期六' : weekday === 7 ? '星期日' : undefined
}

/** 2024年10月5日（国庆节放假），as a derivation prints it. */
export const formatDayOff = (date: Temporal.PlainDate, calendar = publishedCalendar): string => {
  const why = whyOff(date, calendar)
  return why ? `${formatDayZh(date)}（${why}）` : formatDayZh(date)
}

export function unpublishedYears(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  { years }: Calendar = publishedCalendar,
): string[] {
  const missing: string[] = []
  for (let year = from.year; year <= to.year; year += 1) {
    if (!years.has(year)) missing.push(`${year}年的放假安排没有收录，只按周末推算，公布后须重算`)
  }
  return missing
}

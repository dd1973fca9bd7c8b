import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query'
import { day } from '#kernel/values/dates.ts'
import { type Calendar, isWorkingDay, publishedCalendar, whyOff, withNotice } from '#law/calendar.ts'
import { dayNumber } from '#law/day-number.ts'
import { queryOptionsFor } from '#web/api.ts'
import type { DayNote } from '#web/components/DateField.tsx'
import { useMay, useSession } from '#web/session.ts'
import { type CourtYear, courtYear } from './api.ts'

export type CalendarInUse = {
  readonly calendar: Calendar
  /** False while the court's own notices are not here: those that came with the program then serve. */
  readonly ofCourt: boolean
}

const published: CalendarInUse = { calendar: publishedCalendar, ofCourt: false }

/** The calendar that the court works by, so that a limit reckoned here is the one its clocks show. */
export function useCourtCalendar(): CalendarInUse {
  const { today } = useSession()
  const enabled = useMay()('deadlines.read')
  const first = useQuery({ ...queryOptionsFor(courtYear, { year: today.year }), enabled })
  return useQueries({
    queries: (first.data?.years ?? []).map((year) => queryOptionsFor(courtYear, { year })),
    combine: calendarFrom,
  })
}

function calendarFrom(years: readonly UseQueryResult<CourtYear>[]): CalendarInUse {
  if (years.length === 0 || years.some(({ data }) => data === undefined)) return published
  const known = years.flatMap(({ data }) => (data?.known ? [data] : []))
  return {
    calendar: known.reduce((calendar, year) => withNotice(calendar, noticeOf(year)), publishedCalendar),
    ofCourt: true,
  }
}

const noticeOf = ({ year, source, days }: CourtYear) => ({
  year,
  papers: source === null ? [] : [source],
  days: days.map(({ date, name, off }) => ({ date: day(date), name, isOffDay: off })),
})

/** What stands beside a typed day; nothing for a year whose notice is not there. */
export const dayNoteOf =
  (calendar: Calendar) =>
  (date: Temporal.PlainDate): DayNote | undefined =>
    calendar.years.has(date.year)
      ? {
          workingDay: isWorkingDay(date, calendar),
          name: calendar.setDays.has(dayNumber(date)) ? whyOff(date, calendar) : undefined,
        }
      : undefined

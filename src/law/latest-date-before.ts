import { formatDayZh } from '#kernel/values/dates.ts'
import { type Calendar, formatDayOff, previousWorkingDay, publishedCalendar, unpublishedYears } from './calendar.ts'
import { daysAfter } from './day-number.ts'
import { type Finding, finding } from './finding.ts'
import { ruleOn } from './rules.ts'

export type LatestDate = {
  /** The last day the law allows. */
  readonly date: Temporal.PlainDate
  /** The last day on which the office can act: worked, and not after `date`. */
  readonly officeDate: Temporal.PlainDate
}

/**
 * "So many days before" an event (期满前、拍卖前若干日).
 *
 * Reading: the day is the event less the days and does not roll forwards over a holiday; no text settles it, so the
 * office acts on the worked day before. Rule `period.backward`.
 */
export function latestDateBefore(
  event: Temporal.PlainDate,
  days: number,
  calendar: Calendar = publishedCalendar,
): Finding<LatestDate> {
  const date = daysAfter(event, -days)
  const officeDate = previousWorkingDay(date, calendar)
  return finding(
    { date, officeDate },
    [ruleOn('period.backward', event)],
    () => [
      `${formatDayZh(event)}前${days}日，最迟${formatDayOff(date, calendar)}`,
      ...(officeDate.equals(date)
        ? []
        : [`当日休息，须在此前最后一个工作日办理：${formatDayOff(officeDate, calendar)}`]),
    ],
    () => unpublishedYears(officeDate, date, calendar),
  )
}

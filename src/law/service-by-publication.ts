import { formatDayZh } from '#kernel/values/dates.ts'
import { type Calendar, nextWorkingDay, publishedCalendar, unpublishedYears } from './calendar.ts'
import { daysAfter, laterOf } from './day-number.ts'
import { type Finding, finding } from './finding.ts'
import { valueOn } from './parameter.ts'
import { publicationDays } from './parameters.ts'
import { type OnHoliday, rollText } from './period-end.ts'

export type Publication = {
  readonly postings: readonly [Temporal.PlainDate, ...Temporal.PlainDate[]]
  readonly days?: number | undefined
  /** Setting `service.publication.onHoliday`. */
  readonly onHoliday?: OnHoliday | undefined
}

/**
 * The day on which a paper served by publication (公告送达) is taken as served: so many days after the last posting.
 *
 * Law: 民事诉讼法 (2023) art. 95; 解释 (2022) art. 138.
 * Reading: the last day rolls past days off unless the court sets otherwise.
 */
export function serviceByPublication(
  { postings, days, onHoliday = 'extend' }: Publication,
  calendar: Calendar = publishedCalendar,
): Finding<Temporal.PlainDate> {
  const last = postings.reduce(laterOf)
  const term = valueOn(publicationDays, last)
  const nominal = daysAfter(last, days ?? term.value)
  const deemedOn = onHoliday === 'extend' ? nextWorkingDay(nominal, calendar) : nominal
  return finding(
    deemedOn,
    [term],
    () => [
      `最后一次公告${formatDayZh(last)}，经过${days ?? term.value}日，${formatDayZh(nominal)}`,
      ...rollText(nominal, deemedOn, onHoliday, calendar),
      `${formatDayZh(deemedOn)}视为送达`,
    ],
    () => (onHoliday === 'extend' ? unpublishedYears(nominal, deemedOn, calendar) : []),
  )
}

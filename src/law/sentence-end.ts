import { formatDayZh } from '#kernel/values/dates.ts'
import { daysAfter, daysInMonth, monthsAfter } from './day-number.ts'
import { type Finding, finding } from './finding.ts'
import { ruleOn } from './rules.ts'

export type Sentence = {
  readonly start: Temporal.PlainDate
  readonly term: { readonly months: number } | { readonly years: number }
  readonly creditDays?: number | undefined
}

/**
 * The last day of a sentence in months or years, less credited days.
 *
 * Law: 刑事诉讼法解释 (2021) art. 202, which differs from civil counting: a sentence in months that starts on the last day
 * of a month ends on the day before the last day of its month; a missing day counts as the last day.
 */
export function sentenceEnd({ start, term, creditDays = 0 }: Sentence): Finding<Temporal.PlainDate> {
  const corresponding =
    'years' in term ? monthsAfter(start, term.years * 12) : correspondingMonthDay(start, term.months)
  const full = daysAfter(corresponding, -1)
  const end = daysAfter(full, -creditDays)
  return finding(end, [ruleOn('crime.credit', start)], () => [
    `${formatDayZh(start)}起${'years' in term ? `${term.years}年` : `${term.months}个月`}，至${formatDayZh(full)}`,
    ...(creditDays > 0 ? [`折抵${creditDays}日，止于${formatDayZh(end)}`] : []),
  ])
}

function correspondingMonthDay(start: Temporal.PlainDate, months: number): Temporal.PlainDate {
  const target = monthsAfter(start, months)
  const startsOnMonthEnd = start.day === daysInMonth(start.year, start.month)
  return startsOnMonthEnd ? target.with({ day: daysInMonth(target.year, target.month) }) : target
}

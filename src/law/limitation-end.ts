import { formatDayZh, isBefore } from '#kernel/values/dates.ts'
import { type Calendar, nextWorkingDay, publishedCalendar, unpublishedYears } from './calendar.ts'
import { dayNumber, laterOf, monthsAfter } from './day-number.ts'
import { type Finding, finding } from './finding.ts'
import { valueOn } from './parameter.ts'
import { limitationTerm } from './parameters.ts'
import { rollText } from './period-end.ts'
import { ruleOn } from './rules.ts'

/** From when the two years run: the end of performance, of the last instalment, or the day the document took effect. */
export type LimitationStart =
  | { readonly performanceEnd: Temporal.PlainDate }
  | { readonly installmentEnds: readonly [Temporal.PlainDate, ...Temporal.PlainDate[]] }
  | { readonly effectiveOn: Temporal.PlainDate }

export type Limitation = {
  readonly from: LimitationStart
  /** Days on which the creditor demanded, applied or settled, or the debtor acknowledged. */
  readonly interruptions?: readonly Temporal.PlainDate[] | undefined
  readonly today?: Temporal.PlainDate | undefined
}
export type LimitationEnd = {
  readonly end: Temporal.PlainDate
  /** Null unless `today` is given. */
  readonly expired: boolean | null
}

/**
 * The last day to apply for enforcement (申请执行时效). Never a reason to refuse a filing: the court looks at it only when
 * the debtor objects.
 *
 * Interruptions are taken in order of days and only if not later than the end reached so far; the end never moves back.
 *
 * Law: 民事诉讼法 (2023) art. 250; 执行程序解释 (2020) arts. 19–21; 解释 (2022) art. 481.
 * Reading: instalments follow the rule in force since 2022-01-01, from the last one; which rule governs an instalment that
 * fell due before is open, so such a result is marked. The instalments of a notarised debt are asked for one by one.
 */
export function limitationEnd(
  { from, interruptions = [], today }: Limitation,
  calendar: Calendar = publishedCalendar,
): Finding<LimitationEnd> {
  const start = startOf(from)
  const term = valueOn(limitationTerm, start)
  const endAfter = (date: Temporal.PlainDate) => nextWorkingDay(monthsAfter(date, term.value), calendar)
  let end = endAfter(start)
  const counted: Temporal.PlainDate[] = []
  for (const interruption of interruptions.toSorted((a, b) => dayNumber(a) - dayNumber(b))) {
    if (isBefore(end, interruption)) break
    end = laterOf(end, endAfter(interruption))
    counted.push(interruption)
  }
  const nominal = monthsAfter(laterOf(counted.at(-1) ?? start, start), term.value)
  return finding(
    { end, expired: today ? isBefore(end, today) : null },
    [term, ruleOn('period.holiday', end)],
    () => [
      `${startText(from)}${formatDayZh(start)}起${term.value / 12}年`,
      ...counted.map((date) => `${formatDayZh(date)}中断，重新起算`),
      ...(counted.length < interruptions.length ? ['届满以后的主张不能使时效重新起算'] : []),
      ...(isBefore(nominal, end) ? rollText(nominal, end, 'extend', calendar) : []),
      `时效届满${formatDayZh(end)}`,
    ],
    () => [...olderInstalments(from), ...unpublishedYears(end, end, calendar)],
  )
}

function startOf(from: LimitationStart): Temporal.PlainDate {
  if ('performanceEnd' in from) return from.performanceEnd
  return 'effectiveOn' in from ? from.effectiveOn : from.installmentEnds.reduce(laterOf)
}

function startText(from: LimitationStart): string {
  if ('performanceEnd' in from) return '自履行期限最后一日'
  return 'effectiveOn' in from ? '未定履行期限，自法律文书生效日' : '分期履行，自最后一期履行期限最后一日'
}

/** Every instalment is held against the rule of its own day: one that fell due under the older rule is marked. */
const olderInstalments = (from: LimitationStart): readonly string[] =>
  'installmentEnds' in from ? from.installmentEnds.flatMap((end) => ruleOn('filing.limitation', end).checks) : []

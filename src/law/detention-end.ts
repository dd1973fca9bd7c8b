import { formatDayZh } from '#kernel/values/dates.ts'
import { type ChinaMoment, formatMomentZh } from './china-moment.ts'
import { daysAfter } from './day-number.ts'
import { type Finding, finding } from './finding.ts'
import { valueOn } from './parameter.ts'
import { detentionDays } from './parameters.ts'

/** Setting `detain.convention`: days of twenty-four hours, or printed dates of which the first is the admission day. */
export type DetentionConvention = '24h' | 'calendar-inclusive'
export type Release = { readonly at: ChinaMoment } | { readonly lastDay: Temporal.PlainDate }

/**
 * The moment at which a detained person is free, or the last day of detention. No holiday ever lengthens it.
 *
 * Law: 民事诉讼法 (2023) art. 118; 解释 (2022) art. 178.
 * Reading: twenty-four hours a day from admission; the other reading counts printed days, the admission day first.
 */
export function detentionEnd(
  admittedAt: ChinaMoment,
  days: number,
  convention: DetentionConvention = '24h',
): Finding<Release> {
  const longest = valueOn(detentionDays, admittedAt.toPlainDate())
  const checks = () => (days > longest.value ? [`拘留最长${longest.value}日，所填${days}日超出法定范围`] : [])
  if (convention === 'calendar-inclusive') {
    const lastDay = daysAfter(admittedAt.toPlainDate(), days - 1)
    return finding(
      { lastDay },
      [longest],
      () => [
        `自${formatDayZh(admittedAt.toPlainDate())}（当日计入）起${days}日，最后一日${formatDayZh(lastDay)}，遇休息日不顺延`,
      ],
      checks,
    )
  }
  const at = admittedAt.add({ days })
  return finding(
    { at },
    [longest],
    () => [`${formatMomentZh(admittedAt)}送交，每日按24小时计，${days}日，${formatMomentZh(at)}释放，遇休息日不顺延`],
    checks,
  )
}

import { formatDayZh } from '#kernel/values/dates.ts'
import { monthsAfter } from './day-number.ts'
import { type Finding, finding } from './finding.ts'
import { valueOn } from './parameter.ts'
import { lookupInterval, lookupSpan } from './parameters.ts'

/**
 * The days of the look-ups after a round was ended (终本后定期查询), each counted from the ruling so that month ends do
 * not drift.
 *
 * Law: 法〔2016〕373号 art. 9: every six months for five years.
 */
export function postTerminationLookups(terminatedOn: Temporal.PlainDate): Finding<readonly Temporal.PlainDate[]> {
  const [interval, span] = [valueOn(lookupInterval, terminatedOn), valueOn(lookupSpan, terminatedOn)]
  const count = Math.floor(span.value / interval.value)
  const dates = Array.from({ length: count }, (_, i) => monthsAfter(terminatedOn, interval.value * (i + 1)))
  return finding(dates, [interval], () => [
    `${formatDayZh(terminatedOn)}裁定终本，${span.value / 12}年内每${interval.value}个月查询一次，共${count}次`,
  ])
}

import { type ChinaMoment, formatMomentZh } from './china-moment.ts'
import { type Finding, finding } from './finding.ts'
import { valueOn } from './parameter.ts'
import { summonsHours, summonsHoursWithDetention } from './parameters.ts'

/**
 * The latest end of questioning after compelled appearance (拘传). By the minute from arrival, never rounded up.
 *
 * Law: 解释 (2022) art. 482: eight hours; twenty-four if the case is complicated and detention may follow.
 */
export function summonsLimit(arrivedAt: ChinaMoment, mayDetain: boolean): Finding<ChinaMoment> {
  const hours = valueOn(mayDetain ? summonsHoursWithDetention : summonsHours, arrivedAt.toPlainDate())
  const latestEnd = arrivedAt.add({ hours: hours.value })
  return finding(latestEnd, [hours], () => [
    `${formatMomentZh(arrivedAt)}到案，询问不得超过${hours.value}小时，最迟${formatMomentZh(latestEnd)}结束`,
  ])
}

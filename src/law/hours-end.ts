import { type ChinaMoment, formatMomentZh } from './china-moment.ts'
import { type Finding, finding } from './finding.ts'
import { ruleOn } from './rules.ts'

/** Procedural hours begin with the next full hour; loss of liberty runs by the minute. */
export type HourMode = 'next-hour' | 'elapsed'

/**
 * The end of a period in hours (以时计算的期间).
 *
 * Law: 民事诉讼法 (2023) art. 85; 解释 (2022) art. 125: the hour of the trigger is left out, so even a trigger at 10:00
 * begins at 11:00. Custody and questioning are reckoned `elapsed`: the reading most favourable to the person.
 */
export function hoursEnd(trigger: ChinaMoment, hours: number, mode: HourMode): Finding<ChinaMoment> {
  const start =
    mode === 'elapsed' ? trigger : trigger.round({ smallestUnit: 'hour', roundingMode: 'floor' }).add({ hours: 1 })
  const end = start.add({ hours })
  return finding(end, [ruleOn('period.hour', trigger.toPlainDate())], () => [
    mode === 'elapsed'
      ? `自${formatMomentZh(start)}起，按分钟连续计算`
      : `${formatMomentZh(trigger)}所在小时不计，自${formatMomentZh(start)}起算`,
    `${hours}小时，止于${formatMomentZh(end)}`,
  ])
}

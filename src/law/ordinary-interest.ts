import { divideHalfUp, type Fen, fen, formatYuan } from '#kernel/values/money.ts'
import { daysBetween } from './day-number.ts'
import type { DaySpan } from './day-spans.ts'
import { formatPercent } from './fee-scale.ts'
import { denied, type Denied, type Finding, finding } from './finding.ts'
import { ruleOn } from './rules.ts'

/** A time at one rate; `to` is not counted. Rates are parts per million of a year. */
export type RateSegment = DaySpan & { readonly annualRatePpm: bigint }

export type OrdinaryDebt = {
  readonly principal: Fen
  readonly segments: readonly RateSegment[]
  /** Days of a year by the document: 360 or 365. */
  readonly dayBase: number
}

const million = 1_000_000n

/**
 * Interest as the document fixes it (一般债务利息), also for the time of delay.
 *
 * Law: 法释〔2014〕8号 art. 1(2). The parts of all segments are added exactly and rounded once, half up to the fen.
 */
export function ordinaryInterest({
  principal,
  segments,
  dayBase,
}: OrdinaryDebt): Finding<Fen> | Denied<'SEGMENT_REVERSED'> {
  let ratesTimesDays = 0n
  for (const { from, to, annualRatePpm } of segments) {
    const days = daysBetween(from, to)
    if (days < 0) return denied('SEGMENT_REVERSED')
    ratesTimesDays += annualRatePpm * BigInt(days)
  }
  const interest = fen(divideHalfUp(principal * ratesTimesDays, million * BigInt(dayBase)))
  return finding(interest, [ruleOn('interest.ordinary', segments.at(-1)?.to)], () => [
    ...segments.map((segment) => segmentText(principal, segment, dayBase)),
    `各段相加后四舍五入到分：${formatYuan(interest)}元`,
  ])
}

const segmentText = (principal: Fen, { from, to, annualRatePpm }: RateSegment, dayBase: number): string =>
  `${from}至${to}（不含当日）${daysBetween(from, to)}天：${formatYuan(principal)} × ${formatRate(annualRatePpm)} × ${daysBetween(from, to)} ÷ ${dayBase}`

export const formatRate = (annualRatePpm: bigint): string =>
  formatPercent({ numerator: annualRatePpm, denominator: million })

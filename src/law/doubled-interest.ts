import { formatDayZh } from '#kernel/values/dates.ts'
import { type Fen, formatYuan, type Ratio, timesRatio } from '#kernel/values/money.ts'
import { dayNumber } from './day-number.ts'
import { countDays, type DaySpan, formatSpan, type NumberedSpan, unionOf, within } from './day-spans.ts'
import { formatPercent } from './fee-scale.ts'
import { denied, type Denied, type Finding, finding } from './finding.ts'
import { valuesDuring } from './parameter.ts'
import { doubledInterestRate } from './parameters.ts'
import { firstDayOf, ruleOn, versionsOf } from './rules.ts'

export type LateDebt = {
  /** Unpaid money debt under the document, without ordinary interest. */
  readonly base: Fen
  /** Last day for performance. */
  readonly dueOn: Temporal.PlainDate
  /** Day of payment, or of the deduction or ruling that stands for it. */
  readonly settledOn: Temporal.PlainDate
  /** Stays and deferrals the debtor did not ask for. */
  readonly exclusions?: readonly DaySpan[] | undefined
  /** Setting `interest.countDueDay`: the due day bears interest too. */
  readonly countDueDay?: boolean | undefined
}
export type LateInterest = { readonly days: number; readonly interest: Fen }

/**
 * The doubled part of the interest a debtor owes for paying late (加倍部分债务利息). Ordinary interest is another rule.
 *
 * Counts calendar days after `dueOn` up to and including `settledOn`, less the union of exclusions; never below nothing.
 *
 * Law: 民事诉讼法 (2023) art. 264; 法释〔2014〕8号 art. 1 formula, art. 2 start, art. 3 end and exclusions.
 * Reading: the due day still belongs to the debtor. The other reading counts it; a court chooses it by `countDueDay`.
 * Days before the first rate are counted at it and marked: what was owed then follows 法释〔2009〕6号.
 */
export function doubledInterest(debt: LateDebt): Finding<LateInterest> | Denied<'AMOUNT_NEGATIVE'> {
  const { base, dueOn, settledOn, exclusions = [], countDueDay = false } = debt
  if (base < 0n) return denied('AMOUNT_NEGATIVE')
  const late = lateDays(dueOn, settledOn, countDueDay)
  const excluded = exclusions.length === 0 ? [] : within(unionOf(exclusions), late.from, late.to)
  const days = late.to - late.from - countDays(excluded)
  const runs = lateRuns(late, excluded)
  const interest = timesRatio(base, lateFactor(runs))
  const grounds = ['interest.doubled.rate', 'interest.doubled.start', 'interest.doubled.end'].map((id) =>
    ruleOn(id, settledOn),
  )
  if (exclusions.length > 0) grounds.push(ruleOn('interest.doubled.exclusion', settledOn))
  return finding(
    { days, interest },
    grounds,
    () => [
      lateText(dueOn, late),
      ...excluded.map((span) => `其中不计：${formatSpan(span)}`),
      `${formatYuan(base)} × ${formatRuns(runs)} = ${formatYuan(interest)}元（四舍五入到分）`,
    ],
    () => olderDays(late),
  )
}

/** Counted days at one daily rate. */
export type LateRun = { readonly days: number; readonly rate: Ratio }

/** The days of a span less the excluded ones, cut where the rate changed. */
export const lateRuns = (late: NumberedSpan, excluded: readonly NumberedSpan[]): LateRun[] =>
  valuesDuring(doubledInterestRate, late.from, late.to).map(({ from, to, value }) => ({
    days: to - from - (excluded.length === 0 ? 0 : countDays(within(excluded, from, to))),
    rate: value,
  }))

/** Rates times days, added exactly. */
export function lateFactor(runs: readonly LateRun[]): Ratio {
  const [only, more] = runs
  if (only && !more) return { ...only.rate, numerator: only.rate.numerator * BigInt(only.days) }
  let [numerator, denominator] = [0n, 1n]
  for (const { days, rate } of runs) {
    numerator = numerator * rate.denominator + rate.numerator * BigInt(days) * denominator
    denominator *= rate.denominator
  }
  return { numerator, denominator }
}

export const formatRuns = (runs: readonly LateRun[]): string => {
  const texts = runs.map(({ days, rate }) => `${formatPercent(rate)} × ${days}天`)
  return texts.length > 1 ? `（${texts.join(' + ')}）` : (texts[0] ?? '0天')
}

/** Days [from, to) for which a debt due on one day and paid on another is late. */
export function lateDays(dueOn: Temporal.PlainDate, settledOn: Temporal.PlainDate, countDueDay: boolean): NumberedSpan {
  const from = dayNumber(dueOn) + (countDueDay ? 0 : 1)
  return { from, to: Math.max(from, dayNumber(settledOn) + 1) }
}

const lateText = (dueOn: Temporal.PlainDate, late: NumberedSpan): string =>
  late.from < late.to
    ? `履行期限${formatDayZh(dueOn)}届满，迟延${formatSpan(late)}`
    : `履行期限${formatDayZh(dueOn)}届满，没有迟延`

/** The rule has no value for days before its first one: 法释〔2014〕8号 art. 7 leaves them to the older rule. */
function olderDays({ from, to }: NumberedSpan): string[] {
  const [oldest] = versionsOf('interest.doubled.rate')
  const first = oldest && firstDayOf(oldest)
  if (!first || from >= to || from >= dayNumber(first)) return []
  const days = Math.min(to, dayNumber(first)) - from
  return [
    `其中${days}天在${formatDayZh(first)}以前，应按当时规定计算（法释〔2009〕6号，同期贷款基准利率的两倍），本结果暂按现行日利率列算，请法院核对`,
  ]
}

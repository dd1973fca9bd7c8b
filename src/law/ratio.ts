import { divideHalfUp } from '#kernel/values/money.ts'
import { type Finding, finding } from './finding.ts'
import { ruleOn } from './rules.ts'

export type RatioMode = 'truncate' | 'half-up'

/**
 * A share of cases or money as percent (比率). Cut, not rounded, unless asked: 99.996% is never shown as 100%.
 * Without a denominator there is no ratio.
 *
 * Rule `indicator.ratio`, a rule of the court.
 */
export function ratio(
  num: bigint,
  den: bigint,
  decimals: number,
  mode: RatioMode = 'truncate',
): Finding<string | null> {
  const text = den === 0n ? null : percentText(num, den, decimals, mode)
  return finding(text, [ruleOn('indicator.ratio')], () => [
    text === null
      ? '分母为零，没有比率'
      : `${num} ÷ ${den} = ${text}（${mode === 'truncate' ? '截去' : '四舍五入到'}${decimals}位小数${mode === 'truncate' ? '以后' : ''}）`,
  ])
}

function percentText(num: bigint, den: bigint, decimals: number, mode: RatioMode): string {
  const scaled = num * 100n * 10n ** BigInt(decimals)
  const units = mode === 'truncate' ? scaled / den : divideHalfUp(scaled, den)
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return `${units < 0n ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}%`
}

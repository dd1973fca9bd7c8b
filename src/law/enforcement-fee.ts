import { divideHalfUp, type Fen, fen, formatYuan, type Ratio } from '#kernel/values/money.ts'
import { feeBySteps, feeWorkings } from './fee-scale.ts'
import { denied, type Denied, type Finding, finding } from './finding.ts'
import { valueOn } from './parameter.ts'
import { enforcementFeeScale, enforcementFeeWithoutAmount } from './parameters.ts'

export const feeRoundings = ['fen-half-up', 'yuan-half-up', 'yuan-floor'] as const
export type FeeRounding = (typeof feeRoundings)[number]

export type FeeClaim = {
  /** The amount enforced; null where the title names no amount. */
  readonly claim: Fen | null
  /** Setting `fee.rounding`: the text says nothing of rounding. */
  readonly rounding?: FeeRounding | undefined
  /** The day on which the fee falls due; without it, the scale now in force. */
  readonly on?: Temporal.PlainDate | undefined
}
export type EnforcementFee = { readonly fee: Fen } | { readonly min: Fen; readonly max: Fen }

/**
 * The fee for enforcement (执行申请费), which the debtor bears after enforcement.
 *
 * A flat sum up to and including the first step, then each further slice at its own rate, without a cap. Where the title
 * names no amount the court chooses inside a range.
 *
 * Law: 诉讼费用交纳办法 art. 14(1); arts. 20, 38 on who pays.
 * Reading: rounded once, half up to the fen, unless the court sets whole yuan.
 */
export function enforcementFee({
  claim,
  rounding = 'fen-half-up',
  on,
}: FeeClaim): Finding<EnforcementFee> | Denied<'AMOUNT_NOT_POSITIVE'> {
  if (claim === null) return feeWithoutAmount(on)
  if (claim <= 0n) return denied('AMOUNT_NOT_POSITIVE')
  const scale = valueOn(enforcementFeeScale, on)
  const fee = roundFee(feeBySteps(claim, scale.value), rounding)
  return finding({ fee }, [scale], () => [
    `执行标的额${formatYuan(claim)}元`,
    ...feeWorkings(claim, scale.value),
    `合计${formatYuan(fee)}元（${roundingText[rounding]}）`,
  ])
}

function feeWithoutAmount(on: Temporal.PlainDate | undefined): Finding<EnforcementFee> {
  const range = valueOn(enforcementFeeWithoutAmount, on)
  const { min, max } = range.value
  return finding(range.value, [range], () => [
    `没有执行金额，每件${formatYuan(min)}元至${formatYuan(max)}元，由法院确定`,
  ])
}

const roundingText: Record<FeeRounding, string> = {
  'fen-half-up': '四舍五入到分',
  'yuan-half-up': '四舍五入到元',
  'yuan-floor': '舍去不足一元的部分',
}
const fenPerYuan = 100n

function roundFee({ numerator, denominator }: Ratio, rounding: FeeRounding): Fen {
  if (rounding === 'fen-half-up') return fen(divideHalfUp(numerator, denominator))
  const yuan = denominator * fenPerYuan
  return fen((rounding === 'yuan-floor' ? numerator / yuan : divideHalfUp(numerator, yuan)) * fenPerYuan)
}

import { divideHalfUp, type Fen, fen, formatYuan } from '#kernel/values/money.ts'
import { feeBySteps, feeWorkings } from './fee-scale.ts'
import { type Finding, finding } from './finding.ts'
import { valueOn } from './parameter.ts'
import { preservationFeeScale } from './parameters.ts'

export type PreservationClaim = {
  /** What is to be preserved, not below nothing; null where it has no amount. */
  readonly amount: Fen | null
  readonly on?: Temporal.PlainDate | undefined
}

/**
 * The fee for preservation (保全申请费), paid by the applicant in advance and never above its cap.
 *
 * Law: 诉讼费用交纳办法 art. 14(2), art. 38. Rounded once, half up to the fen.
 */
export function preservationFee({ amount, on }: PreservationClaim): Finding<Fen> {
  const scale = valueOn(preservationFeeScale, on)
  const { numerator, denominator } = feeBySteps(amount ?? 0n, scale.value)
  const uncapped = fen(divideHalfUp(numerator, denominator))
  const { cap } = scale.value
  const fee = cap !== null && uncapped > cap ? cap : uncapped
  return finding(fee, [scale], () => [
    amount === null ? '没有财产数额，按最低一档收费' : `保全财产数额${formatYuan(amount)}元`,
    ...feeWorkings(amount ?? 0n, scale.value),
    `应交${formatYuan(fee)}元`,
  ])
}

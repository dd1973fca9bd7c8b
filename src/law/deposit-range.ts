import { type Fen, fen, formatYuan } from '#kernel/values/money.ts'
import { atLeast } from './auction-floor.ts'
import { formatPercent } from './fee-scale.ts'
import { type Finding, finding } from './finding.ts'
import { valueOn } from './parameter.ts'
import { bidDeposit } from './parameters.ts'

export type DepositRange = { readonly min: Fen; readonly max: Fen }

/**
 * The bid deposit (竞买保证金) allowed for a start price: the least rounded up, the most rounded down.
 *
 * Law: 网络司法拍卖规定 art. 17.
 */
export function depositRange(start: Fen, on?: Temporal.PlainDate): Finding<DepositRange> {
  const shares = valueOn(bidDeposit, on)
  const { min: least, max: most } = shares.value
  const range = { min: atLeast(start, least), max: fen((start * most.numerator) / most.denominator) }
  return finding(range, [shares], () => [
    `起拍价${formatYuan(start)}元的${formatPercent(least)}至${formatPercent(most)}：${formatYuan(range.min)}元至${formatYuan(range.max)}元`,
  ])
}

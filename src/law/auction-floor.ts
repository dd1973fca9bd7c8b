import { type Fen, fen, formatYuan, type Ratio } from '#kernel/values/money.ts'
import { formatPercent } from './fee-scale.ts'
import { type Finding, finding } from './finding.ts'
import { valueOn } from './parameter.ts'
import { firstStartPrice, secondStartPrice } from './parameters.ts'

export type AuctionRound =
  | { readonly round: 1; readonly referencePrice: Fen; readonly on?: Temporal.PlainDate | undefined }
  | { readonly round: 2; readonly previousStart: Fen; readonly on?: Temporal.PlainDate | undefined }

/**
 * The lowest start price (起拍价) of an online auction, rounded up so that it is never below the share.
 *
 * Law: 网络司法拍卖规定 art. 10 (first round, of the reference price), art. 26 (second, of the first start price).
 */
export function auctionFloor(auction: AuctionRound): Finding<Fen> {
  const first = auction.round === 1
  const share = valueOn(first ? firstStartPrice : secondStartPrice, auction.on)
  const price = first ? auction.referencePrice : auction.previousStart
  const floor = atLeast(price, share.value)
  return finding(floor, [share], () => [
    `${first ? '参考价' : '前次起拍价'}${formatYuan(price)}元 × ${formatPercent(share.value)}，向上取整到分：${formatYuan(floor)}元`,
  ])
}

/** A share of a sum, rounded up to the fen. */
export const atLeast = (amount: Fen, { numerator, denominator }: Ratio): Fen =>
  fen((amount * numerator + denominator - 1n) / denominator)

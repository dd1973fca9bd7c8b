import { formatDayZh } from '#kernel/values/dates.ts'
import { daysAfter } from './day-number.ts'
import { type Finding, finding } from './finding.ts'
import { valueOn } from './parameter.ts'
import { auctionNoticeDays } from './parameters.ts'
import { ruleOn } from './rules.ts'

export type AuctionPlan = {
  /** A hall auction gives the same notice in each round. */
  readonly venue: { readonly channel: 'online'; readonly round: 1 | 2 } | { readonly channel: 'offline' }
  /** Other property rights follow immovables. */
  readonly kind: 'movable' | 'immovable'
  readonly auctionOn: Temporal.PlainDate
}

/**
 * The last day to publish the notice of an auction (拍卖公告).
 *
 * Law: 网络司法拍卖规定 arts. 12, 26; 拍卖变卖规定 (2020) art. 8. Counted back, see `latestDateBefore`.
 */
export function auctionNotice({ venue, kind, auctionOn }: AuctionPlan): Finding<Temporal.PlainDate> {
  const notice = valueOn(auctionNoticeDays, auctionOn)
  const days = (venue.channel === 'online' ? notice.value.online[venue.round] : notice.value.offline)[kind]
  const latest = daysAfter(auctionOn, -days)
  return finding(latest, [notice, ruleOn('period.backward', auctionOn)], () => [
    `${formatDayZh(auctionOn)}拍卖，提前${days}日公告，最迟${formatDayZh(latest)}`,
  ])
}

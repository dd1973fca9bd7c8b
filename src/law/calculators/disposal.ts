import { z } from 'zod'
import { auctionFloor } from '../auction-floor.ts'
import { auctionNotice } from '../auction-notice.ts'
import { bountyPayout } from '../bounty-payout.ts'
import { depositRange } from '../deposit-range.ts'
import { amount, day, facts, maybe, notNegative, oneOf, yesNo } from './fields.ts'
import { type Calculator, calculator, dayText, shown, sumJson } from './outcome.ts'

const roundOf = <const Rounds extends readonly number[]>(rounds: Rounds) =>
  z.literal(rounds, { error: ({ input }) => (input === undefined ? '缺少必填项' : `应为${rounds.join('或')}`) })

/** Selling property and paying for clues. */
export const disposalCalculators = {
  auctionFloor: calculator(
    '起拍价下限',
    'Lowest start price',
    facts({ round: roundOf([1, 2]), refPriceFen: maybe(amount), prevStartFen: maybe(amount) }).transform(
      ({ round, refPriceFen, prevStartFen }, context) => {
        if (round === 1 && refPriceFen !== undefined) return { round, referencePrice: refPriceFen }
        if (round === 2 && prevStartFen !== undefined) return { round, previousStart: prevStartFen }
        context.addIssue({
          code: 'custom',
          path: [round === 1 ? 'refPriceFen' : 'prevStartFen'],
          message: '缺少必填项',
        })
        return z.NEVER
      },
    ),
    (auction) => shown(auctionFloor(auction), (floor) => ({ minStartFen: sumJson(floor) })),
  ),
  depositRange: calculator('竞买保证金', 'Bid deposit', facts({ startFen: amount }), ({ startFen }) =>
    shown(depositRange(startFen), ({ min, max }) => ({ minFen: sumJson(min), maxFen: sumJson(max) })),
  ),
  auctionNotice: calculator(
    '拍卖公告日',
    'Latest day of an auction notice',
    facts({
      channel: oneOf(['online', 'offline']),
      round: maybe(roundOf([1, 2, 3])),
      kind: oneOf(['movable', 'immovable']),
      auctionDate: day,
    }).transform(({ channel, round, kind, auctionDate }, context) => {
      const plan = { kind, auctionOn: auctionDate }
      if (channel === 'offline') return { ...plan, venue: { channel } }
      if (round === 1 || round === 2) return { ...plan, venue: { channel, round } }
      context.addIssue({ code: 'custom', path: ['round'], message: '网络拍卖应为1或2' })
      return z.NEVER
    }),
    (plan) => shown(auctionNotice(plan), (latest) => ({ latestNotice: dayText(latest) })),
  ),
  bountyPayout: calculator(
    '悬赏金',
    'Bounty for a clue',
    facts({
      scheme: oneOf(['ratio', 'fixed']),
      ratePpm: maybe(notNegative),
      fixedFen: maybe(amount),
      recoveredFen: amount,
      applicantShareFen: amount,
      knownBefore: maybe(yesNo),
      ineligible: maybe(yesNo),
    }).transform(({ scheme, ratePpm, fixedFen, ...rest }, context) => {
      if (scheme === 'ratio' && ratePpm !== undefined) return { ...rest, scheme: { ratePpm } }
      if (scheme === 'fixed' && fixedFen !== undefined) return { ...rest, scheme: { fixed: fixedFen } }
      context.addIssue({ code: 'custom', path: [scheme === 'ratio' ? 'ratePpm' : 'fixedFen'], message: '缺少必填项' })
      return z.NEVER
    }),
    ({ recoveredFen, applicantShareFen, ...offer }) =>
      shown(
        bountyPayout({ ...offer, recovered: recoveredFen, applicantShare: applicantShareFen }),
        ({ bounty, netToApplicant }) => ({ bountyFen: sumJson(bounty), netToApplicantFen: sumJson(netToApplicant) }),
      ),
  ),
} satisfies Readonly<Record<string, Calculator>>

import { type Fen, fen, formatYuan, noMoney, timesRatio } from '#kernel/values/money.ts'
import { type Finding, finding } from './finding.ts'
import { formatRate } from './ordinary-interest.ts'
import { ruleOn } from './rules.ts'

export type Bounty = {
  readonly scheme: { readonly ratePpm: bigint } | { readonly fixed: Fen }
  /** What the clue brought. */
  readonly recovered: Fen
  /** What of it goes to the applicant who offered the bounty. */
  readonly applicantShare: Fen
  readonly knownBefore?: boolean | undefined
  readonly ineligible?: boolean | undefined
  readonly on?: Temporal.PlainDate | undefined
}
export type BountyPayout = { readonly bounty: Fen; readonly netToApplicant: Fen }

const million = 1_000_000n

/**
 * The bounty (悬赏金) for a clue, taken from the applicant's money and never above it; the rest he pays himself.
 *
 * Nothing for property the court knew, for persons who are bound to help, or when the clue brought nothing.
 *
 * Law: 财产调查规定 (2020) art. 24. A share of the recovered sum is rounded half up to the fen.
 */
export function bountyPayout(offer: Bounty): Finding<BountyPayout> {
  const { scheme, recovered, applicantShare, knownBefore = false, ineligible = false, on } = offer
  const promised =
    'fixed' in scheme ? scheme.fixed : timesRatio(recovered, { numerator: scheme.ratePpm, denominator: million })
  const earned = knownBefore || ineligible || recovered === 0n ? noMoney : promised
  const bounty = earned > applicantShare ? applicantShare : earned
  const netToApplicant = fen(applicantShare - bounty)
  const grounds = [ruleOn('bounty.pay', on), ...(ineligible ? [ruleOn('bounty.ineligible', on)] : [])]
  return finding({ bounty, netToApplicant }, grounds, () => [
    'fixed' in scheme
      ? `悬赏金定额${formatYuan(promised)}元`
      : `因线索执行到位${formatYuan(recovered)}元 × ${formatRate(scheme.ratePpm)} = ${formatYuan(promised)}元`,
    ...whyNothing(offer),
    `从申请执行人应得${formatYuan(applicantShare)}元中扣付${formatYuan(bounty)}元，余${formatYuan(netToApplicant)}元`,
  ])
}

function whyNothing({ knownBefore, ineligible, recovered }: Bounty): string[] {
  if (knownBefore) return ['法院已掌握的财产，不予发放']
  if (ineligible) return ['举报人依法不得领取，不予发放']
  return recovered === 0n ? ['没有执行到位，不予发放'] : []
}

import { type Fen, fen, formatYuan, noMoney, sumFen } from '#kernel/values/money.ts'
import { type Finding, finding } from './finding.ts'
import { ruleOn } from './rules.ts'

/** How a tier that cannot be paid in full is shared: by size, or in the order of the list (order of seizure). */
export type SharingMethod = 'proportional' | 'sequence'

export type Cost = { readonly id: string; readonly amount: Fen }
export type Claim = {
  readonly id: string
  /** Lower tiers are paid first. */
  readonly tier: number
  readonly claim: Fen
  /** A secured claim is paid in its tier only up to the worth of its asset. */
  readonly tierCap?: Fen | undefined
  /** The later tier in which the unpaid rest takes part. */
  readonly excessTier?: number | undefined
}
export type Distribution = {
  readonly proceeds: Fen
  readonly costs?: readonly Cost[] | undefined
  readonly claims: readonly Claim[]
  /** By tier; a tier without an entry shares by size. */
  readonly methods?: ReadonlyMap<number, SharingMethod> | undefined
}
export type Shares = {
  /** One line for each id of costs and claims, in the order given. */
  readonly paid: ReadonlyMap<string, Fen>
  readonly surplus: Fen
}

/**
 * Who gets what of a sum (案款分配). Parts and surplus always sum to the money.
 *
 * Costs in list order, then the tiers upwards. In a tier that cannot be paid in full each share is floored and the missing
 * fen go one by one to the largest fraction, then to the larger claim, then to the earlier in the list.
 *
 * Law: 解释 (2022) arts. 506–508, 514; 执行工作规定 (2020) art. 55; 刑事涉财规定 art. 13; 民法典 arts. 414, 415.
 * Reading: the law is silent on fen (rule `order.rounding`). Of two claims in a tier the larger is the one that takes part
 * with more.
 *
 * Throws RangeError when the rest of a claim is sent to a tier that is not later than its own.
 */
export function distribute({ proceeds, costs = [], claims, methods }: Distribution): Finding<Shares> {
  const lines: string[] = []
  const paid = new Map<string, Fen>()
  for (const { id } of [...costs, ...claims]) paid.set(id, noMoney)
  const pay = (id: string, amount: bigint): void => void paid.set(id, fen((paid.get(id) ?? noMoney) + amount))
  let left: bigint = proceeds
  for (const { id, amount } of costs) {
    const share = least(left, amount)
    pay(id, share)
    left -= share
    lines.push(`费用 ${id}：${formatYuan(share)}元`)
  }
  const rests = claims.map(({ claim }): bigint => claim)
  for (const tier of tiersOf(claims)) {
    const members = membersOf(tier, claims, rests)
    const method = methods?.get(tier) ?? 'proportional'
    const shares = sharesOf(
      left,
      members.map(({ due }) => due),
      method,
    )
    for (const [i, { index, id }] of members.entries()) {
      const share = shares[i] ?? 0n
      pay(id, share)
      rests[index] = (rests[index] ?? 0n) - share
      left -= share
    }
    lines.push(tierText(tier, members, shares, method))
  }
  return finding({ paid, surplus: fen(left) }, groundsOf(costs, claims), () => [
    `可分配${formatYuan(proceeds)}元`,
    ...lines,
    `余额${formatYuan(left)}元${left > 0n ? '，退还被执行人' : ''}`,
  ])
}

type Member = { readonly index: number; readonly id: string; readonly due: bigint }

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)

function tiersOf(claims: readonly Claim[]): number[] {
  for (const { id, tier, excessTier } of claims) {
    if (excessTier !== undefined && excessTier <= tier) throw new RangeError(`${id}：余额转入的顺位须在本顺位之后`)
  }
  const tiers = claims.flatMap(({ tier, excessTier }) => (excessTier === undefined ? [tier] : [tier, excessTier]))
  return [...new Set(tiers)].sort((a, b) => a - b)
}

/** What each claim asks for in a tier: there up to its cap, in the later tier whatever is then unpaid. */
function membersOf(tier: number, claims: readonly Claim[], rests: readonly bigint[]): Member[] {
  return claims.flatMap(({ id, tier: own, tierCap, excessTier }, index): Member[] => {
    const rest = rests[index] ?? 0n
    if (own === tier) return [{ index, id, due: tierCap === undefined ? rest : least(rest, tierCap) }]
    return excessTier === tier ? [{ index, id, due: rest }] : []
  })
}

/** Shares of a sum among claims. Enough money pays all; the shares never sum to more than the money. */
export function sharesOf(money: bigint, dues: readonly bigint[], method: SharingMethod): bigint[] {
  const total: bigint = sumFen(dues)
  if (total <= money) return [...dues]
  return method === 'sequence' ? inSequence(money, dues) : inProportion(money, dues, total)
}

function inSequence(money: bigint, dues: readonly bigint[]): bigint[] {
  let left = money
  return dues.map((due) => {
    const share = least(left, due)
    left -= share
    return share
  })
}

function inProportion(money: bigint, dues: readonly bigint[], total: bigint): bigint[] {
  const parts = dues.map((due, index) => {
    const exact = money * due
    return { index, due, share: exact / total, fraction: exact % total }
  })
  let missing = money - sumFen(parts.map(({ share }) => share))
  const byClaim = parts.toSorted(
    (a, b) => descending(a.fraction, b.fraction) || descending(a.due, b.due) || a.index - b.index,
  )
  for (const part of byClaim) {
    if (missing === 0n) break
    part.share += 1n
    missing -= 1n
  }
  return parts.map(({ share }) => share)
}

const descending = (a: bigint, b: bigint): number => (a === b ? 0 : a > b ? -1 : 1)

function groundsOf(costs: readonly Cost[], claims: readonly Claim[]) {
  const ids = ['order.participation', 'order.rounding']
  if (claims.some(({ tierCap }) => tierCap !== undefined)) ids.unshift('order.secured')
  if (costs.length > 0) ids.unshift('order.costs')
  return ids.map((id) => ruleOn(id))
}

function tierText(tier: number, members: readonly Member[], shares: readonly bigint[], method: SharingMethod): string {
  const due: bigint = sumFen(members.map((member) => member.due))
  const given: bigint = sumFen(shares)
  const how = given === due ? '全额清偿' : method === 'sequence' ? '按先后顺序' : '按比例，最大余数法补足到分'
  const parts = members.map(({ id }, i) => `${id} ${formatYuan(shares[i] ?? 0n)}元`)
  return `第${tier}顺位应付${formatYuan(due)}元，实付${formatYuan(given)}元（${how}）：${parts.join('、')}`
}

import { sumFen } from '#kernel/values/money.ts'
import { planShares, shareName, type Planned, type SharingMethod } from '../../payouts/rules/plan-shares.ts'

/** In the order of the law: costs, the fee, priority claims by rank, everybody else. */
export const ranks = ['cost', 'fee', 'first', 'second', 'third', 'ordinary'] as const
export type Rank = (typeof ranks)[number]
export const isPriority = (rank: Rank): boolean => rank === 'first' || rank === 'second' || rank === 'third'

/** One who takes part, while the plan is being drawn. */
export type DraftShare = {
  readonly key: number
  readonly rank: Rank
  readonly creditor: string
  readonly partyId: string | null
  readonly ownCaseNumber: string
  readonly basis: string
  /** Null while empty or unreadable. */
  readonly claimFen: bigint | null
  /** The worth of the asset that secures it: beyond that it is an ordinary claim. */
  readonly capFen: bigint | null
}

export const nextKey = (shares: readonly DraftShare[]): number => Math.max(-1, ...shares.map(({ key }) => key)) + 1

export const blankShare = (shares: readonly DraftShare[], rank: Rank): DraftShare => ({
  key: nextKey(shares),
  rank,
  creditor: '',
  partyId: null,
  ownCaseNumber: '',
  basis: '',
  claimFen: null,
  capFen: null,
})

/** As the plan lists them: by rank, and within one in the order in which they were written (of seizure, where that decides). */
export const inOrder = (shares: readonly DraftShare[]): readonly DraftShare[] =>
  shares.toSorted((a, b) => ranks.indexOf(a.rank) - ranks.indexOf(b.rank))

const isCost = ({ rank }: DraftShare): boolean => rank === 'cost' || rank === 'fee'

/** Tiers count from one over the ranks that are really there. */
export function plannedOf(shares: readonly DraftShare[]): readonly Planned[] {
  const listed = inOrder(shares)
  const tiers = ranks.filter((rank) => isPriority(rank) && listed.some((share) => share.rank === rank))
  const ordinary = tiers.length + 1
  return listed.map((share): Planned => {
    const { rank, creditor, claimFen, capFen } = share
    const claim = { creditor: creditor.trim(), claimFen: claimFen ?? 0n }
    if (isCost(share)) return { kind: 'cost', tier: 1, ...claim }
    if (rank === 'ordinary') return { kind: 'claim', tier: ordinary, ...claim }
    const tier = tiers.indexOf(rank) + 1
    return capFen === null
      ? { kind: 'claim', tier, ...claim }
      : { kind: 'claim', tier, ...claim, tierCapFen: capFen, excessTier: ordinary }
  })
}

export type Preview = {
  readonly awarded: ReadonlyMap<number, bigint>
  readonly givenFen: bigint
  readonly surplusFen: bigint
  readonly workings: readonly string[]
}

/** What everybody would get, reckoned as the server reckons it; lines without a sum get nothing yet. */
export function previewOf(fundFen: bigint, shares: readonly DraftShare[], method: SharingMethod): Preview {
  const ready = inOrder(shares).filter(({ claimFen }) => claimFen !== null && claimFen > 0n)
  const found = planShares(fundFen, plannedOf(ready), method)
  const awarded = new Map(
    ready.map(({ key, creditor }, index) => [key, found.value.paid.get(shareName(index, creditor.trim())) ?? 0n]),
  )
  return {
    awarded,
    givenFen: sumFen([...awarded.values()]),
    surplusFen: found.value.surplus,
    workings: found.workings,
  }
}

/** What is still to be written, in the words of the form; undefined when the plan can be drawn. */
export function missingIn(shares: readonly DraftShare[]): 'nobody' | 'name' | 'basis' | 'amount' | undefined {
  if (shares.length === 0) return 'nobody'
  if (shares.some(({ creditor }) => creditor.trim() === '')) return 'name'
  if (shares.some(({ basis }) => basis.trim() === '')) return 'basis'
  return shares.some(({ claimFen }) => claimFen === null || claimFen <= 0n) ? 'amount' : undefined
}

/** The claims of the command, digits for money. */
export const claimsOf = (shares: readonly DraftShare[]) => {
  const listed = inOrder(shares)
  return plannedOf(shares).map(({ claimFen, tierCapFen, excessTier, ...planned }, index) => {
    const { partyId = null, ownCaseNumber = '', basis = '' } = listed[index] ?? {}
    return {
      ...planned,
      basis: basis.trim(),
      claimFen: claimFen.toString(),
      ...(partyId !== null && { partyId }),
      ...(ownCaseNumber.trim() !== '' && { ownCaseNumber: ownCaseNumber.trim() }),
      ...(tierCapFen !== undefined && { tierCapFen: tierCapFen.toString(), excessTier }),
    }
  })
}

import { fen } from '#kernel/values/money.ts'
import { distribute, type Shares } from '#law/distribute.ts'
import type { Finding } from '#law/finding.ts'

/** Somebody who takes part in a plan, in the order of the list. */
export type Planned = {
  readonly kind: 'cost' | 'claim'
  readonly creditor: string
  readonly tier: number
  readonly claimFen: bigint
  readonly tierCapFen?: bigint | undefined
  readonly excessTier?: number | undefined
}
export type SharingMethod = 'proportional' | 'sequence'

/** How the law's answer names the share at this place of the list. */
export const shareName = (index: number, creditor: string): string => `${index + 1}.${creditor}`

/**
 * Who gets what of the fund, by the order of the law and to the fen: what the form shows while it is filled is what the
 * plan will say. Throws RangeError when the rest of a claim is sent to a tier that is not later than its own.
 */
export function planShares(fundFen: bigint, planned: readonly Planned[], method: SharingMethod): Finding<Shares> {
  const named = planned.map((one, index) => ({ ...one, id: shareName(index, one.creditor) }))
  return distribute({
    proceeds: fen(fundFen),
    costs: named.filter(({ kind }) => kind === 'cost').map(({ id, claimFen }) => ({ id, amount: fen(claimFen) })),
    claims: named
      .filter(({ kind }) => kind === 'claim')
      .map(({ id, tier, claimFen, tierCapFen, excessTier }) => ({
        id,
        tier,
        claim: fen(claimFen),
        tierCap: tierCapFen === undefined ? undefined : fen(tierCapFen),
        excessTier,
      })),
    methods: new Map(named.map(({ tier }) => [tier, method])),
  })
}

import type { Fact, Subject } from '#kernel/fact.ts'
import type { ClaimPaper } from './contract.ts'
import type { Claim, NewClaim } from './store.ts'

/** Money that found whom it belongs to. Who hears of it in the same minute follows from it. */
export type MoneyClaimed = Fact & {
  readonly type: 'funds.money-claimed'
  readonly claims: readonly NewClaim[]
  readonly caseIds: readonly string[]
  readonly approvalId: string | null
  readonly papers?: readonly ClaimPaper[]
}
export type ClaimProposed = Fact & {
  readonly type: 'funds.claim-proposed'
  readonly approvalId: string
  readonly bankLineId: string
  readonly parts: readonly { readonly kind: string; readonly caseNumber: string | null; readonly amountFen: bigint }[]
  readonly evidence: string
  readonly papers: readonly ClaimPaper[]
}
export type ClaimRefused = Fact & {
  readonly type: 'funds.claim-refused'
  readonly approvalId: string
  readonly bankLineId: string
  readonly reason: string
}
export type ClaimUndone = Fact &
  Pick<Claim, 'claimId' | 'bankLineId' | 'amountFen' | 'entryId' | 'caseId'> & {
    readonly type: 'funds.claim-undone'
    readonly reason: string
  }

export const ofLine = ({ bankLineId }: { readonly bankLineId: string }): readonly [Subject] => [
  `bank-line:${bankLineId}`,
]

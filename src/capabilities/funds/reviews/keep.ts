import type { Reaction } from '#kernel/capability.ts'
import { recordCommand } from '#kernel/command.ts'
import type { Fact } from '#kernel/fact.ts'
import { label } from '#kernel/values/labels.ts'
import { UndoClaim } from '../claims/contract.ts'
import type { ClaimUndone } from '../claims/facts.ts'
import { claimRecord } from '../commands/claims.ts'
import { nothingToReview } from './problems.ts'
import { decideReviews, openReviewOf } from './store.ts'

export type ClaimKept = Fact & {
  readonly type: 'funds.claim-kept'
  readonly claimId: string
  readonly bankLineId: string | null
  readonly caseId: string | null
  readonly others: readonly string[]
  readonly reason: string
}

/** 复核无误: somebody has looked and the claim stays; the money may go out again. Taking it back is `funds.undo-claim`. */
export const keepClaim = recordCommand(claimRecord, {
  name: 'funds.keep-claim',
  title: label('复核无误', 'Keep the claim'),
  may: 'funds.claim',
  cites: ['funds.account'],
  input: UndoClaim,
  load: async (tx, claim) => ({ claim, review: await openReviewOf(tx, claim.claimId) }),
  offers: ({ review }) => review !== undefined,
  gate: ({ review }) => (review ? undefined : nothingToReview()),
  decide: ({ claim: { claimId, bankLineId, caseId }, review }, { reason }): ClaimKept => ({
    type: 'funds.claim-kept',
    claimId,
    bankLineId,
    caseId,
    others: review?.others ?? [],
    reason,
  }),
  save: async (tx, facts, occasion) => {
    for (const { claimId, reason } of facts)
      await decideReviews(tx, [claimId], { outcome: 'kept', note: reason, by: occasion.actor.id }, occasion)
  },
  subjects: ({ claimId, bankLineId, caseId }) => [
    `claim:${claimId}`,
    ...(bankLineId === null ? [] : [`bank-line:${bankLineId}` as const]),
    ...(caseId === null ? [] : [`case:${caseId}` as const]),
  ],
})

/** A claim that was taken back is decided by that. */
export const undoneReaction: Reaction = {
  on: ['funds.claim-undone'],
  react: async (tx, facts, occasion) => {
    for (const fact of facts) {
      const { claimId, reason } = fact as ClaimUndone
      await decideReviews(tx, [claimId], { outcome: 'undone', note: reason, by: occasion.actor.id }, occasion)
    }
    return []
  },
}

import type { ApprovalSource } from '#capabilities/desk'
import { mayInCourt } from '#kernel/occasion.ts'
import { label } from '#kernel/values/labels.ts'
import { mayApprove } from './commands/decide-merge.ts'
import { groundLabels } from './labels.ts'
import { mergeCards } from './queries/merge-proposals.ts'

/** Merges that this person may decide on. */
export const mergeApprovals: ApprovalSource = async (tx, occasion) => {
  if (!mayInCourt(occasion.actor, mayApprove)) return []
  return (await mergeCards(tx, occasion)).map(({ approvalId, keep, ground, proposedBy, proposedAt, mine }) => ({
    id: approvalId,
    what: label(`合并当事人 ${keep.name}`, `Merge ${keep.name}`),
    detail: `${groundLabels[ground].zh}　${proposedBy}提出`,
    at: proposedAt,
    href: `/parties/merges?open=${approvalId}`,
    mine,
  }))
}

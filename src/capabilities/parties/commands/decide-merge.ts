import { keepDecision } from '#kernel/approval.ts'
import { command } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/fact.ts'
import { isRefusal, type Refusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { ApproveMerge, RefuseMerge, UndoMerge } from '../contract.ts'
import { merges, type MergeProposal } from '../merges.ts'
import { approverProposedIt, mergeDecided, noSuchMerge, notMerged } from '../problems.ts'
import { mayBeOne } from '../rules/merge.ts'
import { findParty } from '../store.ts'
import { mergeable, pairOf } from './propose-merge.ts'

export const mayApprove = 'parties.approve-merge'

type Decided = {
  readonly approvalId: string
  readonly keepId: string
  readonly mergeId: string
  readonly decidedBy: string
  readonly at: Temporal.Instant
}
export type MergeApproved = Fact & Decided & { readonly type: 'parties.merge-approved'; readonly proposedBy: string }
export type MergeRefused = Fact & Decided & { readonly type: 'parties.merge-refused'; readonly reason: string }
export type MergeUndone = Fact & {
  readonly type: 'parties.merge-undone'
  readonly partyId: string
  readonly keepId: string
  readonly reason: string
}

const ofBoth = ({ keepId, mergeId }: Decided) => [`party:${keepId}`, `party:${mergeId}`] as const

type Weighed = MergeProposal & { readonly contradiction: Refusal | undefined }

/** The proposal with what the two records, as they are now, say against it. */
async function proposalWithRecords(tx: Tx, approvalId: string): Promise<Weighed | Refusal> {
  const proposal = await merges.find(tx, approvalId, true)
  if (!proposal) return noSuchMerge()
  const pair = await pairOf(tx, proposal.keepId, proposal.mergeId)
  if (isRefusal(pair)) return pair
  const [keep, merge] = pair
  return { ...proposal, contradiction: mayBeOne(mergeable(tx, keep), mergeable(tx, merge)) }
}

const stillOpen = ({ decision }: { readonly decision: string | null }): Refusal | undefined =>
  decision === null ? undefined : mergeDecided()

/** The second person finds the same: from now on both records are one. What each case wrote stays as it was. */
export const approveMerge = command({
  name: 'parties.approve-merge',
  title: label('批准合并', 'Approve the merge'),
  may: mayApprove,
  cites: [],
  input: ApproveMerge,
  load: (tx, { approvalId }) => proposalWithRecords(tx, approvalId),
  gate: (facts, { actor }) =>
    stillOpen(facts) ?? (facts.proposedBy === actor.id ? approverProposedIt() : facts.contradiction),
  decide: ({ approvalId, keepId, mergeId, proposedBy }, _input, { actor, now }): MergeApproved => ({
    type: 'parties.merge-approved',
    approvalId,
    keepId,
    mergeId,
    proposedBy,
    decidedBy: actor.id,
    at: now,
  }),
  save: async (tx, facts, occasion) => {
    for (const { approvalId, mergeId, keepId } of facts) {
      await keepDecision(tx, { approvalId, decision: 'approved' }, occasion)
      await point(tx, mergeId, keepId)
    }
  },
  subjects: (fact) => ofBoth(fact),
  onConstraint: { kernel_approval_two_people: approverProposedIt },
})

export const refuseMerge = command({
  name: 'parties.refuse-merge',
  title: label('不予合并', 'Refuse the merge'),
  may: mayApprove,
  cites: [],
  input: RefuseMerge,
  load: async (tx, { approvalId }) => (await merges.find(tx, approvalId, true)) ?? noSuchMerge(),
  gate: (proposal) => stillOpen(proposal),
  decide: ({ approvalId, keepId, mergeId }, { reason }, { actor, now }): MergeRefused => ({
    type: 'parties.merge-refused',
    approvalId,
    keepId,
    mergeId,
    decidedBy: actor.id,
    at: now,
    reason,
  }),
  save: async (tx, facts, occasion) => {
    for (const { approvalId, reason } of facts)
      await keepDecision(tx, { approvalId, decision: 'refused', reason }, occasion)
  },
  subjects: (fact) => ofBoth(fact),
})

/** Takes a merge back: the record stands by itself again, with everything that was written under it. */
export const undoMerge = command({
  name: 'parties.undo-merge',
  title: label('撤销合并', 'Undo the merge'),
  may: mayApprove,
  cites: [],
  input: UndoMerge,
  load: async (tx, { partyId }) => findParty(tx, partyId, true),
  gate: ({ mergedInto }) => (mergedInto === null ? notMerged() : undefined),
  decide: ({ partyId, mergedInto }, { reason }): MergeUndone | Refusal =>
    mergedInto === null ? notMerged() : { type: 'parties.merge-undone', partyId, keepId: mergedInto, reason },
  save: async (tx, facts) => {
    for (const { partyId } of facts) await point(tx, partyId, null)
  },
  subjects: ({ partyId, keepId }) => [`party:${partyId}`, `party:${keepId}`],
})

async function point(tx: Tx, partyId: string, wholeId: string | null): Promise<void> {
  await tx.db
    .updateTable('parties_party')
    .set((eb) => ({ merged_into: wholeId, version: eb('version', '+', 1) }))
    .where('party_id', '=', partyId)
    .execute()
}

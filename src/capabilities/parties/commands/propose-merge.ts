import { oneOpenProposal } from '#kernel/approval.ts'
import { command } from '#kernel/command.ts'
import type { Fact } from '#kernel/fact.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Belongs, Occasion } from '#kernel/occasion.ts'
import { isRefusal, type Refusal } from '#kernel/problem.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { ProposeMerge, type groundCodes } from '../contract.ts'
import { merges } from '../merges.ts'
import { mergeIsWaiting } from '../problems.ts'
import { mayBeOne, type Mergeable } from '../rules/merge.ts'
import { findParty, identifierOf, isWithin, reachOf, type Party } from '../store.ts'

export type MergeProposed = Fact & {
  readonly type: 'parties.merge-proposed'
  readonly approvalId: string
  readonly keepId: string
  readonly mergeId: string
  readonly ground: (typeof groundCodes)[number]
  readonly evidence: string
  readonly proposedBy: string
  readonly at: Temporal.Instant
}

export const mayPropose = 'parties.propose-merge'

/** The two records, locked in one order so that two proposals cannot wait for each other. */
export async function pairOf(tx: Tx, keepId: string, mergeId: string): Promise<readonly [Party, Party] | Refusal> {
  const found = new Map<string, Party>()
  for (const id of [keepId, mergeId].toSorted()) {
    const party = await findParty(tx, id, true)
    if (isRefusal(party)) return party
    found.set(id, party)
  }
  const [keep, merge] = [found.get(keepId), found.get(mergeId)]
  if (!keep || !merge) throw new Error('a record vanished while it was locked')
  return [keep, merge]
}

export const mergeable = (tx: Tx, party: Party): Mergeable => ({ ...party, identifier: identifierOf(tx, party) })

/** Puts two records before a second person as one. Whoever proposes must see both. */
export const proposeMerge = command({
  name: 'parties.propose-merge',
  title: label('提出合并', 'Propose a merge'),
  may: mayPropose,
  cites: [],
  input: ProposeMerge,
  load: async (tx, { keepId, mergeId }, occasion) => {
    const pair = await pairOf(tx, keepId, mergeId)
    if (isRefusal(pair)) return pair
    const [keep, merge] = pair
    return {
      belongs: await reachOfBoth(tx, keepId, mergeId, occasion),
      contradiction: mayBeOne(mergeable(tx, keep), mergeable(tx, merge)),
    }
  },
  belongs: ({ belongs }) => belongs,
  gate: ({ contradiction }) => contradiction,
  decide: (_facts, input, { actor, now }): MergeProposed => ({
    type: 'parties.merge-proposed',
    approvalId: newId(),
    ...input,
    proposedBy: actor.id,
    at: now,
  }),
  save: saveProposals,
  subjects: ({ keepId, mergeId }) => [`party:${keepId}`, `party:${mergeId}`],
  answer: ({ approvalId }) => ({ approvalId }),
  onConstraint: { [oneOpenProposal]: mergeIsWaiting },
})

async function reachOfBoth(tx: Tx, keepId: string, mergeId: string, occasion: Occasion): Promise<Belongs> {
  const keep = await reachOf(tx, keepId, occasion, mayPropose)
  return isWithin(occasion, mayPropose, keep) ? reachOf(tx, mergeId, occasion, mayPropose) : keep
}

async function saveProposals(tx: Tx, facts: readonly MergeProposed[], occasion: Occasion): Promise<void> {
  for (const { approvalId, keepId, mergeId, ground, evidence } of facts) {
    const proposal = { keepId, mergeId, ground, evidence }
    await merges.propose(tx, { approvalId, subject: `party:${mergeId}`, proposal }, occasion)
  }
}

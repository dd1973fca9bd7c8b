import { z } from 'zod'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { mayApprove } from '../commands/decide-merge.ts'
import { MergeProposalCard } from '../contract.ts'
import { merges } from '../merges.ts'

/** Merges that wait for a second person. */
export const mergeProposals = reading({
  name: 'parties.merge-proposals',
  title: label('待审批的合并', 'Merges waiting'),
  may: mayApprove,
  input: z.object({}),
  output: z.array(MergeProposalCard),
  read: (tx, _input, occasion) => mergeCards(tx, occasion),
})

export async function mergeCards(tx: Tx, { actor }: Occasion): Promise<MergeProposalCard[]> {
  const open = await merges.open(tx)
  if (open.length === 0) return []
  const people = await tx.db
    .selectFrom('parties_party')
    .select(['party_id as partyId', 'name', 'id_masked as idMasked'])
    .where(
      'party_id',
      'in',
      open.flatMap(({ keepId, mergeId }) => [keepId, mergeId]),
    )
    .execute()
  const named = await tx.db
    .selectFrom('identity_staff_name')
    .select(['staff_id', 'name'])
    .where((eb) => eb.cast<string>('staff_id', 'text'), 'in', [...new Set(open.map(({ proposedBy }) => proposedBy))])
    .execute()
  const person = (id: string) => people.find(({ partyId }) => partyId === id)
  return open.flatMap(({ keepId, mergeId, ...proposal }) => {
    const [keep, merge] = [person(keepId), person(mergeId)]
    if (!keep || !merge) return []
    const { approvalId, ground, evidence, proposedBy, proposedAt } = proposal
    return [
      {
        approvalId,
        keep,
        merge,
        ground,
        evidence,
        proposedBy: named.find(({ staff_id }) => staff_id === proposedBy)?.name ?? proposedBy,
        proposedAt,
        mine: proposedBy === actor.id,
      },
    ]
  })
}

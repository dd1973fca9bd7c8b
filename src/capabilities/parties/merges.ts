import { z } from 'zod'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Refusal } from '#kernel/problem.ts'
import { groundCodes } from './contract.ts'
import { noSuchMerge } from './problems.ts'

export const mergeMatter = 'parties.merge'

const Proposed = z.object({
  keepId: z.uuid(),
  mergeId: z.uuid(),
  ground: z.enum(groundCodes),
  evidence: z.string(),
})

/** Two records that one person holds to be one, until another has decided. */
export type MergeProposal = {
  readonly keepId: string
  readonly mergeId: string
  readonly ground: (typeof groundCodes)[number]
  readonly evidence: string
  readonly approvalId: string
  readonly proposedBy: string
  readonly proposedAt: string
  readonly decision: string | null
}

const columns = ['approval_id', 'proposal', 'proposed_by', 'proposed_at', 'decision'] as const

type Row = {
  readonly approval_id: string
  readonly proposal: unknown
  readonly proposed_by: string
  readonly proposed_at: string
  readonly decision: string | null
}

const proposalOf = (row: Row): MergeProposal => ({
  ...Proposed.parse(row.proposal),
  approvalId: row.approval_id,
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at,
  decision: row.decision,
})

export async function findMerge(tx: Tx, approvalId: string): Promise<MergeProposal | Refusal> {
  const row = await tx.db
    .selectFrom('kernel_approval')
    .select(columns)
    .where('approval_id', '=', approvalId)
    .where('matter', '=', mergeMatter)
    .forUpdate()
    .executeTakeFirst()
  return row ? proposalOf(row) : noSuchMerge()
}

/** What waits for a second person, oldest first. */
export async function openMerges(tx: Tx): Promise<readonly MergeProposal[]> {
  const rows = await tx.db
    .selectFrom('kernel_approval')
    .select(columns)
    .where('matter', '=', mergeMatter)
    .where('decision', 'is', null)
    .orderBy('proposed_at')
    .limit(200)
    .execute()
  return rows.map(proposalOf)
}

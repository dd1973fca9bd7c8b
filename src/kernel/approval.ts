import type { z } from 'zod'
import type { Tx } from './database/transaction.ts'
import type { Occasion } from './occasion.ts'

export type Decision = 'approved' | 'refused' | 'withdrawn'

/** What one person puts before another. Nothing moves until the other decides. */
export type Proposal<T> = T & {
  readonly approvalId: string
  readonly proposedBy: string
  readonly proposedAt: string
  readonly decision: Decision | null
}

/** A matter that takes two people, `parties.merge`; the database refuses an approval by the proposer. */
export type Matter<T> = {
  readonly find: (tx: Tx, approvalId: string, lock: boolean) => Promise<Proposal<T> | undefined>
  /** What waits for this subject; there is at most one. */
  readonly waiting: (tx: Tx, subject: string) => Promise<Proposal<T> | undefined>
  /** All that waits, oldest first. */
  readonly open: (tx: Tx) => Promise<readonly Proposal<T>[]>
  readonly propose: (tx: Tx, proposed: Proposed<T>, occasion: Occasion) => Promise<void>
}

type Proposed<T> = { readonly approvalId: string; readonly subject: string; readonly proposal: T }

/** The constraint that holds one open proposal per subject. */
export const oneOpenProposal = 'kernel_approval_open'
const mostOpen = 200

export function matter<T extends object>(name: string, schema: z.ZodType<T>): Matter<T> {
  const proposals = (tx: Tx) =>
    tx.db
      .selectFrom('kernel_approval')
      .select(['approval_id', 'proposal', 'proposed_by', 'proposed_at', 'decision'])
      .where('matter', '=', name)
  const read = (row: Row): Proposal<T> => ({
    ...schema.parse(row.proposal),
    approvalId: row.approval_id,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    decision: row.decision,
  })
  return {
    find: async (tx, approvalId, lock) => {
      const query = proposals(tx).where('approval_id', '=', approvalId)
      const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
      return row && read(row)
    },
    waiting: async (tx, subject) => {
      const row = await proposals(tx).where('subject', '=', subject).where('decision', 'is', null).executeTakeFirst()
      return row && read(row)
    },
    open: async (tx) => {
      const rows = await proposals(tx).where('decision', 'is', null).orderBy('proposed_at').limit(mostOpen).execute()
      return rows.map(read)
    },
    propose: async (tx, { approvalId, subject, proposal }, { actor, now }) => {
      await tx.db
        .insertInto('kernel_approval')
        .values({
          approval_id: approvalId,
          matter: name,
          subject,
          proposed_by: actor.id,
          proposed_at: now.toString(),
          proposal: JSON.stringify(proposal),
          decided_by: null,
          decided_at: null,
          decision: null,
          reason: null,
        })
        .execute()
    },
  }
}

type Row = {
  readonly approval_id: string
  readonly proposal: unknown
  readonly proposed_by: string
  readonly proposed_at: string
  readonly decision: Decision | null
}

export async function keepDecision(
  tx: Tx,
  { approvalId, decision, reason = null }: { approvalId: string; decision: Decision; reason?: string | null },
  { actor, now }: Occasion,
): Promise<void> {
  await tx.db
    .updateTable('kernel_approval')
    .set({ decided_by: actor.id, decided_at: now.toString(), decision, reason })
    .where('approval_id', '=', approvalId)
    .execute()
}

import type { z } from 'zod'
import { recordKind, type RecordKind } from './command.ts'
import type { Tx } from './database/transaction.ts'
import type { Occasion } from './occasion.ts'
import { notFound } from './pipeline/problems.ts'
import { refuse, type Refusal } from './problem.ts'
import { label, type Label } from './values/labels.ts'

/** What one person puts before another. Nothing moves until the other decides; the proposer never decides. */
export type Proposal<T> = {
  readonly approvalId: string
  readonly subject: string
  readonly proposal: T
  readonly proposedBy: string
  readonly proposedAt: string
  readonly decision: 'approved' | 'refused' | 'withdrawn' | null
}

/** A matter that takes two people: `parties.merge`. */
export type Matter<T> = {
  readonly record: RecordKind<Proposal<T>>
  /** The proposal that waits for this subject; there is at most one. */
  readonly waiting: (tx: Tx, subject: string) => Promise<Proposal<T> | undefined>
  readonly propose: (tx: Tx, proposed: Proposed<T>, occasion: Occasion) => Promise<void>
}

type Proposed<T> = { readonly approvalId: string; readonly subject: string; readonly proposal: T }

const columns = ['approval_id', 'subject', 'proposal', 'proposed_by', 'proposed_at', 'decision'] as const

export function matter<T>(name: string, title: Label, schema: z.ZodType<T>): Matter<T> {
  const read = (row: Row): Proposal<T> => ({
    approvalId: row.approval_id,
    subject: row.subject,
    proposal: schema.parse(row.proposal),
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    decision: row.decision as Proposal<T>['decision'],
  })
  return {
    record: recordKind<Proposal<T>>({
      kind: 'approval',
      idField: 'approvalId',
      load: async (tx, id, lock) => {
        const query = tx.db
          .selectFrom('kernel_approval')
          .select(columns)
          .where('approval_id', '=', id)
          .where('matter', '=', name)
        const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
        return row ? read(row) : notFound(title)
      },
      belongs: ({ proposedBy }) => ({ own: [proposedBy], team: null }),
      version: ({ decision }) => (decision === null ? 1 : 2),
    }),
    waiting: async (tx, subject) => {
      const row = await tx.db
        .selectFrom('kernel_approval')
        .select(columns)
        .where('matter', '=', name)
        .where('subject', '=', subject)
        .where('decision', 'is', null)
        .executeTakeFirst()
      return row && read(row)
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
  readonly subject: string
  readonly proposal: unknown
  readonly proposed_by: string
  readonly proposed_at: string
  readonly decision: string | null
}

/** The gate of whoever decides: it still waits, and somebody else proposed it. */
export function mayDecide({ decision, proposedBy }: Proposal<unknown>, { actor }: Occasion): Refusal | undefined {
  if (decision !== null) return decidedAlready()
  return proposedBy === actor.id ? proposerDecides() : undefined
}

/** The gate of the proposer who takes it back. */
export function mayWithdraw({ decision, proposedBy }: Proposal<unknown>, { actor }: Occasion): Refusal | undefined {
  if (decision !== null) return decidedAlready()
  return proposedBy === actor.id ? undefined : onlyProposerWithdraws()
}

export async function keepDecision(
  tx: Tx,
  approvalId: string,
  decision: NonNullable<Proposal<unknown>['decision']>,
  { actor, now }: Occasion,
  reason: string | null = null,
): Promise<void> {
  await tx.db
    .updateTable('kernel_approval')
    .set({ decided_by: actor.id, decided_at: now.toString(), decision, reason })
    .where('approval_id', '=', approvalId)
    .execute()
}

const decidedAlready = () =>
  refuse({
    type: '/problems/kernel/decided-already',
    status: 409,
    title: label('已经有决定', 'Already decided'),
    detail: label('这件事已经批准、退回或撤回。请刷新后查看结果。', 'This was approved, refused or withdrawn before.'),
  })

const proposerDecides = () =>
  refuse({
    type: '/problems/kernel/proposer-decides',
    status: 403,
    title: label('不能审批自己提出的事', 'Proposer may not decide'),
    detail: label('这件事由您提出，请转由另一位有权限的同事审批。', 'You proposed this; a colleague must decide.'),
  })

const onlyProposerWithdraws = () =>
  refuse({
    type: '/problems/kernel/only-proposer-withdraws',
    status: 403,
    title: label('只有提出人可以撤回', 'Only the proposer withdraws'),
    detail: label('这件事由他人提出。请批准或退回。', 'Somebody else proposed this; approve or refuse it.'),
  })

import { recordKind } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Refusal } from '#kernel/problem.ts'
import { Notice } from './contract.ts'
import { noSuchProposal } from './problems.ts'

export const noticeMatter = 'deadlines.holiday-notice'

/** A notice that one person proposed and another decides on. */
export type NoticeProposal = {
  readonly approvalId: string
  readonly notice: Notice
  readonly proposedBy: string
  readonly proposedAt: string
  readonly decision: string | null
}

export const noticeProposal = recordKind<NoticeProposal>({
  kind: 'notice-proposal',
  idField: 'approvalId',
  load: findProposal,
  belongs: () => ({ own: [], team: null }),
  version: ({ decision }) => (decision === null ? 1 : 2),
})

const columns = ['approval_id', 'proposal', 'proposed_by', 'proposed_at', 'decision'] as const

async function findProposal(tx: Tx, id: string, lock: boolean): Promise<NoticeProposal | Refusal> {
  const query = tx.db
    .selectFrom('kernel_approval')
    .select(columns)
    .where('approval_id', '=', id)
    .where('matter', '=', noticeMatter)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row ? proposalOf(row) : noSuchProposal()
}

/** The one that waits for this year, if any. */
export async function openProposal(tx: Tx, year: number): Promise<NoticeProposal | undefined> {
  const row = await tx.db
    .selectFrom('kernel_approval')
    .select(columns)
    .where('matter', '=', noticeMatter)
    .where('subject', '=', `calendar:${year}`)
    .where('decision', 'is', null)
    .executeTakeFirst()
  return row && proposalOf(row)
}

type Row = {
  readonly approval_id: string
  readonly proposal: unknown
  readonly proposed_by: string
  readonly proposed_at: string
  readonly decision: string | null
}

const proposalOf = ({ approval_id, proposal, proposed_by, proposed_at, decision }: Row): NoticeProposal => ({
  approvalId: approval_id,
  notice: Notice.parse(proposal),
  proposedBy: proposed_by,
  proposedAt: proposed_at,
  decision,
})

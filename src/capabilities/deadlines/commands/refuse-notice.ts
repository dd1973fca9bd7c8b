import { z } from 'zod'
import { keepDecision } from '#kernel/approval.ts'
import { recordCommand } from '#kernel/command.ts'
import { label } from '#kernel/values/labels.ts'
import { noticeProposal } from '../proposals.ts'
import { mayDecide } from './sign-notice.ts'

export type NoticeRefused = {
  readonly type: 'deadlines.notice-refused'
  readonly approvalId: string
  readonly year: number
  readonly reason: string
  readonly refusedBy: string
  /** The proposer took it back. */
  readonly withdrawn: boolean
  readonly at: Temporal.Instant
}

/** Sends a proposed notice back with a reason. Nothing moves. */
export const refuseNotice = recordCommand(noticeProposal, {
  name: 'deadlines.refuse-notice',
  title: label('退回放假安排', 'Send back days off'),
  may: 'deadlines.sign-notice',
  cites: [],
  input: z.object({ reason: z.string().trim().min(2).max(200) }),
  load: async (_tx, proposal) => proposal,
  gate: mayDecide,
  decide: ({ approvalId, notice, proposedBy }, { reason }, { actor, now }): NoticeRefused => ({
    type: 'deadlines.notice-refused',
    approvalId,
    year: notice.year,
    reason,
    refusedBy: actor.id,
    withdrawn: actor.id === proposedBy,
    at: now,
  }),
  save: async (tx, facts, occasion) => {
    for (const { approvalId, reason, withdrawn } of facts) {
      await keepDecision(tx, { approvalId, decision: withdrawn ? 'withdrawn' : 'refused', reason }, occasion)
    }
  },
  subjects: ({ year, approvalId }) => [`calendar:${year}`, `notice-proposal:${approvalId}`],
})

import { z } from 'zod'
import { oneOpenProposal } from '#kernel/approval.ts'
import { command } from '#kernel/command.ts'
import type { Refusal } from '#kernel/problem.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { Notice } from '../contract.ts'
import { noticeIsWaiting } from '../problems.ts'
import { calendarOf, notices } from '../proposals.ts'
import { faultOfNotice } from '../rules/notice.ts'

export type NoticeProposed = {
  readonly type: 'deadlines.notice-proposed'
  readonly approvalId: string
  readonly notice: Notice
  readonly proposedBy: string
  readonly at: Temporal.Instant
}

/** A year's notice on days off, put before whoever signs. Nothing moves yet. */
export const proposeNotice = command({
  name: 'deadlines.propose-notice',
  title: label('提出放假安排', 'Propose days off'),
  may: 'deadlines.propose-notice',
  cites: ['period.holiday'],
  input: z.object({ notice: Notice }),
  output: z.object({ approvalId: z.uuid() }),
  load: async (tx, { notice }) => ({ waiting: await notices.waiting(tx, calendarOf(notice.year)) }),
  decide: ({ waiting }, { notice }, { actor, now }): NoticeProposed | Refusal => {
    if (waiting) return noticeIsWaiting(notice.year)
    const fault = faultOfNotice(notice)
    if (fault) return fault
    return { type: 'deadlines.notice-proposed', approvalId: newId(), notice, proposedBy: actor.id, at: now }
  },
  save: async (tx, facts, occasion) => {
    for (const { approvalId, notice } of facts) {
      await notices.propose(tx, { approvalId, subject: calendarOf(notice.year), proposal: { notice } }, occasion)
    }
  },
  subjects: ({ notice }) => [calendarOf(notice.year)],
  answer: ({ approvalId }) => ({ approvalId }),
  onConstraint: { [oneOpenProposal]: () => noticeIsWaiting(0) },
})

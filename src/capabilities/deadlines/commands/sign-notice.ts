import { z } from 'zod'
import { keepDecision } from '#kernel/approval.ts'
import { recordCommand } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { label } from '#kernel/values/labels.ts'
import { withNotice } from '#law/calendar.ts'
import { asLaw, courtCalendar, holdCalendar } from '../calendar.ts'
import type { CalendarEffect, Notice } from '../contract.ts'
import { proposalDecided, proposerMayNotSign } from '../problems.ts'
import { noticeProposal, type NoticeProposal } from '../proposals.ts'
import { effectOf, rerunClocks } from '../rerun.ts'

export type NoticeSigned = {
  readonly type: 'deadlines.notice-signed'
  readonly approvalId: string
  readonly notice: Notice
  readonly proposedBy: string
  readonly signedBy: string
  readonly at: Temporal.Instant
  /** Every clock that moved, by its start, with the day before and after. */
  readonly effect: CalendarEffect
}

export const mayDecide = ({ decision }: Pick<NoticeProposal, 'decision'>) =>
  decision === null ? undefined : proposalDecided()

/** Puts a notice into force and reckons every running clock by it. Two people agree. */
export const signNotice = recordCommand(noticeProposal, {
  name: 'deadlines.sign-notice',
  title: label('签发放假安排', 'Sign days off'),
  may: 'deadlines.sign-notice',
  cites: ['period.holiday'],
  input: z.object({}),
  output: z.object({ clocks: z.int(), settled: z.int() }),
  load: async (_tx, proposal) => proposal,
  gate: (proposal, { actor }) =>
    mayDecide(proposal) ?? (proposal.proposedBy === actor.id ? proposerMayNotSign() : undefined),
  consult: async (tx, _input, { notice }) => {
    await holdCalendar(tx)
    return effectOf(tx, withNotice(await courtCalendar(tx), asLaw(notice)))
  },
  decide: ({ approvalId, notice, proposedBy }, _input, { actor, now }, effect): NoticeSigned => ({
    type: 'deadlines.notice-signed',
    approvalId,
    notice,
    proposedBy,
    signedBy: actor.id,
    at: now,
    effect,
  }),
  save: async (tx, facts, occasion) => {
    for (const fact of facts) await putIntoForce(tx, fact, occasion)
  },
  subjects: ({ notice, approvalId }) => [`calendar:${notice.year}`, `notice-proposal:${approvalId}`],
  answer: ({ effect: { clocks, settled } }) => ({ clocks, settled }),
})

async function putIntoForce(
  tx: Tx,
  { approvalId, notice, proposedBy, signedBy, at }: NoticeSigned,
  occasion: Occasion,
): Promise<void> {
  const row = {
    source: notice.source,
    days: JSON.stringify(notice.days),
    imported_by: proposedBy,
    signed_by: signedBy,
    imported_at: at.toString(),
  }
  await tx.db
    .insertInto('deadlines_year')
    .values({ year: notice.year, ...row })
    .onConflict((conflict) => conflict.columns(['court_id', 'year']).doUpdateSet(row))
    .execute()
  await keepDecision(tx, { approvalId, decision: 'approved' }, occasion)
  await rerunClocks(tx, await courtCalendar(tx))
}

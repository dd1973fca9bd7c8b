import { z } from 'zod'
import { matter, type Proposal } from '#kernel/approval.ts'
import { recordKind } from '#kernel/command.ts'
import { Notice } from './contract.ts'
import { noSuchProposal } from './problems.ts'

/** A notice that one person proposed and another decides on. */
export const notices = matter('deadlines.holiday-notice', z.object({ notice: Notice }))
export type NoticeProposal = Proposal<{ readonly notice: Notice }>

export const noticeProposal = recordKind<NoticeProposal>({
  kind: 'notice-proposal',
  idField: 'approvalId',
  load: async (tx, id, lock) => (await notices.find(tx, id, lock)) ?? noSuchProposal(),
  belongs: () => ({ own: [], team: null }),
  version: ({ decision }) => (decision === null ? 1 : 2),
})

/** What a notice of a year is about. */
export const calendarOf = (year: number): `calendar:${number}` => `calendar:${year}`

import { z } from 'zod'
import { recordCommand } from '#kernel/command.ts'
import type { Refusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { Reason, sentenceId } from '../contract.ts'
import { ofReport, type SentenceSigned } from '../facts.ts'
import { noSuchSentence } from '../problems.ts'
import { reportRecord, sentencesOf, touchReport } from '../store.ts'
import { draftOnly } from './draft-only.ts'

/** A person answers by name for a sentence that no record supports. */
export const signFor = recordCommand(reportRecord, {
  name: 'report.sign-for',
  title: label('签认', 'Sign for'),
  may: 'report.finalise',
  cites: [],
  input: z.object({ sentenceId, reason: Reason }),
  load: async (tx, report) => ({ report, sentences: await sentencesOf(tx, report.reportId) }),
  gate: (facts) => draftOnly(facts),
  decide: ({ report, sentences }, { sentenceId: id, reason }, { actor, now }): SentenceSigned | Refusal => {
    if (!sentences.some((one) => one.sentenceId === id)) return noSuchSentence()
    return {
      type: 'report.sentence-signed',
      reportId: report.reportId,
      sentenceId: id,
      reason,
      signedBy: actor.name,
      signedAt: now,
    }
  },
  save: async (tx, facts) => {
    for (const { reportId, sentenceId: id, reason, signedBy, signedAt } of facts) {
      await tx.db
        .updateTable('report_sentence')
        .set({ signed_by: signedBy, sign_reason: reason, signed_at: signedAt.toString() })
        .where('report_id', '=', reportId)
        .where('sentence_id', '=', id)
        .execute()
      await touchReport(tx, reportId)
    }
  },
  subjects: (fact) => ofReport(fact),
})

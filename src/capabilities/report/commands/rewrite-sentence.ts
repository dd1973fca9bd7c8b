import { z } from 'zod'
import { recordCommand } from '#kernel/command.ts'
import type { Refusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { catalogue } from '../catalogue.ts'
import { sentenceId, SentenceText } from '../contract.ts'
import { ofReport, type SentenceRewritten } from '../facts.ts'
import { noSuchSentence, unknownSlot } from '../problems.ts'
import { figuresIn } from '../rules/compose.ts'
import { reportRecord, sentencesOf, touchReport } from '../store.ts'
import { draftOnly } from './draft-only.ts'

/** Changes the words of a sentence. What was signed for before is open again: the words are others now. */
export const rewriteSentence = recordCommand(reportRecord, {
  name: 'report.rewrite-sentence',
  title: label('改写', 'Rewrite'),
  may: 'report.write',
  cites: [],
  input: z.object({ sentenceId, body: SentenceText }),
  load: async (tx, report) => ({ report, sentences: await sentencesOf(tx, report.reportId) }),
  gate: (facts) => draftOnly(facts),
  decide: ({ report, sentences }, { sentenceId: id, body }): SentenceRewritten | Refusal => {
    if (!sentences.some((one) => one.sentenceId === id)) return noSuchSentence()
    const unknown = figuresIn(body).filter((figure) => !catalogue.some((one) => one.id === figure))
    if (unknown.length > 0) return unknownSlot(unknown)
    return {
      type: 'report.sentence-rewritten',
      reportId: report.reportId,
      sentenceId: id,
      body: body.trim(),
    }
  },
  save: async (tx, facts) => {
    for (const { reportId, sentenceId: id, body } of facts) {
      await tx.db
        .updateTable('report_sentence')
        .set({ body, signed_by: null, sign_reason: null, signed_at: null })
        .where('report_id', '=', reportId)
        .where('sentence_id', '=', id)
        .execute()
      await touchReport(tx, reportId)
    }
  },
  subjects: (fact) => ofReport(fact),
})

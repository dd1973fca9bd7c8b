import { z } from 'zod'
import { recordCommand } from '#kernel/command.ts'
import type { Refusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { contentOf, type Content } from '../content.ts'
import { ofReport, type ReportFinalised } from '../facts.ts'
import { notReady } from '../problems.ts'
import { reportRecord, touchReport, type Report } from '../store.ts'
import { draftOnly } from './draft-only.ts'

type Facts = { readonly report: Report; readonly content: Content }

/** Nothing goes out that neither a record supports nor a person answers for. */
export function mayFinalise(facts: Facts): Refusal | undefined {
  const { unbound, changed } = facts.content.counts
  return draftOnly(facts) ?? (unbound + changed > 0 ? notReady(unbound, changed) : undefined)
}

export const finalise = recordCommand(reportRecord, {
  name: 'report.finalise',
  title: label('定稿', 'Finalise'),
  may: 'report.finalise',
  cites: [],
  input: z.object({}),
  load: async (tx, report, occasion): Promise<Facts> => ({ report, content: await contentOf(tx, report, occasion) }),
  gate: (facts) => mayFinalise(facts),
  decide: ({ report, content }, _input, { actor, now }): ReportFinalised => ({
    type: 'report.finalised',
    reportId: report.reportId,
    finalisedBy: actor.id,
    finalisedAt: now,
    figures: Object.fromEntries(content.figures.map(({ id, printed }) => [id, printed])),
  }),
  save: async (tx, facts) => {
    for (const { reportId, finalisedBy, finalisedAt } of facts) {
      await tx.db
        .updateTable('report_report')
        .set({ state: 'final', finalised_by: finalisedBy, finalised_at: finalisedAt.toString() })
        .where('report_id', '=', reportId)
        .execute()
      await touchReport(tx, reportId)
    }
  },
  subjects: (fact) => ofReport(fact),
})

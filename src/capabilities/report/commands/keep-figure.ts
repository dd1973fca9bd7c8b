import { z } from 'zod'
import { recordCommand } from '#kernel/command.ts'
import type { Refusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { figureId, Reason } from '../contract.ts'
import { ofReport, type FigureKept } from '../facts.ts'
import { noSuchFigure } from '../problems.ts'
import { keptFigures, reportRecord, touchReport } from '../store.ts'
import { draftOnly } from './draft-only.ts'

/** Leaves a figure as drafted although it would be another now, and says why. */
export const keepFigure = recordCommand(reportRecord, {
  name: 'report.keep-figure',
  title: label('保留并注明', 'Keep with a note'),
  may: 'report.write',
  cites: [],
  input: z.object({ figureId, reason: Reason }),
  load: async (tx, report) => ({ report, figures: await keptFigures(tx, report.reportId) }),
  gate: (facts) => draftOnly(facts),
  decide: ({ report, figures }, { figureId: id, reason }, { actor }): FigureKept | Refusal => {
    if (!figures.some((one) => one.figureId === id)) return noSuchFigure()
    return {
      type: 'report.figure-kept',
      reportId: report.reportId,
      figureId: id,
      reason,
      keptBy: actor.id,
    }
  },
  save: async (tx, facts) => {
    for (const { reportId, figureId: id, reason, keptBy } of facts) {
      await tx.db
        .updateTable('report_figure')
        .set({ keep_reason: reason, kept_by: keptBy })
        .where('report_id', '=', reportId)
        .where('figure_id', '=', id)
        .execute()
      await touchReport(tx, reportId)
    }
  },
  subjects: (fact) => ofReport(fact),
})

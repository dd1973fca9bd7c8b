import { z } from 'zod'
import { recordCommand } from '#kernel/command.ts'
import type { Refusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { bindNow } from '../content.ts'
import { figureId } from '../contract.ts'
import { ofReport, type FigureRefreshed } from '../facts.ts'
import { noSuchFigure } from '../problems.ts'
import { reportRecord, touchReport, writeFigures } from '../store.ts'
import { draftOnly } from './draft-only.ts'

/** Takes a figure into the draft as it is now. */
export const refreshFigure = recordCommand(reportRecord, {
  name: 'report.refresh-figure',
  title: label('更新', 'Update'),
  may: 'report.write',
  cites: [],
  input: z.object({ figureId }),
  load: async (tx, report, occasion) => ({
    report,
    figures: (await bindNow(tx, report.from, report.to, occasion)).figures,
  }),
  gate: (facts) => draftOnly(facts),
  decide: ({ report, figures }, { figureId: id }): FigureRefreshed | Refusal => {
    const figure = figures.find((one) => one.id === id)
    if (!figure) return noSuchFigure()
    return { type: 'report.figure-refreshed', reportId: report.reportId, figure }
  },
  save: async (tx, facts) => {
    for (const { reportId, figure } of facts) {
      await writeFigures(tx, reportId, [figure])
      await touchReport(tx, reportId)
    }
  },
  subjects: (fact) => ofReport(fact),
})

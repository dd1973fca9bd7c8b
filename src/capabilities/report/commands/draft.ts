import { nameOfCourt } from '#capabilities/indicators'
import { command } from '#kernel/command.ts'
import { isBefore } from '#kernel/values/dates.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import type { Refusal } from '#kernel/problem.ts'
import type { Binding } from '../bind.ts'
import { bindNow, freshSentences, titleOf } from '../content.ts'
import { ReportPeriod } from '../contract.ts'
import { ofReport, type ReportDrafted } from '../facts.ts'
import { draftedAlready, periodBackwards } from '../problems.ts'
import { insertReport } from '../store.ts'

type Facts = { readonly court: string; readonly binding: Binding }

/** Writes the report of a period from what is on record, sentence by sentence. */
export const draft = command({
  name: 'report.draft',
  title: label('生成初稿', 'Draft report'),
  may: 'report.write',
  cites: [],
  input: ReportPeriod,
  load: async (tx, { from, to }, occasion): Promise<Facts | Refusal> =>
    isBefore(to, from)
      ? periodBackwards()
      : { court: await nameOfCourt(tx), binding: await bindNow(tx, from, to, occasion) },
  decide: ({ court, binding }, { from, to }, { actor, now, today }): ReportDrafted => ({
    type: 'report.drafted',
    reportId: newId(),
    from,
    to,
    title: titleOf(court, from, to),
    draftedBy: actor.id,
    draftedAt: now,
    draftedOn: today.toString(),
    sentences: freshSentences(),
    figures: binding.figures,
  }),
  save: async (tx, facts) => {
    for (const fact of facts) await insertReport(tx, fact, fact.sentences, fact.figures)
  },
  subjects: (fact) => ofReport(fact),
  answer: ({ reportId }) => ({ reportId }),
  onConstraint: { report_report_open: draftedAlready },
})

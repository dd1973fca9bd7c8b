import { recordCommand } from '#kernel/command.ts'
import type { Refusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { TriageCase } from '../contract.ts'
import { ofCase, type CaseTriaged } from '../facts.ts'
import { reasonNeeded } from '../problems.ts'
import { triageFactsOf, triageRulesOf } from '../queries/triage-facts.ts'
import { sortCase } from '../rules/triage.ts'
import { caseRecord, saveTriage } from '../store.ts'
import { onlyOpen } from './record-event.ts'

/** Sorts a case into the fast or the careful track by the court's rules, or overrides them with a reason. */
export const triageCase = recordCommand(caseRecord, {
  name: 'cases.triage-case',
  title: label('繁简分流', 'Triage'),
  may: 'cases.triage',
  cites: [],
  input: TriageCase,
  load: async (_tx, record) => record,
  gate: onlyOpen,
  consult: async (tx, _input, record, { today }) => ({
    facts: await triageFactsOf(tx, record, today),
    rules: await triageRulesOf(tx),
  }),
  decide: ({ caseId }, { track, reason }, { today }, { facts, rules }): CaseTriaged | Refusal => {
    const sorted = sortCase(facts, rules)
    const overridden = track !== undefined && track !== sorted.track
    if (overridden && reason === undefined) return reasonNeeded('改变规则给出的繁简')
    return {
      type: 'cases.case-triaged',
      caseId,
      track: track ?? sorted.track,
      proposed: sorted.track,
      ruleId: sorted.ruleId,
      ruleVersion: sorted.ruleVersion,
      reason: overridden ? (reason ?? '') : sorted.reason,
      occurredOn: today,
    }
  },
  save: saveTriage,
  subjects: ofCase,
  answer: ({ track, reason, proposed }) => ({ track, reason, proposed }),
})

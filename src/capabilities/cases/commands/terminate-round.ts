import { recordCommand } from '#kernel/command.ts'
import type { Refusal } from '#kernel/problem.ts'
import { isBefore } from '#kernel/values/dates.ts'
import { label } from '#kernel/values/labels.ts'
import { terminationGate, terminationReasons, terminationReasonText } from '#law/termination-gate.ts'
import { TerminateRound } from '../contract.ts'
import { ofCase, type CaseClosed } from '../facts.ts'
import { beforeFiling, inTheFuture, onlyFirstOrResumed, roundNotEnded } from '../problems.ts'
import { terminationFactsOf, type Happened } from '../rules/termination-facts.ts'
import { caseRecord, lastDays, saveClosings, type Case } from '../store.ts'
import { onlyOpen } from './record-event.ts'

type RoundFacts = Case & { readonly happened: Happened }

/** Why this round may not be ended on a day; undefined when every check is met. */
function notYet({ happened, filedOn }: RoundFacts, on: Temporal.PlainDate): Refusal | undefined {
  const { value, citations } = terminationGate(terminationFactsOf(happened, filedOn, on))
  return value.pass ? undefined : roundNotEnded(value.reasons, citations)
}

/** Ends this round of enforcement (终结本次执行程序) when all that 法〔2016〕373号 asks for is on file. */
export const terminateRound = recordCommand(caseRecord, {
  name: 'cases.terminate-round',
  title: label('终本', 'End this round'),
  may: 'cases.close',
  cites: ['terminate.gate', 'terminate.three-months', 'terminate.lookup'],
  input: TerminateRound,
  load: async (tx, record): Promise<RoundFacts> => ({ ...record, happened: await lastDays(tx, record.caseId) }),
  offers: ({ typeCode }) => typeCode === '执' || typeCode === '执恢',
  gate: (facts, { today }) =>
    onlyOpen(facts) ??
    (facts.typeCode === '执' || facts.typeCode === '执恢' ? notYet(facts, today) : onlyFirstOrResumed()),
  decide: (facts, { occurredOn, reason }, { today }): CaseClosed | Refusal => {
    if (isBefore(today, occurredOn)) return inTheFuture(today)
    if (isBefore(occurredOn, facts.filedOn)) return beforeFiling(facts.filedOn)
    return (
      notYet(facts, occurredOn) ?? {
        type: 'cases.case-closed',
        caseId: facts.caseId,
        manner: 'round-terminated',
        reason,
        checked: terminationReasons.map((check) => `${terminationReasonText(check)}：否`),
        occurredOn,
      }
    )
  },
  save: saveClosings,
  subjects: ofCase,
})

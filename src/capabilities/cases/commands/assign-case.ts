import { recordCommand } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Refusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { AssignCase } from '../contract.ts'
import type { CaseAssigned } from '../facts.ts'
import { barredFromCase, everyoneBarred, notAHandler, reasonNeeded } from '../problems.ts'
import { drawHandler, type Candidate } from '../rules/draw-handler.ts'
import { candidatesFor } from '../queries/candidates.ts'
import { caseRecord, saveAssignments } from '../store.ts'
import { onlyOpen } from './record-event.ts'

/** Gives a case to a handler: drawn by lot among those without a bar, or appointed with a reason. */
export const assignCase = recordCommand(caseRecord, {
  name: 'cases.assign-case',
  title: label('分案', 'Assign'),
  may: 'cases.assign',
  cites: [],
  input: AssignCase,
  load: async (_tx, record) => record,
  gate: onlyOpen,
  consult: async (tx: Tx, { teamId, avoid }, { caseId }, { today }) =>
    candidatesFor(tx, { caseId, teamId: teamId ?? null, today, avoid }),
  decide: ({ caseId }, input, { seed, today }, candidates): CaseAssigned | Refusal => {
    const chosen =
      input.handlerId === undefined ? drawHandler(candidates, seed) : appointed(input.handlerId, candidates)
    if (chosen === null) return everyoneBarred()
    if (!('handlerId' in chosen)) return chosen
    if (chosen.draw === null && input.reason === undefined) return reasonNeeded('指定承办人')
    return {
      type: 'cases.case-assigned',
      caseId,
      handlerId: chosen.handlerId,
      clerkId: input.clerkId ?? null,
      teamId: input.teamId ?? null,
      draw: chosen.draw,
      reason: input.reason ?? '随机分案',
      occurredOn: today,
    }
  },
  save: saveAssignments,
  subjects: ({ caseId, handlerId }) => [`case:${caseId}`, `staff:${handlerId}`],
  answer: ({ handlerId, draw }) => ({ handlerId, draw }),
})

function appointed(handlerId: string, candidates: readonly Candidate[]) {
  const person = candidates.find(({ staffId }) => staffId === handlerId)
  if (!person) return notAHandler()
  return person.avoid === null ? { handlerId, draw: null } : barredFromCase(person.avoid)
}

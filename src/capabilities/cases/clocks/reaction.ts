import { reckonClocks } from '#capabilities/deadlines'
import type { Reaction } from '#kernel/capability.ts'
import { caseFactTypes, caseIdsOf } from '../facts.ts'
import { affectedCases, caseSubjects } from './subjects.ts'

/** Whatever happens to a case, its clocks are reckoned again from its events in the same transaction. */
export const caseClockReaction: Reaction = {
  on: [...caseFactTypes, 'cases.pool-looked-up'],
  react: async (tx, facts, { today }) => {
    await reckonClocks(tx, 'case', await affectedCases(tx, caseIdsOf(facts)), caseSubjects(today))
    return []
  },
}

import { z } from 'zod'
import { recordReading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { Candidates } from '../contract.ts'
import { chanceOf } from '../rules/chance.ts'
import { sortCase } from '../rules/triage.ts'
import { caseRecord } from '../store.ts'
import { candidatesFor } from './candidates.ts'
import { triageFactsOf, triageRulesOf } from './triage-facts.ts'

/** Before a case is given to somebody: who could have it, how the draw weighs them, who is barred and why, which track. */
export const candidates = recordReading({
  name: 'cases.candidates',
  title: label('分案候选', 'Candidates'),
  may: 'cases.assign',
  record: caseRecord,
  input: z.object({ teamId: z.uuid().optional() }),
  output: Candidates,
  read: async (tx, record, { teamId }, { today }) => {
    const found = await candidatesFor(tx, {
      caseId: record.caseId,
      teamId: teamId ?? null,
      today,
      avoid: [],
    })
    const named = await tx.db
      .selectFrom('identity_staff_name')
      .select(['staff_id', 'name'])
      .where('staff_id', 'in', ['00000000-0000-0000-0000-000000000000', ...found.map(({ staffId }) => staffId)])
      .execute()
    const names = new Map(named.map(({ staff_id, name }) => [staff_id, name]))
    const chances = chanceOf(found)
    return {
      rows: found
        .map(({ staffId, openCases, avoid }) => ({
          staffId,
          name: names.get(staffId) ?? staffId,
          openCases,
          chance: chances.get(staffId) ?? null,
          avoid,
        }))
        .toSorted((a, b) => (b.chance ?? -1) - (a.chance ?? -1) || (a.staffId < b.staffId ? -1 : 1)),
      lane: sortCase(await triageFactsOf(tx, record, today), await triageRulesOf(tx)),
    }
  },
})

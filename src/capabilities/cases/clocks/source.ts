import type { ClockSource } from '#capabilities/deadlines'
import { caseSubjects } from './subjects.ts'

/** All cases of the court, for reckoning their clocks again. */
export const caseClockSource: ClockSource = {
  subject: 'case',
  idsAfter: async ({ client }, after, limit) => {
    const { rows } = await client.query<{ case_id: string }>(
      'select case_id from cases_case where $1::uuid is null or case_id > $1 order by case_id limit $2',
      [after, limit],
    )
    return rows.map(({ case_id }) => case_id)
  },
  loader: caseSubjects,
}

import { sql } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Candidate } from '../rules/draw-handler.ts'

type Wanted = {
  readonly caseId: string
  readonly teamId: string | null
  readonly today: Temporal.PlainDate
  readonly avoid: readonly { readonly staffId: string; readonly reason: string }[]
}

/**
 * Who may have this case: everyone who holds 承办案件 today, in the team if one is named, with their open cases. The
 * handler of the case that an objection attacks is barred, and so is whoever the caller names with a ground.
 */
export async function candidatesFor(tx: Tx, { caseId, teamId, today, avoid }: Wanted): Promise<readonly Candidate[]> {
  const { rows } = await sql<{ staffId: string; openCases: number; attacked: boolean }>`
    select held.staff_id as "staffId",
           (select count(*)::int from cases_case o where o.court_id = held.court_id and o.handler_id = held.staff_id and o.closed_on is null) as "openCases",
           exists (select from cases_link l
                   join cases_case a on a.court_id = l.court_id and a.case_number = l.linked_number
                   where l.court_id = held.court_id and l.case_id = ${caseId} and l.relation = 'objects-to' and a.handler_id = held.staff_id) as attacked
    from identity_permission_held held
    where held.permission = 'cases.take' and held.from_on <= ${today.toString()}::date
      and (held.until_on is null or held.until_on >= ${today.toString()}::date)
      and (${teamId}::uuid is null or exists (
        select from identity_team_of t where t.court_id = held.court_id and t.staff_id = held.staff_id and t.team_id = ${teamId}::uuid))
    group by held.court_id, held.staff_id
    order by held.staff_id`.execute(tx.db)
  const named = new Map(avoid.map(({ staffId, reason }) => [staffId, reason]))
  return rows.map(({ staffId, openCases, attacked }) => ({
    staffId,
    openCases,
    avoid: named.get(staffId) ?? (attacked ? '承办被异议的案件' : null),
  }))
}

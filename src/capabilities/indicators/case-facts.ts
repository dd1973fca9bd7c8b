import { caseFactTypes, caseIdsOf, mannerCodes, manners } from '#capabilities/cases'
import type { Reaction } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { FactTable } from './scan.ts'

/** The rows and the columns by which their figures are broken down. */
export const caseFacts: FactTable = {
  name: 'indicators_case_fact',
  type: 'type_code',
  team: 'team_key',
  handler: 'handler_id',
  cause: 'cause',
  town: 'town',
}

/** Keeps the row of a case in step with the register, in the transaction of the change: one hand or 100,000 rows. */
export const followCases: Reaction = {
  on: caseFactTypes,
  react: async (tx, facts) => {
    await refreshCases(tx, caseIdsOf(facts))
    return []
  },
}

/** Makes the rows of these cases anew; a case that has gone leaves none. So does the case that each of them takes up. */
export async function refreshCases(tx: Tx, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return
  const { rows } = await tx.client.query<{ case_id: string }>({
    name: 'indicators_touched',
    text: touched,
    values: [caseIds],
  })
  const ids = rows.map(({ case_id }) => case_id)
  await tx.client.query({
    name: 'indicators_drop',
    text: 'delete from indicators_case_fact where case_id = any($1::uuid[])',
    values: [ids],
  })
  await tx.client.query({
    name: 'indicators_refresh',
    text: refresh,
    values: [ids, counting('real'), counting('full'), counting('outsideBase')],
  })
}

/** Makes every row anew, as after a change of how manners count. Returns the number of cases. */
export async function rebuildCaseFacts(tx: Tx): Promise<number> {
  const { rows } = await tx.client.query<{ case_id: string }>(
    'select case_id from cases_fact_source union select case_id from indicators_case_fact',
  )
  await refreshCases(
    tx,
    rows.map(({ case_id }) => case_id),
  )
  return rows.length
}

const counting = (flag: 'real' | 'full' | 'outsideBase'): readonly string[] =>
  mannerCodes.filter((code) => manners[code][flag])

/** A resumed case that comes, changes or goes also changes the case it takes up, as known before and as known now. */
const touched = `
  with given as materialized (select distinct unnest($1::uuid[]) as case_id),
       numbers as (
         select f.resumes_number from given g join indicators_case_fact f on f.case_id = g.case_id where f.resumes_number is not null
         union
         select r.resumes_number from given g join cases_resumption r on r.case_id = g.case_id)
  select case_id from given
  union
  select f.case_id from numbers n join indicators_case_fact f on f.case_number = n.resumes_number`

/** Events that repeat count by the first; a round that a ledger ends without saying when ended with the case. */
const refresh = `
  with given as materialized (select unnest($1::uuid[]) as case_id),
       event as (
         select e.case_id,
                min(e.occurred_on) filter (where e.kind = 'notice-served')          as notice_on,
                min(e.occurred_on) filter (where e.kind = 'report-order-served')    as report_order_on,
                min(e.occurred_on) filter (where e.kind = 'first-inquiry')          as inquiry_on,
                min(e.occurred_on) filter (where e.kind = 'consumption-restricted') as restricted_on,
                min(e.occurred_on) filter (where e.kind = 'dishonest-listed')       as listed_on,
                min(e.occurred_on) filter (where e.kind = 'round-terminated')       as round_terminated_on
         from given g join cases_event_day e on e.case_id = g.case_id
         group by e.case_id),
       taking as (
         select r.case_id, min(r.resumes_number) as resumes_number
         from given g join cases_resumption r on r.case_id = g.case_id
         group by r.case_id),
       taken as (
         select s.case_id, min(r.filed_on) as resumed_on
         from given g
         join cases_fact_source s on s.case_id = g.case_id
         join cases_resumption r on r.resumes_number = s.case_number
         group by s.case_id)
  insert into indicators_case_fact (
    case_id, case_number, type_code, filed_on, closed_on, received_on, handler_id, clerk_id, team_id, team_key, manner,
    real, full_performance, outside_base, claim_fen, waived_fen, unenforceable_fen, recovered_fen, last_receipt_on,
    notice_on, report_order_on, inquiry_on, restricted_on, listed_on, round_terminated_on, resumed_on, resumes_number,
    preserved, track, cause, town, livelihood, closing_reason, limit_on, granted_days, deducted_days)
  select s.case_id, s.case_number, s.type_code, s.filed_on, s.closed_on, s.received_on, s.handler_id, s.clerk_id, s.team_id,
         coalesce(s.team_id::text, s.track), s.manner,
         coalesce(s.manner = any($2), false), coalesce(s.manner = any($3), false), coalesce(s.manner = any($4), false),
         s.claim_fen, s.waived_fen, s.unenforceable_fen, s.recovered_fen, s.last_receipt_on,
         e.notice_on, e.report_order_on, e.inquiry_on, e.restricted_on, e.listed_on,
         coalesce(e.round_terminated_on, case when s.manner = 'round-terminated' then s.closed_on end),
         d.resumed_on, t.resumes_number, s.preserved, s.track, s.cause, s.town, s.livelihood, s.closing_reason,
         nullif(l.limit_on, '9999-12-31'), greatest(coalesce(l.granted_days, 0), 0), coalesce(l.deducted_days, 0)
  from given g
  join cases_fact_source s on s.case_id = g.case_id
  left join event e on e.case_id = g.case_id
  left join taking t on t.case_id = g.case_id
  left join taken d on d.case_id = g.case_id
  -- Case by case: the statistics of a table that an import fills know nothing of it yet.
  left join lateral (select * from indicators_time_limit k where k.court_id = s.court_id and k.subject_id = g.case_id offset 0) l on true`

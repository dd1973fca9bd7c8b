import { caseFactTypes, caseIdsOf, mannerCodes, manners } from '#capabilities/cases'
import type { Reaction } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'

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
  with given as (select unnest($1::uuid[]) as case_id),
       numbers as (
         select f.resumes_number from indicators_case_fact f join given g on g.case_id = f.case_id where f.resumes_number is not null
         union
         select s.resumes_number from cases_fact_source s join given g on g.case_id = s.case_id where s.resumes_number is not null)
  select case_id from given
  union
  select f.case_id from indicators_case_fact f join numbers n on n.resumes_number = f.case_number`

const refresh = `
  insert into indicators_case_fact (
    case_id, case_number, type_code, filed_on, closed_on, received_on, handler_id, clerk_id, team_id, manner,
    real, full_performance, outside_base, claim_fen, waived_fen, unenforceable_fen, recovered_fen, last_receipt_on,
    notice_on, report_order_on, inquiry_on, restricted_on, listed_on, round_terminated_on, resumed_on, resumes_number,
    preserved, track, cause, town, livelihood, closing_reason)
  select case_id, case_number, type_code, filed_on, closed_on, received_on, handler_id, clerk_id, team_id, manner,
         coalesce(manner = any($2), false), coalesce(manner = any($3), false), coalesce(manner = any($4), false),
         claim_fen, waived_fen, unenforceable_fen, recovered_fen, last_receipt_on,
         notice_on, report_order_on, inquiry_on, restricted_on, listed_on, round_terminated_on, resumed_on, resumes_number,
         preserved, track, cause, town, livelihood, closing_reason
  from cases_fact_source
  where case_id = any($1::uuid[])`

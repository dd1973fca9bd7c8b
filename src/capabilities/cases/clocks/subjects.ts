import type { ClockSubject } from '#capabilities/deadlines'
import type { Tx } from '#kernel/database/transaction.ts'
import { caseClockRules, clockEvents, traits } from './rules.ts'

type Row = {
  readonly case_id: string
  readonly type_code: string
  readonly in_pool: boolean
  readonly non_litigation: boolean
  readonly change_party: boolean
  readonly received_on: string | null
  readonly resumed_on: string | null
  readonly on_record: string | null
  /** `filed 2024-01-02,assigned 2024-01-03`. */
  readonly events: string | null
}

const kinds = [
  ...new Set(
    caseClockRules.flatMap(({ starts, finishes, lapses = [], pauses = [], extendedBy = [] }) => [
      ...starts,
      ...finishes,
      ...lapses,
      ...extendedBy,
      ...pauses.flatMap(({ from, until }) => [from, ...until]),
    ]),
  ),
]

/** What clocks need of these cases. Cases that are gone are left out. */
export const caseSubjects =
  (today: Temporal.PlainDate) =>
  async ({ client }: Tx, caseIds: readonly string[]): Promise<readonly ClockSubject[]> => {
    const { rows } = await client.query<Row>({
      ...(caseIds.length === 1 && { name: 'cases_clock_subjects' }),
      text: subjectsText,
      values: [caseIds, kinds, today.toString()],
    })
    return rows.map(subjectOf)
  }

/**
 * 非诉行政执行 is known by its basis, a number of the type 行审, or by its cause. An objection that changes parties is known
 * by what its ledger or filing says it asks for.
 */
const subjectsText = `
  select c.case_id, c.type_code, c.received_on,
         coalesce(c.manner = 'round-terminated', false) as in_pool,
         c.type_code in ('执', '执恢') and (coalesce(c.basis_number, '') like '%行审%' or coalesce(c.cause, '') like '%非诉行政%')
           as non_litigation,
         c.type_code = '执异' and coalesce(c.cause, '') || c.details::text ~ '(变更|追加)' as change_party,
         (select min(n.filed_on) from cases_link l
          join cases_case n on n.court_id = l.court_id and n.case_id = l.case_id
          where l.court_id = c.court_id and l.linked_number = c.case_number and l.relation = 'resumes') as resumed_on,
         case when c.manner = 'round-terminated' then (
           select least(min((e.recorded_at at time zone 'Asia/Shanghai')::date), $3::date) from cases_event e
           where e.court_id = c.court_id and e.case_id = c.case_id and e.kind = 'closed') end as on_record,
         -- As a condition the kinds would each be sought in the index, which costs more than reading a case's few events.
         (select string_agg(e.kind || ' ' || e.occurred_on, ',') filter (where e.kind = any($2)) from cases_event e
          where e.court_id = c.court_id and e.case_id = c.case_id) as events
  from cases_case c
  where c.case_id = any($1::uuid[])`

function subjectOf(row: Row): ClockSubject {
  const recorded = (row.events ?? '').split(',').flatMap((text) => {
    const [kind, on] = text.split(' ')
    return kind && on ? [{ kind, on }] : []
  })
  return {
    id: row.case_id,
    caseId: row.case_id,
    traits: [
      row.type_code,
      ...(row.non_litigation ? [traits.nonLitigation] : []),
      ...(row.change_party ? [traits.changeParty] : []),
      ...(row.in_pool ? [traits.inPool] : []),
    ],
    events: [
      ...recorded,
      ...(row.received_on === null ? [] : [{ kind: clockEvents.received, on: row.received_on }]),
      ...(row.resumed_on === null ? [] : [{ kind: clockEvents.resumed, on: row.resumed_on }]),
      ...(row.on_record === null ? [] : [{ kind: clockEvents.onRecord, on: row.on_record }]),
    ],
  }
}

/**
 * The cases whose clocks may change with these: themselves, those they take up again, and, when one of them is gone, those
 * whose clocks had stopped because of it.
 */
export async function affectedCases({ client }: Tx, caseIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ case_id: string }>({
    ...(caseIds.length === 1 && { name: 'cases_clock_affected' }),
    text: `
      with asked as (select unnest($1::uuid[]) as case_id),
      gone as (select 1 from asked a where not exists (select from cases_case c where c.case_id = a.case_id) limit 1)
      select case_id from asked
      union
      select o.case_id from asked a
      join cases_link l on l.case_id = a.case_id and l.relation = 'resumes'
      join cases_case o on o.case_number = l.linked_number
      union
      select k.subject_id from deadlines_case_clock k where k.finished_by = $2 and exists (select from gone)`,
    values: [caseIds, clockEvents.resumed],
  })
  return rows.map(({ case_id }) => case_id)
}

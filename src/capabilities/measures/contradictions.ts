import { type RawBuilder, sql } from 'kysely'
import type { ContradictionSource } from '#capabilities/registers'

type Pair = {
  readonly code: string
  /** What the ledger of cases says happened, and which register keeps it. */
  readonly event: string
  readonly word: string
  readonly table: string
  readonly day: string
  readonly page: string
}

const pairs: readonly Pair[] = [
  {
    code: 'W_LIMIT_DAY',
    event: 'consumption-restricted',
    word: '限制消费',
    table: 'measures_consumption_limit_counted',
    day: 'limited_on',
    page: '/measures/consumption-limits',
  },
  {
    code: 'W_LISTING_DAY',
    event: 'dishonest-listed',
    word: '失信',
    table: 'measures_dishonest_listing_counted',
    day: 'listed_on',
    page: '/measures/dishonest-listings',
  },
]

/** A day that the ledger of cases states otherwise than the ledger of measures, or that only one of them knows. */
export const measureContradictions: readonly ContradictionSource[] = pairs.map((pair) => ({ rows: () => rowsOf(pair) }))

const rowsOf = ({ code, event, word, table, day, page }: Pair): RawBuilder<unknown> => sql`
  select ${code}::text || ':' || c.case_id as key, ${`${word} / 案件台账`}::text as kind, c.case_number as "caseNumber",
         coalesce(d.on, m.on) as "on", ${code}::text as code,
         case when m.on is null then ${`案件台账写 `}::text || d.on || ${` 采取${word}，措施台账没有这件，请补登或核对。`}::text
              else ${`案件台账写 `}::text || d.on || ${` 采取${word}，措施台账最早是 `}::text || m.on || ${`，请核对。`}::text end as text,
         false as unlawful, ${`${page}?caseId=`}::text || c.case_id as href
  from cases_fact_source c
  join (select court_id, case_id, min(occurred_on) as on from cases_event_day where kind = ${event} group by court_id, case_id) d
    on d.court_id = c.court_id and d.case_id = c.case_id
  left join (select court_id, case_number, min(${sql.ref(day)}) as on from ${sql.table(table)} group by court_id, case_number) m
    on m.court_id = c.court_id and m.case_number = c.case_number
  where m.on is distinct from d.on and exists (select from ${sql.table(table)})`

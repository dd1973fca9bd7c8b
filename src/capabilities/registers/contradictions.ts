import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { DeskCount } from '#capabilities/desk'
import { mayInCourt, type Occasion } from '#kernel/occasion.ts'
import { query } from '#kernel/query.ts'
import type { Registry } from '#kernel/registry.ts'
import { label } from '#kernel/values/labels.ts'
import { ContradictionFilter, ContradictionRow } from './contract.ts'
import { pathOf, type Register, tableOf } from './declaration.ts'
import { dayOf, marksWithUnknownCase } from './list.ts'

/**
 * Two ledgers of this court that do not agree. `rows` selects `key, kind, caseNumber, on, code, text, unlawful, href`; the
 * case is found by its number.
 */
export type ContradictionSource = { readonly rows: (occasion: Occasion) => RawBuilder<unknown> }

declare module '#kernel/capability.ts' {
  interface Contributions {
    readonly contradictions?: readonly ContradictionSource[]
  }
}

const foundIn = (registry: Registry, occasion: Occasion): RawBuilder<unknown> => {
  const sources = [
    ...registry.gather('registers').map(({ register }) => marksOf(register)),
    ...registry.gather('contradictions').map(({ rows }) => rows(occasion)),
  ]
  return sql`(${sql.join(sources, sql` union all `)})`
}

/** What the law forbids and is on record all the same, in the head of a desk that watches over the court. */
export const unlawfulCount: DeskCount = {
  id: 'registers.unlawful',
  title: label('违法提示', 'Unlawful'),
  order: 75,
  tone: 'overdue',
  href: '/contradictions?view=unlawful',
  count: async (tx, occasion) => {
    if (!mayInCourt(occasion.actor, 'registers.check')) return null
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${foundIn(tx.platform.registry, occasion)} f where f.unlawful`.execute(tx.db)
    return rows[0]?.n === 0 ? null : (rows[0]?.n ?? null)
  },
}

/** 台账核对: everything on record that the law forbids or another record denies, as one list of work. */
export const contradictions = query({
  name: 'registers.contradictions',
  title: label('台账核对', 'Contradictions'),
  may: 'registers.check',
  input: ContradictionFilter,
  row: ContradictionRow,
  scope: { own: ['handlerId', 'clerkId'], team: 'teamId' },
  orders: [
    ['-on', 'key'],
    ['code', 'key'],
  ],
  columns: {
    kind: label('台账', 'Ledger'),
    caseNumber: label('案号', 'Case number'),
    on: label('日期', 'Day'),
    text: label('问题', 'What does not agree'),
    handlerName: label('承办人', 'Handler'),
  },
  rows: (db, filter, occasion, registry) => {
    const found = foundIn(registry, occasion)
    return db
      .selectFrom(
        sql<z.input<typeof ContradictionRow>>`(
          select f.key, f.kind, f."caseNumber", f."on", f.code, f.text, f.unlawful, f.href, c.case_id as "caseId",
                 c.handler_id as "handlerId", c.clerk_id as "clerkId", c.team_id as "teamId", h.name as "handlerName"
          from ${found} f
          left join cases_fact_source c on c.court_id = current_court() and c.case_number = f."caseNumber"
          left join identity_staff_name h on h.court_id = c.court_id and h.staff_id = c.handler_id)`.as('listed'),
      )
      .selectAll()
      .$if(filter.unlawful !== undefined, (q) => q.where('listed.unlawful', '=', filter.unlawful ?? false))
      .$if(filter.code !== undefined, (q) => q.where('listed.code', '=', filter.code ?? ''))
  },
})

/** What stands against the entries of one register. */
const marksOf = (register: Register): RawBuilder<unknown> => sql`
  select e.entry_id || ':' || (m.mark ->> 'code') as key, ${register.title.zh}::text as kind, e.case_number as "caseNumber",
         ${dayOf(register)} as "on", m.mark ->> 'code' as code, m.mark ->> 'text' as text,
         (m.mark ->> 'unlawful')::boolean as unlawful, ${`${pathOf(register)}?open=`}::text || e.entry_id as href
  from ${sql.table(tableOf(register))} e
  left join cases_fact_source c on c.court_id = e.court_id and c.case_number = e.case_number
  cross join lateral jsonb_array_elements(${marksWithUnknownCase(register)}) as m (mark)
  where e.withdrawn_because is null`

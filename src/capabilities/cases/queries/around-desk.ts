import { never } from '#capabilities/deadlines'
import type { DeskCount, NextDueSource, NoticeSource } from '#capabilities/desk'
import type { OpenWorkSource } from '#capabilities/identity'
import type { RecordNames } from '#capabilities/operations'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import { mayAnywhere, mayInCourt, type Occasion } from '#kernel/occasion.ts'
import { label } from '#kernel/values/labels.ts'
import { staffIdOf } from '../clocks/queries/staff-id.ts'
import { eventTitle } from '../clocks/event-title.ts'
import { reachingAge, withClockDue } from './register.ts'

/** Whoever assigns looks after the whole court; everybody else after the cases they handle or clerk. */
const mine = ({ actor }: Occasion): RawBuilder<boolean> =>
  mayInCourt(actor, 'cases.assign')
    ? sql<boolean>`true`
    : sql<boolean>`(c.handler_id = ${staffIdOf(actor)}::uuid or c.clerk_id = ${staffIdOf(actor)}::uuid)`

async function countWhere({ db }: Tx, condition: RawBuilder<boolean>, occasion: Occasion): Promise<number | null> {
  if (!mayAnywhere(occasion.actor, 'cases.read')) return null
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from cases_case c where ${condition} and ${mine(occasion)}`.execute(db)
  return rows[0]?.count ?? 0
}

const dueCount = (
  id: 'overdue' | 'today' | 'week',
  title: DeskCount['title'],
  order: number,
  tone: DeskCount['tone'],
): DeskCount => ({
  id,
  title,
  order,
  tone,
  href: `/cases?view=${id}`,
  count: (tx, occasion) => countWhere(tx, withClockDue(id, occasion.today), occasion),
})

/** The figures in the head of the desk. Each opens the list of the same cases. */
export const caseCounts: readonly DeskCount[] = [
  dueCount('overdue', label('超期', 'Overdue'), 10, 'overdue'),
  dueCount('today', label('今日到期', 'Due today'), 20, 'due'),
  dueCount('week', label('本周到期', 'Due this week'), 30, 'plain'),
  {
    id: 'reaching',
    title: label('本周满30/90/150/180天', 'Reaching an age this week'),
    order: 35,
    tone: 'due',
    href: '/cases?view=reaching',
    count: (tx, occasion) =>
      mayInCourt(occasion.actor, 'cases.assign')
        ? countWhere(tx, reachingAge(occasion.today), occasion).then((count) => count || null)
        : Promise.resolve(null),
  },
  {
    id: 'open',
    title: label('在办', 'Open'),
    order: 40,
    tone: 'plain',
    href: '/cases?view=mine',
    count: (tx, occasion) => countWhere(tx, sql<boolean>`c.closed_on is null`, occasion),
  },
  {
    id: 'unassigned',
    title: label('待分案', 'To assign'),
    order: 5,
    tone: 'plain',
    href: '/cases?view=unassigned',
    count: (tx, occasion) =>
      mayInCourt(occasion.actor, 'cases.assign')
        ? countWhere(tx, sql<boolean>`c.closed_on is null and c.handler_id is null`, occasion)
        : Promise.resolve(null),
  },
]

/** The next day on which a clock of these cases ends, after today. */
export const caseNextDue: NextDueSource = async ({ db }, occasion) => {
  if (!mayAnywhere(occasion.actor, 'cases.read')) return null
  const { rows } = await sql<{ on: string; count: number }>`
    select k.due_on as on, count(*)::int as count
    from deadlines_case_clock k
    join cases_case c on c.court_id = k.court_id and c.case_id = k.case_id
    where k.finished_on is null and k.due_on > ${occasion.today.toString()}::date and k.due_on < ${never}::date
      and ${mine(occasion)}
    group by k.due_on order by k.due_on limit 1`.execute(db)
  const [next] = rows
  return next ? { ...next, href: '/deadlines' } : null
}

/** What colleagues did in the cases this person handles or clerks. */
export const caseNotices: NoticeSource = async ({ client }, since, limit, { actor }) => {
  const me = staffIdOf(actor)
  if (me === null) return []
  const { rows } = await client.query<{
    event_id: string
    case_id: string
    case_number: string
    kind: string
    name: string
    recorded_at: string
  }>({
    name: 'cases_notices',
    text: `with own as materialized (
             select court_id, case_id, case_number from cases_case
             where (handler_id = $1::uuid or clerk_id = $1::uuid) and closed_on is null)
           select e.event_id, own.case_id, own.case_number, e.kind, s.name, e.recorded_at
           from own
           cross join lateral (
             select v.court_id, v.event_id, v.kind, v.recorded_by, v.recorded_at from cases_event v
             where v.court_id = own.court_id and v.case_id = own.case_id and v.recorded_at > $2
               and v.recorded_by <> $3 and v.batch_id is null) e
           join identity_staff_name s on s.court_id = e.court_id and s.staff_id::text = e.recorded_by
           order by e.recorded_at desc, e.event_id limit $4`,
    values: [me, since.toString(), actor.id, limit],
  })
  return rows.map(({ event_id, case_id, case_number, kind, name, recorded_at }) => ({
    id: event_id,
    text: `${case_number} ${eventTitle(kind)}`,
    by: name,
    at: recorded_at,
    href: `/cases/${case_id}`,
  }))
}

/** Open cases that must be handed over before a person leaves. */
export const caseOpenWork: OpenWorkSource = async ({ client }, staffId) => {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from cases_case
     where closed_on is null and (handler_id = $1::uuid or clerk_id = $1::uuid)`,
    [staffId],
  )
  return [{ title: label('在办案件', 'Open cases'), count: rows[0]?.count ?? 0 }]
}

/** A case is called by its number. */
export const caseNames: RecordNames = async ({ client }, ids) => {
  const { rows } = await client.query<{ id: string; name: string }>(
    `select case_id::text as id, case_number as name from cases_case
     where court_id = current_court() and case_id::text = any($1)`,
    [ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

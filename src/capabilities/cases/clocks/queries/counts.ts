import { z } from 'zod'
import type { Tx } from '#kernel/database/transaction.ts'
import { mayInCourt, type Occasion } from '#kernel/occasion.ts'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { ClockCounts, OverdueCounts } from '../contract.ts'
import { staffIdOf } from './staff-id.ts'

/** 超期、今日到期、本周到期 of the cases one person handles or clerks, or of all that he may see. */
export const clockCounts = reading({
  name: 'cases.clock-counts',
  title: label('期限计数', 'Deadline counts'),
  may: 'cases.read',
  reach: 'anyone',
  input: z.object({ whose: z.enum(['mine', 'all']).default('mine') }),
  output: ClockCounts,
  read: async ({ client }, { whose }, occasion) => {
    const { today } = occasion
    const sunday = today.add({ days: 7 - today.dayOfWeek })
    const { rows } = await client.query<ClockCounts>(
      `select count(*) filter (where k.due_on < $1)::int as overdue,
              count(*) filter (where k.due_on = $1)::int as today,
              count(*) filter (where k.due_on between $1 and $2)::int as week,
              count(*) filter (where k.provisional)::int as provisional
       from deadlines_case_clock k
       join cases_case c on c.court_id = k.court_id and c.case_id = k.case_id
       where k.finished_on is null and (k.due_on <= $2 or k.provisional) and ${reached}`,
      [today.toString(), sunday.toString(), ...reachOf(occasion, whose === 'mine')],
    )
    return rows[0] ?? { overdue: 0, today: 0, week: 0, provisional: 0 }
  },
})

/** How many clocks are overdue, and of how many that run, by rule or by handler. */
export const overdueCounts = reading({
  name: 'cases.overdue-counts',
  title: label('超期统计', 'Overdue counts'),
  may: 'cases.read',
  reach: 'anyone',
  input: z.object({ by: z.enum(['rule', 'handler']) }),
  output: OverdueCounts,
  read: async (tx, { by }, occasion) => (by === 'rule' ? byRule(tx, occasion) : byHandler(tx, occasion)),
})

type Counted = z.output<typeof OverdueCounts>

const counted = 'count(*) filter (where k.due_on < $1)::int as overdue, count(*)::int as running'

async function byRule({ client }: Tx, occasion: Occasion): Promise<Counted> {
  const { rows } = await client.query<Counted[number]>(
    `select k.rule_id as id, coalesce(min(k.title), k.rule_id) as name, ${counted}
     from deadlines_case_clock k
     join cases_case c on c.court_id = k.court_id and c.case_id = k.case_id
     where k.finished_on is null and $2::date is null and ${reached}
     group by k.rule_id
     order by overdue desc, k.rule_id`,
    [occasion.today.toString(), null, ...reachOf(occasion, false)],
  )
  return rows
}

async function byHandler({ client }: Tx, occasion: Occasion): Promise<Counted> {
  const { rows } = await client.query<Counted[number]>(
    `select c.handler_id as id, coalesce(min(h.name), '未分案') as name, ${counted}
     from deadlines_case_clock k
     join cases_case c on c.court_id = k.court_id and c.case_id = k.case_id
     left join identity_staff_name h on h.court_id = c.court_id and h.staff_id = c.handler_id
     where k.finished_on is null and $2::date is null and ${reached}
     group by c.handler_id
     order by overdue desc, name, id`,
    [occasion.today.toString(), null, ...reachOf(occasion, false)],
  )
  return rows
}

/** The same reach as the list's: own cases, cases of one's teams, or all. */
const reached = `($3 or c.handler_id = $4::uuid or c.clerk_id = $4::uuid or c.team_id = any($5::uuid[]))`

function reachOf({ actor }: Occasion, mineOnly: boolean): readonly unknown[] {
  const scopes = actor.grants.filter(({ permission }) => permission === 'cases.read').map(({ scope }) => scope)
  const teams = !mineOnly && scopes.includes('team') ? actor.teams : []
  return [
    !mineOnly && mayInCourt(actor, 'cases.read'),
    mineOnly || scopes.includes('own') ? staffIdOf(actor) : null,
    teams,
  ]
}

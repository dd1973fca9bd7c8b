import { type RawBuilder, sql } from 'kysely'
import { never } from '#capabilities/deadlines'
import type { Occasion } from '#kernel/occasion.ts'
import { query } from '#kernel/query.ts'
import { label, type Label } from '#kernel/values/labels.ts'
import { staffIdOf } from '../clocks/queries/staff-id.ts'
import { stateOn } from '../clocks/queries/state-on.ts'
import { CaseFilter, CaseRow } from '../contract.ts'
import { columnLabels } from '../labels.ts'
import { manners } from '../manners.ts'
import { stages } from '../stages.ts'
import { numberFragment } from './number-fragment.ts'

/** The case register, newest first: what may be seen of it depends on the reader's posts. */
export const register = query({
  name: 'cases.register',
  title: label('案件', 'Cases'),
  may: 'cases.read',
  input: CaseFilter,
  row: CaseRow,
  scope: { own: ['handlerId', 'clerkId'], team: 'teamId' },
  orders: [
    ['-filedOn', '-caseId'],
    ['dueOn', 'caseId'],
    ['-claimFen', 'caseId'],
    ['-recoveredFen', 'caseId'],
    ['lastEventOn', 'caseId'],
    ['caseNumber', 'caseId'],
  ],
  sums: ['claimFen', 'recoveredFen'],
  columns: columnLabels,
  rows: (db, filter, occasion) =>
    db
      .selectFrom('cases_case as c')
      .leftJoin('identity_staff_name as h', (on) =>
        on.onRef('h.court_id', '=', 'c.court_id').onRef('h.staff_id', '=', 'c.handler_id'),
      )
      .select([
        'c.case_id as caseId',
        'c.case_number as caseNumber',
        'c.type_code as typeCode',
        partyNames('applicant').as('applicants'),
        partyNames('debtor').as('debtors'),
        'c.cause',
        'c.filed_on as filedOn',
        'c.claim_fen as claimFen',
        'c.recovered_fen as recoveredFen',
        'c.stage',
        'c.track',
        'c.flags',
        'c.livelihood',
        'c.handler_id as handlerId',
        'h.name as handlerName',
        'c.clerk_id as clerkId',
        'c.team_id as teamId',
        'c.town',
        'c.closed_on as closedOn',
        'c.manner',
        'c.last_event_on as lastEventOn',
        sql<number>`coalesce(c.closed_on, ${occasion.today.toString()}::date) - c.filed_on`.as('daysInCourt'),
        ofNextClock<string | null>(sql`coalesce(k.title, k.rule_id)`).as('nextStep'),
        ofNextClock<string | null>(sql`nullif(k.due_on, ${never}::date)`).as('nextDue'),
        ofNextClock<string | null>(stateOn(occasion.today)).as('dueState'),
        sql<string>`coalesce((select min(k.due_on) from deadlines_case_clock k
          where k.court_id = c.court_id and k.case_id = c.case_id and k.finished_on is null), ${never}::date)`.as(
          'dueOn',
        ),
        inWords('c.stage', stageWords).as('stageWord'),
        inWords<string | null>('c.track', trackWords).as('trackWord'),
        inWords<string | null>('c.manner', mannerWords).as('mannerWord'),
        'c.version',
      ])
      .where((eb) => eb.and(conditions(filter, occasion).map((condition) => sql<boolean>`${condition}`))),
})

const wordsOf = (titles: Readonly<Record<string, Label>>) =>
  Object.entries(titles).map(([code, { zh }]) => [code, zh] as const)
const stageWords = wordsOf(stages)
const trackWords = [
  ['simple', '简案'],
  ['complex', '繁案'],
] as const
const mannerWords = Object.entries(manners).map(([code, { title }]) => [code, title.zh] as const)

/** A code as it is read; null stays null. */
const inWords = <T extends string | null = string>(column: string, words: readonly (readonly [string, string])[]) =>
  sql<T>`case ${sql.ref(column)} ${sql.join(
    words.map(([code, word]) => sql`when ${sql.lit(code)} then ${sql.lit(word)}`),
    sql` `,
  )} end`

const partyNames = (role: string) =>
  sql<string>`coalesce((select string_agg(p.name, '、' order by p.position) from cases_party p
    where p.court_id = c.court_id and p.case_id = c.case_id and p.role = ${sql.lit(role)}), '')`

/** Of the running clock that ends first. */
const ofNextClock = <T>(what: RawBuilder<unknown>) =>
  sql<T>`(select ${what} from deadlines_case_clock k
    where k.court_id = c.court_id and k.case_id = c.case_id and k.finished_on is null
    order by k.due_on, k.rule_id, k.step limit 1)`

type Condition = RawBuilder<unknown>

/** One condition for each thing the filter names. */
function conditions(filter: CaseFilter, { actor, today }: Occasion): readonly Condition[] {
  const me = staffIdOf(actor)
  const given = <T>(value: T | undefined, condition: (value: T) => Condition): readonly Condition[] =>
    value === undefined ? [] : [condition(value)]
  return [
    ...given(filter.typeCode, (code) => sql`c.type_code = ${code}`),
    ...given(filter.stage, (stage) => sql`c.stage = ${stage}`),
    ...given(filter.open, (open) => (open ? sql`c.closed_on is null` : sql`c.closed_on is not null`)),
    ...given(filter.manner, (manner) => sql`c.manner = ${manner}`),
    ...given(filter.track, (track) => sql`c.track = ${track}`),
    ...given(filter.flag, (flag) => sql`${flag} = any(c.flags)`),
    ...given(filter.livelihood, (some) => (some ? sql`c.livelihood is not null` : sql`c.livelihood is null`)),
    ...given(filter.handlerId, (id) => sql`c.handler_id = ${id}`),
    ...given(filter.handlerName, (name) => sql`strpos(h.name, ${name}) > 0`),
    ...given(filter.basisNumber, (number) => sql`c.basis_number = ${number}`),
    ...given(filter.teamId, (id) => sql`c.team_id = ${id}`),
    ...given(filter.town, (town) => sql`c.town = ${town}`),
    ...given(filter.mine, (mine) => (mine ? sql`(c.handler_id = ${me}::uuid or c.clerk_id = ${me}::uuid)` : sql`true`)),
    ...given(filter.unassigned, (none) =>
      none ? sql`(c.handler_id is null and c.closed_on is null)` : sql`c.handler_id is not null`,
    ),
    ...given(filter.filedFrom, (on) => sql`c.filed_on >= ${on.toString()}::date`),
    ...given(filter.filedTo, (on) => sql`c.filed_on <= ${on.toString()}::date`),
    ...given(filter.closedFrom, (on) => sql`c.closed_on >= ${on.toString()}::date`),
    ...given(filter.closedTo, (on) => sql`c.closed_on <= ${on.toString()}::date`),
    ...given(filter.claimAtLeastFen, (fen) => sql`c.claim_fen >= ${fen.toString()}::bigint`),
    ...given(filter.claimAtMostFen, (fen) => sql`c.claim_fen <= ${fen.toString()}::bigint`),
    ...given(filter.quietSince, (on) => quietSince(on)),
    ...given(filter.quietDays, (days) => quietSince(today.subtract({ days }))),
    ...given(filter.closedMonthsAgo, (months) => sql`c.closed_on <= ${today.subtract({ months }).toString()}::date`),
    ...given(filter.caseIds, (ids) => sql`c.case_id = any(${ids}::uuid[])`),
    ...given(filter.due, (due) => withClockDue(due, today)),
    ...(filter.reaching ? [reachingAge(today)] : []),
    ...given(filter.text, textCondition),
  ]
}

const quietSince = (on: Temporal.PlainDate): Condition =>
  sql`(c.closed_on is null and c.last_event_on < ${on.toString()}::date)`

/** Cases with a running clock that is late, ends today, or ends by Sunday; the same cases the desk counts. */
export function withClockDue(due: 'overdue' | 'today' | 'week', today: Temporal.PlainDate): RawBuilder<boolean> {
  const on = today.toString()
  const sunday = today.add({ days: 7 - today.dayOfWeek }).toString()
  const within = {
    overdue: sql`k.due_on < ${on}::date`,
    today: sql`k.due_on = ${on}::date`,
    week: sql`k.due_on between ${on}::date and ${sunday}::date`,
  }[due]
  return sql<boolean>`c.case_id in (select k.case_id from deadlines_case_clock k where k.finished_on is null and ${within})`
}

/** Days since filing at which a director asks how a case stands. */
const agesAsked = [30, 90, 150, 180]

/** Open cases that reach one of these ages in the week of today; the same cases the desk counts. */
export function reachingAge(today: Temporal.PlainDate): RawBuilder<boolean> {
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const filedIn = agesAsked.map((days) => {
    const first = monday.subtract({ days })
    return sql`c.filed_on between ${first.toString()}::date and ${first.add({ days: 6 }).toString()}::date`
  })
  return sql<boolean>`(c.closed_on is null and (${sql.join(filedIn, sql` or `)}))`
}

function textCondition(text: string): Condition {
  const fragment = numberFragment(text)
  if (fragment) return ofFragment(fragment)
  return sql`(strpos(c.case_number, ${text}) > 0
    or c.case_id in (select p.case_id from cases_party p where strpos(p.name, ${text}) > 0))`
}

export const ofFragment = ({ year, typeCode, serial }: NonNullable<ReturnType<typeof numberFragment>>) =>
  sql<boolean>`(c.serial = ${serial} and (${year}::int is null or c.number_year = ${year}::int)
    and (${typeCode}::text is null or c.type_code = ${typeCode}::text))`

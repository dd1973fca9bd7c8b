import { sql } from 'kysely'
import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { never } from '#capabilities/deadlines'
import { ClockFilter, ClockRow } from '../contract.ts'
import { staffIdOf } from './staff-id.ts'
import { stateOn } from './state-on.ts'

/** The clocks of the cases a reader may see (期限), soonest due first, so that what is overdue stands on top. */
export const clocks = query({
  name: 'cases.clocks',
  title: label('期限', 'Deadlines'),
  may: 'cases.read',
  input: ClockFilter,
  row: ClockRow,
  scope: { own: ['handlerId', 'clerkId'], team: 'teamId' },
  orders: [
    ['dueOn', 'caseId', 'ruleId', 'step'],
    ['caseNumber', 'ruleId', 'step'],
    ['ruleId', 'dueOn', 'caseId', 'step'],
    ['-startedOn', 'caseId', 'ruleId', 'step'],
  ],
  columns: {
    title: label('期限', 'Deadline'),
    caseNumber: label('案号', 'Case number'),
    parties: label('当事人', 'Parties'),
    startedOn: label('起算', 'Started'),
    dueOn: label('届满', 'Due'),
    daysLeft: label('剩余(天)', 'Days left'),
    state: label('状态', 'State'),
    provisional: label('暂定', 'Provisional'),
    finishedOn: label('办结', 'Done'),
    handlerName: label('承办人', 'Handler'),
  },
  rows: (db, filter, { today, actor }) =>
    db
      .selectFrom('deadlines_case_clock as k')
      .innerJoin('cases_case as c', (on) =>
        on.onRef('c.court_id', '=', 'k.court_id').onRef('c.case_id', '=', 'k.case_id'),
      )
      .leftJoin('identity_staff_name as h', (on) =>
        on.onRef('h.court_id', '=', 'c.court_id').onRef('h.staff_id', '=', 'c.handler_id'),
      )
      .select([
        'c.case_id as caseId',
        'c.case_number as caseNumber',
        partyLine.as('parties'),
        'k.rule_id as ruleId',
        'k.step',
        sql<string>`coalesce(k.title, k.rule_id)`.as('title'),
        'k.started_on as startedOn',
        'k.due_on as dueOn',
        sql<
          number | null
        >`case when k.finished_on is null and k.due_on < ${never}::date then k.due_on - ${today.toString()}::date end`.as(
          'daysLeft',
        ),
        stateOn(today).as('state'),
        'k.provisional',
        'k.finished_on as finishedOn',
        'k.whom',
        'c.handler_id as handlerId',
        'h.name as handlerName',
        'c.clerk_id as clerkId',
        'c.team_id as teamId',
      ])
      .$if(filter.state === undefined, (q) => q.where('k.finished_on', 'is', null))
      .$if(filter.state !== undefined, (q) => q.where(sql<boolean>`${stateOn(today)} = ${filter.state}`))
      .$if(filter.state !== undefined && filter.state !== 'met', (q) => q.where('k.finished_on', 'is', null))
      .$if(filter.state === 'overdue', (q) => q.where('k.due_on', '<', today.toString()))
      .$if(filter.dueFrom !== undefined, (q) => q.where('k.due_on', '>=', String(filter.dueFrom)))
      .$if(filter.dueTo !== undefined, (q) => q.where('k.due_on', '<=', String(filter.dueTo)))
      .$if(filter.ruleId !== undefined, (q) => q.where('k.rule_id', '=', filter.ruleId ?? ''))
      .$if(filter.startedOn !== undefined, (q) => q.where('k.started_on', '=', String(filter.startedOn)))
      .$if(filter.provisional !== undefined, (q) => q.where('k.provisional', '=', filter.provisional ?? false))
      .$if(filter.handlerId !== undefined, (q) => q.where('c.handler_id', '=', filter.handlerId ?? ''))
      .$if(filter.teamId !== undefined, (q) => q.where('c.team_id', '=', filter.teamId ?? ''))
      .$if(filter.mine === true, (q) =>
        q.where(sql<boolean>`(c.handler_id = ${staffIdOf(actor)}::uuid or c.clerk_id = ${staffIdOf(actor)}::uuid)`),
      )
      .$if(filter.text !== undefined, (q) =>
        q.where(sql<boolean>`(strpos(c.case_number, ${filter.text ?? ''}) > 0 or exists (
          select from cases_party p
          where p.court_id = c.court_id and p.case_id = c.case_id and strpos(p.name, ${filter.text ?? ''}) > 0))`),
      ),
})

/** 谢某 > 某运输公司: the first of each side. */
const partyLine = sql<string>`coalesce((
  select string_agg(p.name, ' > ' order by p.role) from cases_party p
  where p.court_id = c.court_id and p.case_id = c.case_id and p.position = 1 and p.role in ('applicant', 'debtor')), '')`

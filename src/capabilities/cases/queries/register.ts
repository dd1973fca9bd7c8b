import { sql } from 'kysely'
import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { CaseFilter, CaseRow } from '../contract.ts'
import { columnLabels } from '../labels.ts'

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
    ['-claimFen', 'caseId'],
    ['-recoveredFen', 'caseId'],
    ['lastEventOn', 'caseId'],
    ['caseNumber', 'caseId'],
  ],
  sums: ['claimFen', 'recoveredFen'],
  columns: columnLabels,
  rows: (db, filter) =>
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
        'c.version',
      ])
      .$if(filter.typeCode !== undefined, (q) => q.where('c.type_code', '=', filter.typeCode ?? '执'))
      .$if(filter.stage !== undefined, (q) => q.where('c.stage', '=', filter.stage ?? 'filed'))
      .$if(filter.open === true, (q) => q.where('c.closed_on', 'is', null))
      .$if(filter.open === false, (q) => q.where('c.closed_on', 'is not', null))
      .$if(filter.manner !== undefined, (q) => q.where('c.manner', '=', filter.manner ?? 'other'))
      .$if(filter.handlerId !== undefined, (q) => q.where('c.handler_id', '=', filter.handlerId ?? ''))
      .$if(filter.teamId !== undefined, (q) => q.where('c.team_id', '=', filter.teamId ?? ''))
      .$if(filter.town !== undefined, (q) => q.where('c.town', '=', filter.town ?? ''))
      .$if(filter.filedFrom !== undefined, (q) => q.where('c.filed_on', '>=', String(filter.filedFrom)))
      .$if(filter.filedTo !== undefined, (q) => q.where('c.filed_on', '<=', String(filter.filedTo)))
      .$if(filter.closedFrom !== undefined, (q) => q.where('c.closed_on', '>=', String(filter.closedFrom)))
      .$if(filter.closedTo !== undefined, (q) => q.where('c.closed_on', '<=', String(filter.closedTo)))
      .$if(filter.claimAtLeastFen !== undefined, (q) => q.where('c.claim_fen', '>=', String(filter.claimAtLeastFen)))
      .$if(filter.quietSince !== undefined, (q) =>
        q.where('c.closed_on', 'is', null).where('c.last_event_on', '<', String(filter.quietSince)),
      )
      .$if(filter.caseIds !== undefined, (q) => q.where(sql<boolean>`c.case_id = any(${filter.caseIds ?? []}::uuid[])`))
      .$if(filter.text !== undefined, (q) =>
        q.where(sql<boolean>`(c.case_number like ${`%${filter.text}%`} or exists (
          select from cases_party p where p.court_id = c.court_id and p.case_id = c.case_id and p.name like ${`%${filter.text}%`}))`),
      ),
})

const partyNames = (role: string) =>
  sql<string>`coalesce((select string_agg(p.name, '、' order by p.position) from cases_party p
    where p.court_id = c.court_id and p.case_id = c.case_id and p.role = ${sql.lit(role)}), '')`

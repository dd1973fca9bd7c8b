import { sql } from 'kysely'
import type { z } from 'zod'
import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { MatrixFilter, MatrixRow } from '../contract.ts'

/** 惩戒矩阵: person × unit. Who restricts whom, since when, and who has yet to lift it. */
export const restrictionMatrix = query({
  name: 'partners.restriction-matrix',
  title: label('惩戒矩阵', 'Restriction matrix'),
  may: 'partners.read',
  input: MatrixFilter,
  row: MatrixRow,
  scope: { own: ['handlerId', 'clerkId'], team: 'teamId' },
  orders: [['-lastOn', 'key']],
  columns: {
    caseNumber: label('案号', 'Case number'),
    person: label('被执行人', 'Debtor'),
    lastOn: label('最近推送', 'Last pushed'),
    pushed: label('已推送单位', 'Units told'),
    applied: label('已限制单位', 'Units restricting'),
    lifted: label('已解除单位', 'Units that lifted'),
  },
  rows: (db, { text, unlifted }) =>
    db
      .selectFrom(
        sql<z.input<typeof MatrixRow>>`(
        select r.case_number || ' ' || r.person as key, r.case_number as "caseNumber", c.case_id as "caseId", r.person,
               max(r.pushed_on) as "lastOn", count(*)::int as pushed,
               count(r.applied_on)::int as applied, count(r.lifted_on)::int as lifted,
               count(*) filter (where r.revoked_on is not null and r.lifted_on is null)::int as waiting,
               json_agg(json_build_object('entryId', r.entry_id, 'unit', r.unit, 'state', case
                   when r.lifted_on is not null then '已解除' when r.revoked_on is not null then '撤销待解除'
                   when r.applied_on is not null then '已限制' when r.read_on is not null then '已签收' else '已推送' end,
                 'on', coalesce(r.lifted_on, r.revoked_on, r.applied_on, r.read_on, r.pushed_on))
                 order by r.unit, r.pushed_on) as cells,
               c.handler_id as "handlerId", c.clerk_id as "clerkId", c.team_id as "teamId"
        from partners_unit_restriction r
        left join cases_fact_source c on c.court_id = r.court_id and c.case_number = r.case_number
        where r.withdrawn_because is null
        group by r.case_number, r.person, c.case_id, c.handler_id, c.clerk_id, c.team_id)`.as('m'),
      )
      .selectAll('m')
      .$if(text !== undefined, (q) =>
        q.where(sql<boolean>`(strpos(m."caseNumber", ${text ?? ''}) > 0 or strpos(m.person, ${text ?? ''}) > 0)`),
      )
      .$if(unlifted === true, (q) => q.where(sql<boolean>`m.waiting > 0`)),
})

import { sql } from 'kysely'
import type { z } from 'zod'
import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { PlanFilter, PlanRow } from '../case-contract.ts'

const all = sql<boolean>`true`

/** 分配方案: every plan of the court, how far it is served, and what was asked for by it. */
export const plansDrawn = query({
  name: 'funds.plans-drawn',
  title: label('分配方案一览', 'Distribution plans of the court'),
  may: 'funds.read',
  input: PlanFilter,
  row: PlanRow,
  scope: { own: ['handlerId', 'clerkId'], team: 'teamId' },
  orders: [
    ['-drawnOn', 'planId'],
    ['drawnOn', 'planId'],
    ['-fundFen', 'planId'],
  ],
  sums: ['fundFen', 'proposedFen'],
  columns: {
    planNumber: label('方案编号', 'Number'),
    caseNumber: label('案号', 'Case'),
    debtor: label('被执行人', 'Debtor'),
    fundFen: label('分配款（元）', 'Fund (yuan)'),
    proposedFen: label('已申请发放（元）', 'Asked for (yuan)'),
    drawnOn: label('制作日期', 'Drawn on'),
    toServe: label('应送达', 'To serve'),
    served: label('已送达', 'Served'),
    lastServedOn: label('最后送达', 'Last served'),
    openObjections: label('未结异议', 'Open objections'),
    over: label('是否已被替换', 'Over'),
  },
  rows: (db, { standing, caseNumber }) =>
    db
      .selectFrom(
        sql<z.input<typeof PlanRow>>`(
          select p.plan_id as "planId", p.plan_number as "planNumber", p.case_number as "caseNumber", c.case_id as "caseId",
                 p.debtor, p.fund_fen as "fundFen", p.surplus_fen as "surplusFen", p.drawn_on as "drawnOn",
                 (select coalesce(sum(s.proposed_fen), 0)::bigint from funds_plan_share s
                  where s.court_id = p.court_id and s.plan_id = p.plan_id) as "proposedFen",
                 v.to_serve as "toServe", v.served, v.last_served_on as "lastServedOn",
                 (select count(*)::int from funds_plan_objection o
                  where o.court_id = p.court_id and o.plan_id = p.plan_id and o.outcome is null) as "openObjections",
                 case when p.withdrawn_because is not null then 'withdrawn' when p.revised_by is not null then 'revised'
                      else 'no' end as over,
                 c.handler_id as "handlerId", c.clerk_id as "clerkId", c.team_id as "teamId"
          from funds_plan p
          left join cases_fact_source c on c.court_id = p.court_id and c.case_number = p.case_number
          left join lateral (
            select count(*)::int as to_serve, count(s.served_on)::int as served, max(s.served_on) as last_served_on
            from funds_plan_service s where s.court_id = p.court_id and s.plan_id = p.plan_id
          ) v on true)`.as('listed'),
      )
      .selectAll()
      .where(standing === undefined ? all : standing ? sql<boolean>`over = 'no'` : sql<boolean>`over <> 'no'`)
      .where(caseNumber === undefined ? all : sql<boolean>`"caseNumber" = ${caseNumber}`),
})

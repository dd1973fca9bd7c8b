import { sql } from 'kysely'
import type { z } from 'zod'
import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { SheetInput, SheetRow } from '../contract.ts'

/** 单位履责: what each unit was asked, how much of what was due came in time, and what it has not done yet. */
export const unitSheet = query({
  name: 'partners.unit-sheet',
  title: label('单位履责', 'How units do their part'),
  may: 'partners.members',
  input: SheetInput,
  row: SheetRow,
  scope: {},
  orders: [['unit'], ['-asked', 'unit'], ['-unfinished', 'unit']],
  columns: {
    unit: label('单位', 'Unit'),
    asked: label('发出请求', 'Asked'),
    due: label('应答复', 'Due'),
    inTime: label('按期答复', 'In time'),
    medianDays: label('答复天数中位数', 'Median days'),
    refused: label('拒绝协助', 'Refused'),
    unfinished: label('未落实决议', 'Resolutions open'),
  },
  rows: (db, { from, to }) => {
    const within = (column: string) =>
      sql<boolean>`${sql.ref(column)} between ${from.toString()}::date and ${to.toString()}::date`
    return db
      .selectFrom(
        sql<z.input<typeof SheetRow>>`(
        select u.unit,
               count(*) filter (where ${within('sent_on')})::int as asked,
               count(*) filter (where ${within('due_on')})::int as due,
               count(*) filter (where ${within('due_on')} and replied_on <= due_on)::int as "inTime",
               percentile_disc(0.5) within group (order by replied_on - sent_on)
                 filter (where ${within('replied_on')})::text as "medianDays",
               count(*) filter (where ${within('replied_on')} and reply = '拒绝协助')::int as refused,
               (select count(*) from partners_resolution_counted o
                  where o.unit = u.unit and o.resolved_on <= ${to.toString()}::date
                    and (o.done_on <= ${to.toString()}::date) is not true)::int as unfinished
        from (select unit from partners_member_in_force
              union select unit from partners_assistance_request_counted
              union select unit from partners_resolution_counted) u
        left join partners_assistance_request_counted r on r.unit = u.unit
        group by u.unit)`.as('s'),
      )
      .selectAll('s')
  },
})

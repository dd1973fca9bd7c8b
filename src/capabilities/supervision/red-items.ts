import { lateMoney } from '#capabilities/funds'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { label } from '#kernel/values/labels.ts'
import { formatYuan } from '#kernel/values/money.ts'
import type { z } from 'zod'
import type { RedItem } from './contract.ts'

type Item = z.input<typeof RedItem>

/** What a room holds that has gone past its day, the longest first, and how many there are. */
export type RedSource = (
  tx: Tx,
  occasion: Occasion,
  most: number,
) => Promise<{ readonly items: readonly Item[]; readonly total: number }>

declare module '#kernel/capability.ts' {
  interface Contributions {
    /** 红项 on the board of the president. */
    readonly redItems?: readonly RedSource[]
  }
}

type Clock = {
  readonly id: string
  readonly title: string
  readonly number: string
  readonly caseId: string
  readonly on: string
  readonly days: number
  readonly holder: string | null
  readonly holderId: string | null
  readonly total: string
}

/** Clocks of cases that ran out. */
export const lateClocks: RedSource = async ({ client }, { today }, most) => {
  const { rows } = await client.query<Clock>(
    `select k.case_id || ':' || k.rule_id || ':' || k.step as id, coalesce(k.title, k.rule_id) as title,
            c.case_number as number, c.case_id as "caseId", k.due_on as "on", $1::date - k.due_on as days, h.name as holder,
            c.handler_id as "holderId", count(*) over () as total
     from deadlines_case_clock k
     join cases_fact_source c on c.court_id = k.court_id and c.case_id = k.case_id
     left join identity_staff_name h on h.court_id = c.court_id and h.staff_id = c.handler_id
     where k.finished_on is null and k.due_on < $1::date order by k.due_on, k.case_id, k.rule_id, k.step limit $2`,
    [today.toString(), most],
  )
  return {
    total: Number(rows[0]?.total ?? 0),
    items: rows.map(({ id, title, number, caseId, on, days, holder, holderId }) => ({
      id: `clock:${id}`,
      kind: label('期限', 'Clock'),
      what: `${number} ${title}`,
      holder,
      holderId,
      since: on,
      days,
      caseNumber: number,
      href: `/cases/${caseId}`,
      occasion: '期限',
    })),
  }
}

type Complaint = {
  readonly id: string
  readonly on: string
  readonly days: number
  readonly number: string | null
  readonly total: string
}

/** Complaints not answered in their time. */
export const lateComplaints: RedSource = async ({ client }, { today }, most) => {
  const { rows } = await client.query<Complaint>(
    `select entry_id as id, falls_due_on as "on", $1::date - falls_due_on as days, case_number as number,
            count(*) over () as total
     from supervision_complaint_due where answered_on is null and falls_due_on < $1::date
     order by falls_due_on, entry_id limit $2`,
    [today.toString(), most],
  )
  return {
    total: Number(rows[0]?.total ?? 0),
    items: rows.map(({ id, on, days, number }) => ({
      id: `complaint:${id}`,
      kind: label('信访', 'Complaint'),
      what: `${number ?? ''} 信访未答复`.trim(),
      holder: null,
      holderId: null,
      since: on,
      days,
      caseNumber: number,
      href: `/supervision/complaints?open=${id}`,
      occasion: '信访',
    })),
  }
}

/** Money of cases that should have been paid out, with the step that holds it. */
export const lateCaseMoney: RedSource = async (tx, { today }, most) => {
  const { rows, total } = await lateMoney(tx, today, most)
  return {
    total,
    items: rows.map(({ leftFen, daysKnown, ...row }) => ({
      id: `money:${row.claimId}`,
      kind: label('案款', 'Money'),
      what: `${row.caseNumber ?? ''} 案款 ${formatYuan(leftFen)} 元，通知第${daysKnown}天未发放`.trim(),
      holder: row.waitsFor ?? row.handlerName,
      holderId: row.handlerId,
      since: row.dueOn,
      days: row.daysLate,
      caseNumber: row.caseNumber,
      href: row.caseId === null ? '/funds/payouts-due' : `/funds/cases/${row.caseId}`,
      occasion: '案款',
    })),
  }
}

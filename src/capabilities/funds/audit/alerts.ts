import { sql } from 'kysely'
import type { z } from 'zod'
import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { AlertFilter, alertLevels, AlertRow } from './contract.ts'

/** The highest level these days have reached, as its code or as whom it tells; null before the first. */
const reached = (days: string, shown: 'level' | 'tells') =>
  sql.raw<string>(
    `case ${alertLevels
      .toReversed()
      .map((one) => `when ${days} >= ${one.days} then '${one[shown]}'`)
      .join(' ')} end`,
  )

/** 到账提示: money that waits for its payout, by the days since its notice. A deferral is shown and hides nothing. */
export const payoutAlerts = query({
  name: 'funds.payout-alerts',
  title: label('发放提示', 'Payout alerts'),
  may: 'funds.read',
  input: AlertFilter,
  row: AlertRow,
  scope: { own: ['handlerId', 'clerkId'], team: 'teamId' },
  orders: [
    ['-days', 'claimId'],
    ['-leftFen', 'claimId'],
  ],
  sums: ['leftFen'],
  columns: {
    caseNumber: label('案号', 'Case'),
    level: label('级别', 'Level'),
    days: label('通知后天数', 'Days since notice'),
    leftFen: label('未发放（元）', 'Not paid out (yuan)'),
    arrivedOn: label('到账日期', 'Arrived'),
    knownOn: label('通知日期', 'Notice'),
    tells: label('报告对象', 'Told to'),
    deferred: label('延缓', 'Deferred'),
    handlerName: label('承办人', 'Handler'),
  },
  rows: (db, { asOf, level, caseNumber }, { today }) => {
    const on = sql`${(asOf ?? today).toString()}::date`
    return db
      .selectFrom(
        sql<z.input<typeof AlertRow>>`(
          select w.*, ${reached('w.days', 'level')} as level, ${reached('w.days', 'tells')} as tells from (
            select k.claim_id as "claimId", k.case_number as "caseNumber", c.case_id as "caseId",
                   k.amount_fen - k.paid_fen as "leftFen", k.arrived_on as "arrivedOn", k.known_on as "knownOn",
                   ${on} - k.known_on as days, k.deferred, k.reserved_fen as "inChainFen",
                   c.handler_id as "handlerId", h.name as "handlerName", c.clerk_id as "clerkId", c.team_id as "teamId"
            from funds_claim_clock k
            left join cases_fact_source c on c.court_id = k.court_id and c.case_number = k.case_number
            left join identity_staff_name h on h.court_id = c.court_id and h.staff_id = c.handler_id
            where k.kind = 'case' and k.paid_fen < k.amount_fen and k.known_on <= ${on}
              and ${caseNumber === undefined ? sql`true` : sql`k.case_number = ${caseNumber}`}) w
          where w.days >= ${alertLevels[0].days})`.as('listed'),
      )
      .selectAll()
      .where(level === undefined ? sql<boolean>`true` : sql<boolean>`level = ${level}`)
  },
})

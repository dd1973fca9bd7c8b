import { sql } from 'kysely'
import type { z } from 'zod'
import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { ClaimFilter, ClaimRow } from '../claims/contract.ts'

/** 案款: what came for which case, and how much of it was paid out. */
export const claims = query({
  name: 'funds.claims',
  title: label('案款', 'Case money'),
  may: 'funds.read',
  input: ClaimFilter,
  row: ClaimRow,
  scope: { own: ['handlerId', 'clerkId'], team: 'teamId' },
  orders: [
    ['-arrivedOn', '-claimId'],
    ['arrivedOn', 'claimId'],
    ['-amountFen', 'claimId'],
  ],
  sums: ['amountFen', 'paidFen'],
  columns: {
    arrivedOn: label('到账日期', 'Arrived on'),
    caseNumber: label('案号', 'Case number'),
    payer: label('缴款人', 'Payer'),
    kind: label('款项', 'Kind'),
    amountFen: label('金额（元）', 'Amount (yuan)'),
    paidFen: label('已发放（元）', 'Paid out (yuan)'),
    claimedOn: label('认领日期', 'Claimed on'),
    handlerName: label('承办人', 'Handler'),
  },
  rows: (db, filter) =>
    db
      .selectFrom(
        sql<z.input<typeof ClaimRow>>`(
          select k.claim_id as "claimId", k.kind, k.case_number as "caseNumber", c.case_id as "caseId", k.payer,
                 k.amount_fen as "amountFen", k.paid_fen as "paidFen", k.arrived_on as "arrivedOn",
                 k.claimed_on as "claimedOn", k.manner, k.reasons,
                 (select coalesce(jsonb_agg(jsonb_build_object('fileId', r.file_id, 'fileName', r.file_name)
                                            order by r.file_name), '[]') from funds_claim_paper r
                  where r.court_id = k.court_id and r.claim_id = k.claim_id) as papers, c.handler_id as "handlerId", c.clerk_id as "clerkId",
                 c.team_id as "teamId", h.name as "handlerName", k.undone_because as "undoneBecause", k.version
          from funds_claim k
          left join cases_fact_source c on c.court_id = k.court_id and c.case_number = k.case_number
          left join identity_staff_name h on h.court_id = c.court_id and h.staff_id = c.handler_id
          where ${filter.undone ? sql`k.undone_at is not null` : sql`k.undone_at is null`}
            and ${filter.caseNumber === undefined ? sql`true` : sql`k.case_number = ${filter.caseNumber}`}
            and ${filter.caseId === undefined ? sql`true` : sql`c.case_id = ${filter.caseId}::uuid`}
            and ${filter.kind === undefined ? sql`true` : sql`k.kind = ${filter.kind}`}
            and ${filter.unpaid ? sql`k.paid_fen < k.amount_fen` : sql`true`}
            and ${filter.from === undefined ? sql`true` : sql`k.arrived_on >= ${filter.from.toString()}::date`}
            and ${filter.to === undefined ? sql`true` : sql`k.arrived_on <= ${filter.to.toString()}::date`})`.as(
          'listed',
        ),
      )
      .selectAll(),
})

import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { FenText, PlainDateText } from '#kernel/values/wire.ts'

export const ReviewRow = z.object({
  claimId: z.uuid(),
  bankLineId: z.uuid(),
  caseNumber: z.string(),
  caseId: z.string().nullable(),
  /** Cases it may belong to as well, the likeliest first. */
  others: z.array(z.string()),
  reason: z.string(),
  amountFen: FenText,
  /** What of it was paid out already. */
  paidFen: FenText,
  arrivedOn: PlainDateText,
  foundAt: z.string(),
  payer: z.string().nullable(),
  memo: z.string().nullable(),
  handlerName: z.string().nullable(),
})

/** 认领待复核: claimed by itself, and doubtful by what was registered since. */
export const claimReviews = query({
  name: 'funds.claim-reviews',
  title: label('认领待复核', 'Claims to look at again'),
  may: 'funds.claim',
  input: z.object({ caseNumber: z.string().max(60).optional() }),
  row: ReviewRow,
  scope: {},
  orders: [
    ['foundAt', 'claimId'],
    ['-amountFen', 'claimId'],
  ],
  sums: ['amountFen'],
  columns: {
    arrivedOn: label('到账日期', 'Arrived'),
    caseNumber: label('已认领到', 'Claimed for'),
    amountFen: label('金额（元）', 'Amount (yuan)'),
    reason: label('疑点', 'Doubt'),
    others: label('也可能是', 'May be'),
    payer: label('缴款人', 'Payer'),
    memo: label('附言', 'Memo'),
    handlerName: label('承办人', 'Handler'),
  },
  rows: (db, { caseNumber }) =>
    db
      .selectFrom(
        sql<z.input<typeof ReviewRow>>`(
          select r.claim_id as "claimId", k.bank_line_id as "bankLineId", k.case_number as "caseNumber",
                 c.case_id::text as "caseId", r.others, r.reason, k.amount_fen as "amountFen", k.paid_fen as "paidFen",
                 k.arrived_on as "arrivedOn", r.found_at as "foundAt", k.payer, l.memo, h.name as "handlerName"
          from funds_claim_review r
          join funds_claim k on k.court_id = r.court_id and k.claim_id = r.claim_id
          join funds_bank_line l on l.court_id = k.court_id and l.bank_line_id = k.bank_line_id
          left join cases_fact_source c on c.court_id = k.court_id and c.case_number = k.case_number
          left join identity_staff_name h on h.court_id = c.court_id and h.staff_id = c.handler_id
          where r.outcome is null
            and ${caseNumber === undefined ? sql`true` : sql`k.case_number = ${caseNumber}`})`.as('listed'),
      )
      .selectAll(),
})

import type { Tx } from '#kernel/database/transaction.ts'

export type OverdueItem = {
  readonly claimId: string
  readonly receiptId: string | null
  readonly caseNo: string | null
  readonly arrival: string
  readonly clockStart: string
  readonly claimedFromUnknown: boolean
  readonly paidOn: string | null
  readonly days: number
  readonly amountFen: bigint
  readonly serial: string | null
  readonly reason: string | null
}

/**
 * Money of cases that lay longer than the law allows (funds.payout.deadline): unpaid at the end of `asOf`, or paid late
 * since `from`. The clock starts on arrival; for money that was unknown when it was claimed. What was deferred with
 * approval is listed beside it. Money was paid when its last part was; a payment that came back did not pay.
 */
export async function overdueOn(tx: Tx, asOf: string, from: string) {
  const { rows } = await tx.client.query<Omit<OverdueItem, 'amountFen'> & { fen: string }>({
    name: 'funds_overdue_on',
    text: `with paid as (
             select p.claim_id, sum(p.amount_fen) as fen, max(o.paid_on) as on_day
             from funds_payout_part p join funds_payout o on o.court_id = p.court_id and o.payout_id = p.payout_id
             where o.state = 'paid' and o.paid_on <= $1::date group by 1
           ), known as (
             select k.*, case when k.was_unknown then k.claimed_on else k.arrived_on end as starts,
                    case when coalesce(p.fen, 0) >= k.amount_fen then p.on_day end as whole_on
             from funds_claim k left join paid p on p.claim_id = k.claim_id
             where k.kind = 'case' and k.undone_at is null and k.entry_id is not null
           ), late as (
             select *, coalesce(whole_on, $1::date) - starts as days, funds_number_set('funds.payout-days', 30) as day_limit from known
             where starts <= $1::date and (whole_on is null or whole_on >= $2::date)
           )
           select l.claim_id as "claimId", l.receipt_number as "receiptId", l.case_number as "caseNo", l.arrived_on::text as arrival,
                  l.starts::text as "clockStart", l.was_unknown as "claimedFromUnknown", l.whole_on::text as "paidOn", l.days,
                  l.amount_fen::text as fen, coalesce(b.serial, r.serial) as serial, d.reason
           from late l
           left join funds_bank_line b on b.court_id = l.court_id and b.bank_line_id = l.bank_line_id
           left join funds_receipt r on r.court_id = l.court_id and r.receipt_id = l.receipt_id
           left join lateral (select min(reason) as reason from funds_deferral f
             where f.court_id = l.court_id and f.claim_id = l.claim_id and f.approved_by is not null and f.refused_by is null) d on true
           where l.days > l.day_limit
           order by l.starts, l.receipt_number, l.claim_id`,
    values: [asOf, from],
  })
  const items = rows.map(({ fen, ...row }): OverdueItem => ({ ...row, amountFen: BigInt(fen) }))
  const { rows: set } = await tx.client.query<{ days: number }>(
    "select funds_number_set('funds.payout-days', 30) as days",
  )
  return {
    asOf,
    from,
    limitDays: set[0]?.days ?? 30,
    overdue: groupOf(items.filter(({ reason }) => reason === null)),
    deferred: groupOf(items.filter(({ reason }) => reason !== null)),
  }
}

const groupOf = (items: readonly OverdueItem[]) => ({
  count: items.length,
  amountFen: items.reduce((sum, { amountFen }) => sum + amountFen, 0n),
  stillUnpaid: items.filter(({ paidOn }) => paidOn === null).length,
  items: [...items],
})

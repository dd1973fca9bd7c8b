import type { Tx } from '#kernel/database/transaction.ts'
import { waitsFor } from '../payouts/queries/lists.ts'

/** Money of a case past its lawful day, what it waits for when it is on its way, and whose case it is. */
export type LateMoney = {
  readonly claimId: string
  readonly caseNumber: string | null
  readonly caseId: string | null
  readonly handlerId: string | null
  readonly handlerName: string | null
  readonly leftFen: bigint
  readonly dueOn: string
  readonly daysLate: number
  readonly daysKnown: number
  /** Null while nobody has proposed to pay it out. */
  readonly waitsFor: string | null
}

/** What is late today, the longest first, and how much of it there is; approved deferrals move the day. */
export async function lateMoney(
  { client }: Tx,
  today: Temporal.PlainDate,
  most: number,
): Promise<{ readonly rows: readonly LateMoney[]; readonly total: number }> {
  const { rows } = await client.query<Omit<LateMoney, 'leftFen'> & { fen: string; total: string }>({
    name: 'funds_late_money',
    text: `select k.claim_id as "claimId", k.case_number as "caseNumber", c.case_id as "caseId", c.handler_id as "handlerId", h.name as "handlerName",
                  (k.amount_fen - k.paid_fen)::text as fen, k.lawful_due_on::text as "dueOn",
                  $1::date - k.lawful_due_on as "daysLate", $1::date - k.known_on as "daysKnown",
                  chain.awaited as "waitsFor", count(*) over () as total
           from funds_claim_clock k
           left join cases_fact_source c on c.court_id = k.court_id and c.case_number = k.case_number
           left join identity_staff_name h on h.court_id = c.court_id and h.staff_id = c.handler_id
           left join lateral (
             select ${waitsFor} as awaited
             from funds_payout_part p join funds_payout o on o.court_id = p.court_id and o.payout_id = p.payout_id
             where p.court_id = k.court_id and p.claim_id = k.claim_id and ${waitsFor} is not null
             order by o.proposed_at, o.payout_id limit 1
           ) chain on true
           where k.kind = 'case' and k.paid_fen < k.amount_fen and k.lawful_due_on < $1::date
           order by k.lawful_due_on, k.claim_id limit $2`,
    values: [today.toString(), most],
  })
  return {
    rows: rows.map((row) => ({ ...row, leftFen: BigInt(row.fen) })),
    total: Number(rows[0]?.total ?? 0),
  }
}

import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { newId } from '#kernel/values/ids.ts'
import type { Line } from '../claims/store.ts'

/** A sum that claimed itself and has not left, with the line it came by. */
export type OwnClaim = {
  readonly claimId: string
  readonly caseNumber: string
  readonly caseId: string | null
  readonly line: Pick<Line, 'bankLineId' | 'on' | 'amountFen' | 'peerName' | 'peerAccount' | 'summary' | 'memo'> & {
    readonly subAccount: string | null
  }
  /** What waits for a person already. */
  readonly doubted: boolean
  /** Cases that somebody has looked at and found not to be meant. */
  readonly settled: readonly string[]
}

type Row = Omit<OwnClaim, 'line'> & Omit<OwnClaim['line'], 'amountFen'> & { readonly amountFen: string }

export async function selfClaimed({ client }: Tx): Promise<readonly OwnClaim[]> {
  const { rows } = await client.query<Row>({
    name: 'funds_self_claimed',
    text: `select k.claim_id as "claimId", k.case_number as "caseNumber", c.case_id as "caseId", l.bank_line_id as "bankLineId",
                  l.happened_on::text as "on", l.amount_fen as "amountFen", l.peer_name as "peerName",
                  l.peer_account_masked as "peerAccount", l.summary, l.memo, l.sub_account as "subAccount",
                  exists (select from funds_claim_review r where r.court_id = k.court_id and r.claim_id = k.claim_id and r.outcome is null) as doubted,
                  array(select distinct o from funds_claim_review r, unnest(r.others) as o
                        where r.court_id = k.court_id and r.claim_id = k.claim_id and r.outcome = 'kept') as settled
           from funds_claim k
           join funds_bank_line l on l.court_id = k.court_id and l.bank_line_id = k.bank_line_id
           left join cases_fact_source c on c.court_id = k.court_id and c.case_number = k.case_number
           where k.manner = 'certain' and k.undone_at is null and k.paid_fen < k.amount_fen and k.case_number is not null
             and k.kind in ('case', 'guarantee', 'auction-deposit')
           order by k.claim_id`,
  })
  return rows.map(({ claimId, caseNumber, caseId, doubted, settled, amountFen, ...line }) => ({
    claimId,
    caseNumber,
    caseId,
    doubted,
    settled,
    line: { ...line, amountFen: BigInt(amountFen) },
  }))
}

export type Doubted = { readonly claimId: string; readonly reason: string; readonly others: readonly string[] }

export async function openReviews({ client }: Tx, doubted: readonly Doubted[], { now }: Occasion): Promise<void> {
  await client.query({
    name: 'funds_open_reviews',
    text: `insert into funds_claim_review (review_id, claim_id, reason, others, found_at)
           select id, claim, reason, others, $2::timestamptz
           from jsonb_to_recordset($1::jsonb) as r (id uuid, claim uuid, reason text, others text[])`,
    values: [
      JSON.stringify(doubted.map(({ claimId, reason, others }) => ({ id: newId(), claim: claimId, reason, others }))),
      now.toString(),
    ],
  })
}

type Decision = { readonly outcome: 'kept' | 'undone' | 'cleared'; readonly note: string; readonly by: string }

/** What waited for a person is decided; without one nothing happens. */
export async function decideReviews(
  { client }: Tx,
  claimIds: readonly string[],
  { outcome, note, by }: Decision,
  { now }: Pick<Occasion, 'now'>,
): Promise<void> {
  await client.query({
    name: 'funds_decide_reviews',
    text: `update funds_claim_review set outcome = $2, note = $3, decided_by = $4, decided_at = $5::timestamptz
           where claim_id = any($1::uuid[]) and outcome is null`,
    values: [claimIds, outcome, note, by, now.toString()],
  })
}

export type OpenReview = { readonly claimId: string; readonly reason: string; readonly others: readonly string[] }

export async function openReviewOf({ client }: Tx, claimId: string): Promise<OpenReview | undefined> {
  const { rows } = await client.query<OpenReview>(
    `select claim_id as "claimId", reason, others from funds_claim_review where claim_id = $1 and outcome is null`,
    [claimId],
  )
  return rows[0]
}

import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { newId } from '#kernel/values/ids.ts'
import { lastClosedDay, openDayAfter } from '../ledger/open-day.ts'
import { post, type NewEntry } from '../ledger/post.ts'
import type { AccountKind } from '../ledger/accounts.ts'

/** A payment of the past: a line of the bank, and the received sums it came out of. */
export type PaidByLine = {
  readonly payoutId: string
  readonly kind: 'case' | 'fee' | 'guarantee' | 'auction-deposit' | 'refund'
  readonly fromKind: AccountKind
  readonly manner: 'ledger' | 'statement'
  readonly bankLineId: string
  readonly on: string
  readonly payee: string
  readonly purpose: string
  readonly parts: readonly {
    readonly claimId: string
    readonly caseNumber: string | null
    readonly amountFen: bigint
  }[]
}

const totalOf = ({ parts }: PaidByLine): bigint => parts.reduce((sum, { amountFen }) => sum + amountFen, 0n)

/** Puts payments on record that the bank has made: posted, bound to their line, taken off what they paid. Set-based. */
export async function recordPaid(tx: Tx, paid: readonly PaidByLine[], occasion: Occasion): Promise<void> {
  if (paid.length === 0) return
  const closed = await lastClosedDay(tx)
  const entryIds = paid.map(() => newId())
  await post(
    tx,
    paid.map((one, i): NewEntry => ({
      entryId: entryIds[i] ?? newId(),
      kind: 'payout',
      postedOn: openDayAfter(one.on, closed),
      reason: one.purpose,
      postings: [
        ...one.parts.map(({ caseNumber, amountFen }) => ({
          account: { kind: one.fromKind, caseNumber },
          amountFen: -amountFen,
          bankLineId: one.bankLineId,
        })),
        { account: { kind: 'unexplained' as const }, amountFen: totalOf(one), bankLineId: one.bankLineId },
      ],
    })),
    occasion,
  )
  await insertPayouts(tx, paid, entryIds, occasion)
  const parts = paid.flatMap(({ payoutId, parts: own }) => own.map((part) => ({ ...part, payoutId })))
  await tx.client.query({
    name: 'funds_paid_parts',
    text: `insert into funds_payout_part (payout_id, claim_id, amount_fen) select * from unnest($1::uuid[], $2::uuid[], $3::bigint[])`,
    values: [
      parts.map((part) => part.payoutId),
      parts.map(({ claimId }) => claimId),
      parts.map(({ amountFen }) => amountFen.toString()),
    ],
  })
  await tx.client.query({
    name: 'funds_paid_claims',
    text: `update funds_claim k set paid_fen = k.paid_fen + p.fen, version = k.version + 1
           from (select id, sum(fen) as fen from unnest($1::uuid[], $2::bigint[]) as p (id, fen) group by id) p where k.claim_id = p.id`,
    values: [parts.map(({ claimId }) => claimId), parts.map(({ amountFen }) => amountFen.toString())],
  })
}

const insertPayouts = (tx: Tx, paid: readonly PaidByLine[], entryIds: readonly string[], { actor, now }: Occasion) =>
  tx.client.query(
    `insert into funds_payout (payout_id, kind, from_kind, manner, case_number, payee, amount_fen, state, purpose, proposed_by,
       proposed_at, paid_on, paid_line_id, entry_id)
     select payout_id, kind, from_kind, manner, case_number, payee, amount_fen, 'paid', purpose, $2, $3::timestamptz, paid_on,
            paid_line_id, entry_id
     from jsonb_to_recordset($1::jsonb) as r (payout_id uuid, kind text, from_kind text, manner text, case_number text, payee text,
       amount_fen bigint, purpose text, paid_on date, paid_line_id uuid, entry_id uuid)`,
    [
      JSON.stringify(
        paid.map((one, i) => ({
          payout_id: one.payoutId,
          kind: one.kind,
          from_kind: one.fromKind,
          manner: one.manner,
          case_number: oneCase(one),
          payee: one.payee,
          amount_fen: totalOf(one).toString(),
          purpose: one.purpose,
          paid_on: one.on,
          paid_line_id: one.bankLineId,
          entry_id: entryIds[i],
        })),
      ),
      actor.id,
      now.toString(),
    ],
  )

function oneCase({ parts }: PaidByLine): string | null {
  const numbers = new Set(parts.map(({ caseNumber }) => caseNumber))
  return numbers.size === 1 ? (parts[0]?.caseNumber ?? null) : null
}

import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { bringBack, explainReturn } from '../payouts/move.ts'
import { findPayouts } from '../payouts/store.ts'
import { samePeer, type OpenLine } from './open-lines.ts'

type Paid = {
  readonly payoutId: string
  readonly amountFen: string
  readonly paidOn: string
  readonly peerName: string | null
  readonly peerAccount: string | null
}

/**
 * 退汇 of a payout that is on record as paid: the case holds the money again, and the line in is no longer unknown. The
 * latest payment of that amount to that person is the one that came back.
 */
export async function returnPaid(tx: Tx, returns: readonly OpenLine[], occasion: Occasion): Promise<void> {
  if (returns.length === 0) return
  const { rows } = await tx.client.query<Paid>(
    `select o.payout_id as "payoutId", o.amount_fen::text as "amountFen", o.paid_on::text as "paidOn",
            coalesce(l.peer_name, o.payee) as "peerName", coalesce(l.peer_account_masked, a.number_masked) as "peerAccount"
     from funds_payout o
     left join funds_bank_line l on l.court_id = o.court_id and l.bank_line_id = o.paid_line_id
     left join funds_payee_account a on a.court_id = o.court_id and a.payee_account_id = o.payee_account_id
     where o.state = 'paid' and o.returned_line_id is null and o.amount_fen = any($1::bigint[])
     order by o.paid_on desc, o.payout_id`,
    [returns.map(({ amountFen }) => amountFen.toString())],
  )
  const left = [...rows]
  for (const line of returns) {
    const at = left.findIndex(
      (one) => BigInt(one.amountFen) === line.amountFen && one.paidOn <= line.on && samePeer(one, line),
    )
    const [found] = at < 0 ? [] : left.splice(at, 1)
    if (!found) continue
    const [payout] = await findPayouts(tx, [found.payoutId], true)
    if (!payout) continue
    await bringBack(tx, [{ ...payout, reason: line.words }], line.on, occasion)
    await explainReturn(
      tx,
      { payoutId: payout.payoutId, amountFen: line.amountFen, bankLineId: line.bankLineId, on: line.on },
      occasion,
    )
  }
}

import type { DerivedFact, Reaction } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { day } from '#kernel/values/dates.ts'
import { isWhole, openLines, samePeer, type OpenLine } from '../explaining/open-lines.ts'
import type { OutcomeRecorded } from './commands/outcomes.ts'
import { payOut } from './move.ts'
import { findPayouts } from './store.ts'

type Awaited = {
  readonly payoutId: string
  readonly number: string
  readonly fen: string
  readonly orderedOn: string
  readonly peerName: string
  readonly peerAccount: string | null
}

/** Payouts that went to the bank and of which no line is known yet, the oldest first. */
async function awaited({ client }: Tx): Promise<readonly Awaited[]> {
  const { rows } = await client.query<Awaited>({
    name: 'funds_payouts_awaited',
    text: `select o.payout_id as "payoutId", o.payout_number as number, o.amount_fen as fen,
                  p.made_on::text as "orderedOn",
                  a.holder as "peerName", a.number_masked as "peerAccount"
           from funds_payout o
           join funds_payee_account a on a.court_id = o.court_id and a.payee_account_id = o.payee_account_id
           join funds_payment_order p on p.court_id = o.court_id and p.order_id = o.ordered_in
           where o.state in ('ordered', 'paid') and o.paid_line_id is null
           order by o.ordered_at, o.payout_id`,
  })
  return rows
}

/**
 * By our own number where the bank prints it, else by amount and person. A line with another's number is not theirs; where
 * several fit alike nothing is guessed: a person says which.
 */
function payoutOf(line: OpenLine, payouts: readonly Awaited[]): Awaited | undefined {
  const [only, ...others] = payoutsFor(line, payouts)
  return others.length === 0 ? only : undefined
}

/** All that the line may be. */
export function payoutsFor(line: OpenLine, payouts: readonly Awaited[]): readonly Awaited[] {
  const fit = payouts.filter(({ fen, orderedOn }) => BigInt(fen) === -line.amountFen && orderedOn <= line.on)
  const named = /FK\d{9}-\d{4}/.exec(line.words)?.[0]
  if (named !== undefined) return fit.filter(({ number }) => number === named)
  const tail = (account: string | null) => account?.slice(-4) ?? null
  return fit.filter((one) =>
    samePeer({ ...one, peerAccount: tail(one.peerAccount) }, { ...line, peerAccount: tail(line.peerAccount) }),
  )
}

/** Lines out that are payments of ours: what was ordered is paid on the day of its line, what was answered has its line. */
export async function showPaidByLines(tx: Tx, occasion: Occasion): Promise<readonly DerivedFact[]> {
  const left = [...(await awaited(tx))]
  if (left.length === 0) return []
  const shown = (await openLines(tx)).flatMap((line) => {
    const found = line.amountFen < 0n && isWhole(line) ? payoutOf(line, left) : undefined
    if (!found) return []
    left.splice(left.indexOf(found), 1)
    return [{ payoutId: found.payoutId, line }]
  })
  const payouts = new Map(
    (
      await findPayouts(
        tx,
        shown.map(({ payoutId }) => payoutId),
        true,
      )
    ).map((one) => [one.payoutId, one]),
  )
  const facts: DerivedFact[] = []
  for (const { payoutId, line } of shown) {
    const payout = payouts.get(payoutId)
    if (!payout) continue
    const { bankLineId, on } = line
    if (payout.state === 'ordered') await payOut(tx, [payout], on, occasion, new Map([[payoutId, bankLineId]]))
    else
      await tx.client.query('update funds_payout set paid_line_id = $2, version = version + 1 where payout_id = $1', [
        payoutId,
        bankLineId,
      ])
    const { caseId, amountFen } = payout
    const fact: OutcomeRecorded = {
      type: 'funds.payout-paid',
      payoutId,
      caseId,
      amountFen,
      reason: '银行流水',
      bankLineId,
      occurredOn: day(on),
    }
    facts.push({ fact, subjects: [`payout:${payoutId}`, ...(caseId === null ? [] : [`case:${caseId}` as const])] })
  }
  return facts
}

/** Runs before lines are set against each other: a payment that came back is known to be the payment it was. */
export const paidReaction: Reaction = {
  on: ['funds.statement-imported'],
  react: (tx, _facts, occasion) => showPaidByLines(tx, occasion),
}

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
  readonly caseNumber: string | null
  readonly number: string
  readonly fen: string
  readonly orderedOn: string
  readonly peerName: string
  readonly peerAccount: string | null
}

/** Payouts that went to the bank and of which no line is known yet, the oldest first. */
export async function awaited({ client }: Tx): Promise<readonly Awaited[]> {
  const { rows } = await client.query<Awaited>({
    name: 'funds_payouts_awaited',
    text: `select o.payout_id as "payoutId", o.payout_number as number, o.case_number as "caseNumber", o.amount_fen as fen,
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

/** By our own number where the bank prints it, else by amount and person. A line with another's number is not theirs. */
export function payoutsFor(line: OpenLine, payouts: readonly Awaited[]): readonly Awaited[] {
  const fit = payouts.filter(({ fen, orderedOn }) => BigInt(fen) === -line.amountFen && orderedOn <= line.on)
  const named = numberIn(line)
  if (named !== undefined) return fit.filter(({ number }) => number === named)
  const tail = (account: string | null) => account?.slice(-4) ?? null
  return fit.filter((one) =>
    samePeer({ ...one, peerAccount: tail(one.peerAccount) }, { ...line, peerAccount: tail(line.peerAccount) }),
  )
}

const numberIn = ({ words }: OpenLine): string | undefined => /FK\d{9}-\d{4}/.exec(words)?.[0]

type Shown = { readonly payoutId: string; readonly line: OpenLine }

/** What a line names is taken first; of the rest only what can be nothing else. */
function pair(lines: readonly OpenLine[], payouts: readonly Awaited[]): readonly Shown[] {
  const named = only(
    lines.filter((line) => numberIn(line) !== undefined),
    payouts,
  )
  const taken = new Set(named.map(({ payoutId }) => payoutId))
  const rest = only(
    lines.filter((line) => numberIn(line) === undefined),
    payouts.filter(({ payoutId }) => !taken.has(payoutId)),
  )
  return [...named, ...rest]
}

/**
 * A line and a payout that fit nothing else; or as many equal lines of one day as there are equal payouts, which are paid
 * all of them, whichever is which. Where one of several alike would be chosen, nothing is: a person says which.
 */
function only(lines: readonly OpenLine[], payouts: readonly Awaited[]): readonly Shown[] {
  const found = lines.map((line) => ({ line, fit: payoutsFor(line, payouts) })).filter(({ fit }) => fit.length > 0)
  return found.flatMap(({ line, fit }) => {
    const rivals = found.filter((other) => other.fit.some((one) => fit.includes(one)))
    const alike = rivals.every(
      (other) =>
        other.line.on === line.on && other.fit.length === fit.length && other.fit.every((one) => fit.includes(one)),
    )
    const payout =
      alike && rivals.length >= fit.length ? fit[rivals.findIndex((other) => other.line === line)] : undefined
    return payout ? [{ payoutId: payout.payoutId, line }] : []
  })
}

/** Lines out that are payments of ours: what was ordered is paid on the day of its line, what was answered has its line. */
export async function showPaidByLines(tx: Tx, occasion: Occasion): Promise<readonly DerivedFact[]> {
  const waiting = await awaited(tx)
  if (waiting.length === 0) return []
  const shown = pair(
    (await openLines(tx)).filter((line) => line.amountFen < 0n && isWhole(line)),
    waiting,
  )
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

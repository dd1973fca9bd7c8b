import { command } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact, Subject } from '#kernel/fact.ts'
import { keepFile } from '#kernel/files/store.ts'
import { nextNumber } from '#kernel/numbering.ts'
import { isRefusal, unlessRefused, type Refusal } from '#kernel/problem.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { sumFen } from '#kernel/values/money.ts'
import { xlsxType } from '#kernel/sheets/table-sheet.ts'
import { dayBefore } from '../../reconciliation/day-before.ts'
import { dayBeforeOpen } from '../../reconciliation/problems.ts'
import { MakeOrder } from '../contract.ts'
import { orderCsv, orderXlsx, type OrderLine } from '../order-file.ts'
import { alreadyInChain, bankShort, noSuchBankAccount, notOrderable } from '../problems.ts'
import { findPayouts, type Payout } from '../store.ts'
import { standingOf, stepStopped } from './chain.ts'

export type OrderMade = Fact & {
  readonly type: 'funds.order-made'
  readonly orderId: string
  readonly bankAccountId: string
  readonly payoutIds: readonly string[]
  readonly caseIds: readonly string[]
  readonly totalFen: bigint
}

/**
 * 制作付款单: approved payouts become one numbered file for the bank, kept under its hash, by somebody who took no step in
 * any of them. What stops a payout on this day stops the whole order and is named; so does a day before that does not
 * balance and was not explained.
 */
export const makeOrder = command({
  name: 'funds.make-order',
  title: label('制作付款单', 'Make a payment order'),
  may: 'funds.pay',
  cites: ['funds.account'],
  sensitive: true,
  input: MakeOrder,
  load: async (tx, { bankAccountId, payoutIds }, occasion): Promise<readonly Payout[] | Refusal> => {
    const payouts = await findPayouts(tx, payoutIds, true)
    const unfit = payouts.filter(({ state, toKind }) => state !== 'approved' || toKind !== null)
    const missing = new Set(payoutIds).size - payouts.length
    if (unfit.length + missing > 0) return notOrderable(unfit.length + missing)
    for (const payout of payouts) {
      const stopped = stepStopped(await standingOf(tx, payout, occasion), occasion, 'approved', true)
      if (stopped) return stopped
    }
    const before = await dayBefore(tx, occasion.today)
    if (before.open.length > 0) return dayBeforeOpen(before.day, before.open)
    const held = await heldAt(tx, bankAccountId)
    if (isRefusal(held)) return held
    const total = sumFen(payouts.map(({ amountFen }) => amountFen))
    return held < total ? bankShort(held, total) : payouts
  },
  decide: (payouts, { bankAccountId }): OrderMade => ({
    type: 'funds.order-made',
    orderId: newId(),
    bankAccountId,
    payoutIds: payouts.map(({ payoutId }) => payoutId),
    caseIds: [...new Set(payouts.flatMap(({ caseId }) => caseId ?? []))],
    totalFen: sumFen(payouts.map(({ amountFen }) => amountFen)),
  }),
  save: async (tx, facts, { actor, now, today }) => {
    for (const { orderId, bankAccountId, payoutIds, totalFen } of facts) {
      const number = `${today.year}-${String(await nextNumber(tx, 'funds.payment-order', today.year)).padStart(5, '0')}`
      await tx.client.query(
        `update funds_payout o set state = 'ordered', ordered_by = $2, ordered_at = $3::timestamptz, ordered_in = $4,
           payout_number = $5::text || '-' || lpad(n::text, 4, '0'), version = o.version + 1
         from unnest($1::uuid[]) with ordinality as e (id, n) where o.payout_id = e.id`,
        [payoutIds, actor.id, now.toString(), orderId, `FK${number.replace('-', '')}`],
      )
      const lines = await orderLines(tx, orderId, bankAccountId)
      const csv = await keepFile(tx, orderCsv(lines), 'text/csv')
      const xlsx = await keepFile(tx, await orderXlsx(`付款单 ${number}`, lines), xlsxType)
      await tx.client.query(
        `insert into funds_payment_order (order_id, order_number, bank_account_id, made_on, payouts, total_fen, csv_file,
           xlsx_file, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::timestamptz)`,
        [
          orderId,
          number,
          bankAccountId,
          today.toString(),
          payoutIds.length,
          totalFen.toString(),
          csv,
          xlsx,
          actor.id,
          now.toString(),
        ],
      )
    }
  },
  subjects: ({ orderId, payoutIds, caseIds }) => [
    `payment-order:${orderId}`,
    ...payoutIds.map((id): Subject => `payout:${id}`),
    ...caseIds.map((id): Subject => `case:${id}`),
  ],
  answer: ({ orderId }) => ({ orderId }),
  onConstraint: { funds_payout_four_eyes: alreadyInChain },
})

/** What an account of the court holds by the ledger, less what was ordered from it and has not been answered. */
async function heldAt({ client }: Tx, bankAccountId: string): Promise<bigint | Refusal> {
  const { rows } = await client.query<{ held: string }>(
    `select (coalesce((select -sum(p.amount_fen) from funds_posting p
                       join funds_account a on a.court_id = p.court_id and a.account_id = p.account_id
                       where a.bank_account_id = b.bank_account_id), 0)
           - coalesce((select sum(o.amount_fen) from funds_payout o
                       join funds_payment_order q on q.court_id = o.court_id and q.order_id = o.ordered_in
                       where q.bank_account_id = b.bank_account_id and (o.state = 'ordered'
                         or (o.state = 'paid' and o.paid_line_id is null))), 0))::text as held
     from funds_bank_account b where b.bank_account_id = $1 for update of b`,
    [bankAccountId],
  )
  const [row] = rows
  return row ? BigInt(row.held) : noSuchBankAccount()
}

type Line = {
  readonly number: string
  readonly payer: string
  readonly accountId: string
  readonly sealed: string
  readonly holder: string
  readonly bank: string
  readonly fen: string
  readonly purpose: string
}

async function orderLines(tx: Tx, orderId: string, bankAccountId: string): Promise<readonly OrderLine[]> {
  const { rows } = await tx.client.query<Line>(
    `select o.payout_number as number, b.number_masked as payer, a.payee_account_id as "accountId", a.number_sealed as sealed,
            a.holder, a.bank, o.amount_fen as fen, trim(coalesce(o.case_number, '') || ' ' || coalesce(o.purpose, '案款')) as purpose
     from funds_payout o
     join funds_payee_account a on a.court_id = o.court_id and a.payee_account_id = o.payee_account_id
     join funds_bank_account b on b.court_id = o.court_id and b.bank_account_id = $2
     where o.ordered_in = $1 order by o.payout_number`,
    [orderId, bankAccountId],
  )
  if (rows.length === 0) unlessRefused(notOrderable(0))
  return rows.map(({ number, payer, accountId, sealed, holder, bank, fen, purpose }) => ({
    number,
    payerAccount: payer,
    payeeName: holder,
    payeeAccount: tx.platform.cipher.open(tx.court, `payee:${accountId}`, sealed),
    payeeBank: bank,
    amountFen: BigInt(fen),
    purpose,
  }))
}

import { command, recordCommand } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact, Subject } from '#kernel/fact.ts'
import { fileBytes } from '#kernel/files/store.ts'
import type { Occasion } from '#kernel/occasion.ts'
import type { Refusal } from '#kernel/problem.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { formatYuan } from '#kernel/values/money.ts'
import { readAnswer, type AnswerLine } from '../answer-file.ts'
import { payoutStates, RecordOutcome, TakeAnswer } from '../contract.ts'
import { bringBack, explainReturn, payOut } from '../move.ts'
import {
  answerTaken,
  answerUnreadable,
  dayInFuture,
  dayTooEarly,
  lineDoesNotFit,
  noSuchOrder,
  notInState,
} from '../problems.ts'
import { payoutRecord, payoutsOfOrder, type Payout } from '../store.ts'

export type AnswerTaken = Fact & {
  readonly type: 'funds.answer-taken'
  readonly answerId: string
  readonly orderId: string
  readonly fileId: string
  readonly outcomes: readonly Outcome[]
  readonly caseIds: readonly string[]
}
type Outcome = {
  readonly payoutId: string
  readonly outcome: 'paid' | 'returned'
  readonly on: string
  readonly reason: string
}

type Order = { readonly madeOn: string; readonly payouts: readonly Payout[]; readonly taken: boolean }

async function orderOf(tx: Tx, orderId: string, fileId: string): Promise<Order | Refusal> {
  const { rows } = await tx.client.query<{ madeOn: string; taken: boolean }>(
    `select made_on as "madeOn", exists (select from funds_bank_answer a where a.order_id = o.order_id and a.file_id = $2) as taken
     from funds_payment_order o where order_id = $1 for update`,
    [orderId, fileId],
  )
  const [row] = rows
  return row ? { ...row, payouts: await payoutsOfOrder(tx, orderId) } : noSuchOrder()
}

/** 登记银行回单: what the bank did with each transfer. A file that is not understood whole changes nothing. */
export const takeAnswer = command({
  name: 'funds.take-bank-answer',
  title: label('登记银行回单', 'Take the bank’s answer'),
  may: 'funds.pay',
  cites: ['funds.account'],
  input: TakeAnswer,
  load: (tx, { orderId, fileId }) => orderOf(tx, orderId, fileId),
  gate: ({ taken }) => (taken ? answerTaken() : undefined),
  consult: async (tx, { fileId }) =>
    fileBytes(tx, fileId).then(readAnswer, () => ({ lines: [], faults: ['文件没有传上来'] })),
  decide: ({ payouts, madeOn }, { orderId, fileId }, { today }, { lines, faults }): AnswerTaken | Refusal => {
    const byNumber = new Map(payouts.map((payout) => [payout.payoutNumber, payout]))
    const wrong = [
      ...faults,
      ...lines.flatMap((line) => faultOf(line, byNumber.get(line.number), madeOn, today.toString())),
    ]
    const twice = lines.filter(({ number }, at) => lines.findIndex((other) => other.number === number) !== at)
    wrong.push(...twice.map(({ row, number }) => `第 ${row} 行业务编号 ${number} 重复`))
    if (wrong.length > 0) return answerUnreadable(wrong)
    const outcomes = lines.flatMap(({ number, outcome, on, reason }): Outcome[] => {
      const payout = byNumber.get(number)
      return payout && !settledSo(payout, outcome) ? [{ payoutId: payout.payoutId, outcome, on, reason }] : []
    })
    const caseIds = [...new Set(payouts.flatMap(({ caseId }) => caseId ?? []))]
    return { type: 'funds.answer-taken', answerId: newId(), orderId, fileId, outcomes, caseIds }
  },
  save: async (tx, facts, occasion) => {
    for (const { answerId, orderId, fileId, outcomes } of facts) {
      const payouts = new Map((await payoutsOfOrder(tx, orderId)).map((payout) => [payout.payoutId, payout]))
      await settle(tx, outcomes, payouts, occasion)
      const count = (wanted: string) => outcomes.filter(({ outcome }) => outcome === wanted).length
      await tx.client.query(
        `insert into funds_bank_answer (answer_id, order_id, file_id, paid, returned, taken_by, taken_at)
         values ($1, $2, $3, $4, $5, $6, $7::timestamptz)`,
        [answerId, orderId, fileId, count('paid'), count('returned'), occasion.actor.id, occasion.now.toString()],
      )
    }
  },
  subjects: ({ orderId, outcomes, caseIds }) => [
    `payment-order:${orderId}`,
    ...outcomes.map(({ payoutId }): Subject => `payout:${payoutId}`),
    ...caseIds.map((id): Subject => `case:${id}`),
  ],
  answer: ({ outcomes }) => ({
    paid: outcomes.filter(({ outcome }) => outcome === 'paid').length,
    returned: outcomes.filter(({ outcome }) => outcome === 'returned').length,
  }),
  onConstraint: { funds_bank_answer_once: answerTaken },
})

/** A later answer may repeat what an earlier one said. */
const settledSo = ({ state }: Payout, outcome: 'paid' | 'returned'): boolean =>
  (state === 'paid' && outcome === 'paid') || (state === 'bounced' && outcome === 'returned')

function faultOf(line: AnswerLine, payout: Payout | undefined, madeOn: string, today: string): readonly string[] {
  const where = `第 ${line.row} 行`
  if (!payout) return [`${where}业务编号 ${line.number} 不在这张付款单里`]
  if (line.amountFen !== payout.amountFen)
    return [`${where}金额 ${formatYuan(line.amountFen)} 元，付款单上是 ${formatYuan(payout.amountFen)} 元`]
  if (line.on < madeOn || line.on > today) return [`${where}日期 ${line.on} 不在付款单日期与今天之间`]
  if (payout.state === 'bounced' && line.outcome === 'paid') return [`${where}已登记退汇，不能再记为已付`]
  return []
}

/** Each payout by day: paid ones move their money, returned ones bring it home. */
async function settle(
  tx: Tx,
  outcomes: readonly Outcome[],
  payouts: ReadonlyMap<string, Payout>,
  occasion: Occasion,
): Promise<void> {
  for (const [on, some] of Map.groupBy(outcomes, (one) => one.on)) {
    const of = (wanted: string) =>
      some.flatMap(({ payoutId, outcome, reason }) => {
        const payout = payouts.get(payoutId)
        return payout && outcome === wanted ? [{ ...payout, reason }] : []
      })
    await payOut(tx, of('paid'), on, occasion)
    const back = of('returned')
    if (back.length > 0) await bringBack(tx, back, on, occasion)
  }
}

export type OutcomeRecorded = Fact & {
  readonly type: 'funds.payout-paid' | 'funds.payout-returned'
  readonly payoutId: string
  readonly caseId: string | null
  readonly amountFen: bigint
  readonly reason: string | null
  readonly bankLineId: string | null
  readonly occurredOn: Temporal.PlainDate
}

type ShownLine = { readonly amountFen: bigint; readonly openFen: bigint; readonly on: string }

async function lineShown({ client }: Tx, bankLineId: string): Promise<ShownLine | undefined> {
  const { rows } = await client.query<{ fen: string; open: string; on: string }>(
    `select amount_fen as fen, (case when amount_fen > 0 then unclaimed_fen else unexplained_fen end)::text as open,
            happened_on as "on"
     from funds_bank_line where bank_line_id = $1 for update`,
    [bankLineId],
  )
  const [row] = rows
  return row && { amountFen: BigInt(row.fen), openFen: BigInt(row.open), on: row.on }
}

/**
 * 登记付款结果: one payout by hand, or the line of the statement that shows what became of it: money out for a payment, money
 * in for a return. The line may come days after the bank's answer.
 */
export const recordOutcome = recordCommand(payoutRecord, {
  name: 'funds.record-outcome',
  title: label('登记付款结果', 'Record what became of a payment'),
  may: 'funds.pay',
  cites: ['funds.account'],
  input: RecordOutcome,
  load: async (_tx, payout) => payout,
  // What stayed inside the court went to no bank and comes back from none.
  gate: ({ state, toKind }) => {
    if (toKind !== null) return notInState('已交银行', '账内划转')
    return ['ordered', 'paid', 'bounced'].includes(state) ? undefined : notInState('已交银行', payoutStates[state].zh)
  },
  consult: async (tx, { bankLineId }) =>
    bankLineId === undefined ? null : ((await lineShown(tx, bankLineId)) ?? lineDoesNotFit()),
  decide: (payout, { outcome, occurredOn, reason, bankLineId }, { today }, line): OutcomeRecorded | Refusal => {
    const { state, amountFen, payoutId, caseId, orderedOn } = payout
    if (occurredOn.toString() > today.toString()) return dayInFuture('/occurredOn')
    if (orderedOn !== null && occurredOn.toString() < orderedOn) return dayTooEarly('/occurredOn', orderedOn)
    const again =
      (outcome === 'paid' && payout.paidLineId !== null) || (outcome === 'returned' && payout.returnedLineId !== null)
    if (outcome === 'paid' && state === 'bounced' && line === null)
      return notInState('已交银行', payoutStates[state].zh)
    if (settledSo(payout, outcome) && (line === null || again)) return notInState('已交银行', payoutStates[state].zh)
    if (line && (line.openFen < amountFen || line.amountFen > 0n !== (outcome === 'returned'))) return lineDoesNotFit()
    return {
      type: outcome === 'paid' ? 'funds.payout-paid' : 'funds.payout-returned',
      payoutId,
      caseId,
      amountFen,
      reason: reason ?? null,
      bankLineId: bankLineId ?? null,
      occurredOn,
    }
  },
  save: async (tx, facts, occasion) => {
    for (const { type, payoutId, reason, bankLineId, occurredOn, amountFen } of facts) {
      const payout = await payoutRecord.load(tx, payoutId, true)
      if (!('payoutId' in payout)) continue
      const on = occurredOn.toString()
      if (type === 'funds.payout-paid') {
        if (payout.state === 'ordered')
          await payOut(tx, [payout], on, occasion, new Map(bankLineId === null ? [] : [[payoutId, bankLineId]]))
        else if (bankLineId !== null) await showPaid(tx, payout, bankLineId)
      } else {
        if (payout.state !== 'bounced') await bringBack(tx, [{ ...payout, reason: reason ?? '退汇' }], on, occasion)
        if (bankLineId !== null) await explainReturn(tx, { payoutId, amountFen, bankLineId, on }, occasion)
      }
    }
  },
  subjects: ({ payoutId, caseId, bankLineId }) => [
    `payout:${payoutId}`,
    ...(caseId === null ? [] : [`case:${caseId}` as const]),
    ...(bankLineId === null ? [] : [`bank-line:${bankLineId}` as const]),
  ],
})

/** The line out is explained by the payout that names it: a trigger takes it off. */
async function showPaid({ client }: Tx, { payoutId }: Payout, bankLineId: string): Promise<void> {
  await client.query('update funds_payout set paid_line_id = $2, version = version + 1 where payout_id = $1', [
    payoutId,
    bankLineId,
  ])
}

import type { DerivedFact, Reaction } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { lastClosedDay, openDayAfter } from '../ledger/open-day.ts'
import { post, type NewEntry } from '../ledger/post.ts'
import { isWhole, notAfter, openLines, samePeer, type OpenLine } from './open-lines.ts'
import { returnPaid } from './returned-payout.ts'

const isCorrection = /冲正|错账|抹账|撤销交易|反交易|更正/
const isReturn = /退汇|汇款退回|退票|(?:账号|户名|账户)[^,。]*(?:退回|不符)|入账失败|退回汇款/

export type Pair = { readonly came: OpenLine; readonly went: OpenLine; readonly kind: 'correction' | 'bounce' }

/**
 * Lines that cancel each other: a credit the bank took back, a payment that came back. Same amount, same person, the later
 * one saying so; of several the latest before it. What was given away in between is left to a person.
 */
export function cancelling(lines: readonly OpenLine[]): readonly Pair[] {
  const used = new Set<OpenLine>()
  const pairs: Pair[] = []
  const earlier = (line: OpenLine): OpenLine | undefined =>
    lines.findLast(
      (other) =>
        other !== line &&
        !used.has(other) &&
        isWhole(other) &&
        other.bankAccountId === line.bankAccountId &&
        other.amountFen === -line.amountFen &&
        notAfter(other, line) &&
        samePeer(other, line),
    )
  for (const line of lines) {
    const correction = isCorrection.test(line.words)
    const bounce = line.amountFen > 0n && isReturn.test(line.words)
    if (used.has(line) || !isWhole(line) || !(correction || bounce)) continue
    const other = earlier(line)
    if (!other) continue
    used.add(line)
    used.add(other)
    const [came, went] = line.amountFen > 0n ? [line, other] : [other, line]
    pairs.push({ came, went, kind: bounce ? 'bounce' : 'correction' })
  }
  return pairs
}

export async function cancelLines(tx: Tx, occasion: Occasion): Promise<void> {
  const lines = await openLines(tx)
  const pairs = cancelling(lines)
  if (pairs.length > 0) {
    const closed = await lastClosedDay(tx)
    await post(
      tx,
      pairs.map(({ came, went, kind }): NewEntry => {
        const last = notAfter(came, went) ? went : came
        return {
          kind,
          postedOn: openDayAfter(last.on, closed),
          reason: kind === 'bounce' ? '退汇，与原支出相抵' : '银行冲正，与原收入相抵',
          postings: [
            { account: { kind: 'unknown' }, amountFen: -came.amountFen, bankLineId: came.bankLineId },
            { account: { kind: 'unexplained' }, amountFen: came.amountFen, bankLineId: went.bankLineId },
          ],
        }
      }),
      occasion,
    )
    await tx.client.query({
      name: 'funds_lines_cancel',
      text: `update funds_bank_line set unclaimed_fen = 0, unexplained_fen = 0 where bank_line_id = any($1::uuid[])`,
      values: [pairs.flatMap(({ came, went }) => [came.bankLineId, went.bankLineId])],
    })
  }
  const paired = new Set(pairs.flatMap(({ came, went }) => [came, went]))
  await returnPaid(
    tx,
    lines.filter((line) => !paired.has(line) && line.amountFen > 0n && isWhole(line) && isReturn.test(line.words)),
    occasion,
  )
}

export const cancelReaction: Reaction = {
  on: ['funds.statement-imported'],
  react: async (tx, _facts, occasion): Promise<readonly DerivedFact[]> => {
    await cancelLines(tx, occasion)
    return []
  },
}

import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Fact } from '#kernel/fact.ts'
import type { Refusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { lastClosedDay } from '../ledger/open-day.ts'
import { CloseDay } from '../reconciliation/contract.ts'
import { dayEnd } from '../reconciliation/day-end.ts'
import { dayAlreadyClosed, dayNotOver, differencesOpen } from '../reconciliation/problems.ts'

export type DayClosed = Fact & {
  readonly type: 'funds.day-closed'
  readonly day: string
  readonly bankFen: bigint
  readonly owedFen: bigint
  readonly explained: readonly { readonly key: string; readonly text: string; readonly amountFen: string }[]
}

/** 日终结账: the books of a day and all before it stand for ever, each difference named with what is known of it. */
export const closeDay = command({
  name: 'funds.close-day',
  title: label('日终结账', 'Close a day'),
  may: 'funds.close',
  cites: ['funds.account'],
  input: CloseDay,
  output: z.object({ day: z.iso.date() }),
  load: async (tx, { day }) => {
    // Nobody posts into the day while it is reckoned.
    await tx.client.query('lock table funds_posting in share row exclusive mode')
    return { reckoning: await dayEnd(tx, day.toString()), lastClosed: await lastClosedDay(tx) }
  },
  decide: ({ reckoning, lastClosed }, { day, explained }, { today }): DayClosed | Refusal => {
    const wanted = day.toString()
    if (lastClosed !== null && lastClosed >= wanted) return dayAlreadyClosed(wanted)
    if (Temporal.PlainDate.compare(day, today) > 0) return dayNotOver(wanted)
    const told = new Map(explained.map(({ key, text }) => [key, text]))
    const open = reckoning.differences.filter(({ key, said }) => !told.has(key) && said === null)
    if (open.length > 0) return differencesOpen(open)
    return {
      type: 'funds.day-closed',
      day: wanted,
      bankFen: reckoning.bankFen,
      owedFen: reckoning.owedFen,
      explained: reckoning.differences.map(({ key, amountFen, said }) => ({
        key,
        text: told.get(key) ?? said ?? '',
        amountFen: amountFen.toString(),
      })),
    }
  },
  save: async (tx, facts, { actor, now }) => {
    for (const { day, bankFen, owedFen, explained } of facts) {
      await tx.client.query(
        `insert into funds_closed_day (day, bank_fen, owed_fen, explained, closed_by, closed_at) values ($1, $2, $3, $4, $5, $6)`,
        [day, bankFen.toString(), owedFen.toString(), JSON.stringify(explained), actor.id, now.toString()],
      )
    }
  },
  subjects: ({ day }) => [`money-day:${day}`],
  answer: ({ day }) => ({ day }),
  onConstraint: { funds_closed_day_pkey: () => dayAlreadyClosed('') },
})

import type { Tx } from '#kernel/database/transaction.ts'
import { dayEnd, type Difference } from './day-end.ts'

/** Neither explained nor on its way: what no statement can show yet is no difference. */
export const isOpen = ({ said, inTransit }: Difference): boolean => said === null && !inTransit

/**
 * What the day before left open: while anything is, no money is released on this day. What was found since, by a payout or
 * a line that came later, is open no more.
 */
export async function dayBefore(
  tx: Tx,
  today: Temporal.PlainDate,
): Promise<{ readonly day: string; readonly open: readonly Difference[] }> {
  const day = today.subtract({ days: 1 }).toString()
  const open = (await dayEnd(tx, day)).differences.filter(isOpen)
  if (open.length === 0) return { day, open }
  const still = new Set((await dayEnd(tx, today.toString())).differences.map(({ key }) => key))
  return { day, open: open.filter(({ key }) => still.has(key)) }
}

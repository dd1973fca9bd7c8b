import { randomUUID } from 'node:crypto'
import type { Tx } from '../database/transaction.ts'
import type { Actor, Occasion } from '../occasion.ts'
import { day, dayOf } from '../values/dates.ts'

export { todaySetting } from '../database/transaction.ts'

/** Reads the clock once for the whole call. */
export async function occasionFor({ platform, dayMovedTo }: Tx, actor: Actor): Promise<Occasion> {
  const now = platform.clock()
  const machineDay = dayOf(now)
  const today = dayMovedTo === null ? machineDay : day(dayMovedTo)
  return { actor, now, today, machineDay, seed: randomUUID() }
}

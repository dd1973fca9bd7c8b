import { randomUUID } from 'node:crypto'
import type { Tx } from '../database/transaction.ts'
import type { Actor, Occasion } from '../occasion.ts'
import { day, dayOf } from '../values/dates.ts'

/** The setting that moves a demo court's day. Absent in a real court. */
export const todaySetting = 'clock.today'

/** Reads the clock once for the whole call. */
export async function occasionFor(tx: Tx, actor: Actor): Promise<Occasion> {
  const now = tx.platform.clock()
  const machineDay = dayOf(now)
  return { actor, now, today: await courtDay(tx, machineDay), machineDay, seed: randomUUID() }
}

async function courtDay(tx: Tx, machineDay: Temporal.PlainDate): Promise<Temporal.PlainDate> {
  const row = await tx.db
    .selectFrom('kernel_setting')
    .select('value')
    .where('key', '=', todaySetting)
    .executeTakeFirst()
  return typeof row?.value === 'string' ? day(row.value) : machineDay
}

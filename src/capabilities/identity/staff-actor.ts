import { inTransaction } from '#kernel/database/transaction.ts'
import { systemActor, type Actor } from '#kernel/occasion.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import type { Platform } from '#kernel/platform.ts'
import { actorOf } from './door.ts'
import { normalLogin, staffByLogin } from './store.ts'

/**
 * A person of the register acting at the machine itself, by login name: whoever may start the program there has proved
 * as much as a password does. Null when nobody active has that name.
 */
export async function staffActor(platform: Platform, court: string, login: string): Promise<Actor | null> {
  const operator = systemActor(court, 'operator', '运行维护', [])
  const staff = await inTransaction(
    platform,
    operator,
    async (tx) => staffByLogin(tx, normalLogin(login), (await occasionFor(tx, operator)).today),
    'read only',
  )
  const actor = staff && (await actorOf(platform, court, staff.staff_id))
  return actor ? { ...actor, provedAt: platform.clock(), secondFactor: true } : null
}

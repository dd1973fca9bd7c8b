import { inTransaction, type Tx } from '../database/transaction.ts'
import type { Actor } from '../occasion.ts'
import type { Platform } from '../platform.ts'
import { refuse, Refused, type Refusal } from '../problem.ts'
import type { Call, Reply } from './execute.ts'
import { keyReused } from './problems.ts'

/** The answer this key got before. Throws when it was used for something else. */
export async function firstReply(tx: Tx, actor: Actor, call: Call): Promise<Reply | undefined> {
  if (call.idempotencyKey === undefined) return undefined
  const row = await tx.db
    .selectFrom('kernel_idempotency')
    .select(['command', 'input_hash', 'reply'])
    .where('actor_id', '=', actor.id)
    .where('key', '=', call.idempotencyKey)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.command !== call.command || row.input_hash !== hashOf(tx, call)) throw new Refused(keyReused())
  return JSON.parse(tx.platform.cipher.open(tx.court, 'reply', row.reply)) as Reply
}

export async function keepReply(tx: Tx, actor: Actor, call: Call, reply: Reply): Promise<void> {
  if (call.idempotencyKey === undefined) return
  await tx.db
    .insertInto('kernel_idempotency')
    .values({
      key: call.idempotencyKey,
      actor_id: actor.id,
      command: call.command,
      input_hash: hashOf(tx, call),
      reply: tx.platform.cipher.seal(tx.court, 'reply', JSON.stringify(reply)),
    })
    .execute()
}

/**
 * Of two equal calls at once the slower one runs into what the faster one did: a version that moved, a row that is there.
 * It is the same call, so it gets the same answer.
 */
export async function twinReply(platform: Platform, actor: Actor, call: Call): Promise<Reply | Refusal | undefined> {
  if (call.idempotencyKey === undefined) return undefined
  try {
    return await inTransaction(platform, actor, (tx) => firstReply(tx, actor, call), 'read only')
  } catch (error) {
    if (error instanceof Refused) return refuse(error.problem)
    throw error
  }
}

/** Keyed, because an input may hold a password and a reply a session: neither can be guessed from what is kept. */
const hashOf = ({ platform, court }: Tx, { input, expectedVersion }: Call): string =>
  platform.cipher.blindIndex(court, 'idempotency', JSON.stringify([input ?? null, expectedVersion ?? null]))

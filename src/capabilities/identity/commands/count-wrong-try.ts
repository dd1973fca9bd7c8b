import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { label } from '#kernel/values/labels.ts'
import { keepDoor } from '../attempts.ts'
import { afterWrongTry, lockAfter, type Attempts } from '../rules/lock-out.ts'

export type WrongTryCounted = {
  readonly type: 'identity.wrong-try-counted'
  readonly loginIndex: string
  readonly staffId: string | null
  readonly place: string | null
  readonly failed: number
  readonly lockedUntil: Temporal.Instant | null
  readonly at: Temporal.Instant
}

async function attemptsAt(tx: Tx, loginIndex: string): Promise<Attempts> {
  const row = await tx.db
    .selectFrom('identity_attempt')
    .select(['failed', 'locked_until'])
    .where('login_index', '=', loginIndex)
    .forUpdate()
    .executeTakeFirst()
  const lockedUntil = row?.locked_until ? Temporal.Instant.from(row.locked_until) : null
  return { failed: row?.failed ?? 0, lockedUntil }
}

/** Given by the door alone: no role can be granted it. */
export const countWrongTry = command({
  name: 'identity.count-wrong-try',
  title: label('登录没有成功', 'Failed sign-in'),
  may: keepDoor,
  cites: [],
  input: z.object({
    loginIndex: z.string().min(1).max(64),
    staffId: z.uuid().nullable(),
    place: z.string().max(64).nullable(),
  }),
  load: (tx, { loginIndex }) => attemptsAt(tx, loginIndex),
  decide: (before, { loginIndex, staffId, place }, { now }): WrongTryCounted => ({
    type: 'identity.wrong-try-counted',
    loginIndex,
    staffId,
    place,
    ...afterWrongTry(before, now),
    at: now,
  }),
  save: async (tx, facts) => {
    for (const { loginIndex, staffId, failed, at, lockedUntil } of facts) {
      const row = { staff_id: staffId, failed, last_at: at.toString(), locked_until: lockedUntil?.toString() ?? null }
      await tx.db
        .insertInto('identity_attempt')
        .values({ login_index: loginIndex, ...row })
        .onConflict((conflict) => conflict.columns(['court_id', 'login_index']).doUpdateSet(row))
        .execute()
    }
  },
  subjects: ({ staffId, loginIndex }) => [staffId === null ? `login:${loginIndex}` : `staff:${staffId}`],
  answer: ({ failed, lockedUntil }) => ({ triesLeft: lockAfter - failed, until: lockedUntil?.toString() ?? null }),
})

import { z } from 'zod'
import { recordCommand } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { acts } from '../acts.ts'
import { loginIndexOf } from '../attempts.ts'
import { hashPassword, randomPassword } from '../password-hash.ts'
import { hasNoLogin } from '../problems.ts'
import { unwritten } from '../secrets.ts'
import { endSessions } from '../sessions.ts'
import { staffRecord } from '../store.ts'

export type PasswordReset = {
  readonly type: 'identity.password-reset'
  readonly staffId: string
  readonly at: Temporal.Instant
  readonly [unwritten]: { readonly passwordPhc: string; readonly loginName: string }
}

/** A new temporary password, the count of wrong tries forgotten, every session ended. */
export async function savePasswords(tx: Tx, facts: readonly PasswordReset[]): Promise<void> {
  for (const fact of facts) {
    const { passwordPhc, loginName } = fact[unwritten]
    await tx.db
      .updateTable('identity_staff')
      .set((eb) => ({
        password_phc: passwordPhc,
        password_set_at: fact.at.toString(),
        password_is_temporary: true,
        version: eb('version', '+', 1),
      }))
      .where('staff_id', '=', fact.staffId)
      .execute()
    await endSessions(tx, fact.staffId, fact.at, null)
    await tx.db.deleteFrom('identity_attempt').where('login_index', '=', loginIndexOf(tx, loginName)).execute()
  }
}

export const resetPassword = recordCommand(staffRecord, {
  ...acts.resetPassword,
  may: 'identity.manage-people',
  cites: [],
  sensitive: true,
  output: z.object({ temporaryPassword: z.string() }),
  load: async (_tx, staff) => staff,
  gate: ({ name, login_name }) => (login_name === null ? hasNoLogin(name) : undefined),
  consult: async () => {
    const password = randomPassword()
    return { password, passwordPhc: await hashPassword(password) }
  },
  decide: ({ staff_id, login_name }, _input, { now }, { passwordPhc }): PasswordReset => ({
    type: 'identity.password-reset',
    staffId: staff_id,
    at: now,
    [unwritten]: { passwordPhc, loginName: login_name ?? '' },
  }),
  save: savePasswords,
  subjects: ({ staffId }) => [`staff:${staffId}`],
  answer: (_fact, { password }) => ({ temporaryPassword: password }),
})

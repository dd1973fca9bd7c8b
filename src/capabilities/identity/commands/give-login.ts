import { z } from 'zod'
import { recordCommand } from '#kernel/command.ts'
import { acts } from '../acts.ts'
import { hashPassword, randomPassword } from '../password-hash.ts'
import { hasLogin, loginNameTaken } from '../problems.ts'
import { unwritten } from '../secrets.ts'
import { normalLogin, staffRecord } from '../store.ts'

export type LoginGiven = {
  readonly type: 'identity.login-given'
  readonly staffId: string
  readonly loginName: string
  readonly at: Temporal.Instant
  readonly [unwritten]: { readonly passwordPhc: string }
}

/** Lets a person of the register sign in; somebody an import named becomes a person of the register with it. */
export const giveLogin = recordCommand(staffRecord, {
  ...acts.giveLogin,
  may: 'identity.manage-people',
  cites: [],
  sensitive: true,
  output: z.object({ temporaryPassword: z.string() }),
  load: async (_tx, staff) => staff,
  gate: ({ name, login_name }) => (login_name === null ? undefined : hasLogin(name)),
  consult: async () => {
    const password = randomPassword()
    return { password, passwordPhc: await hashPassword(password) }
  },
  decide: ({ staff_id }, { loginName }, { now }, { passwordPhc }): LoginGiven => ({
    type: 'identity.login-given',
    staffId: staff_id,
    loginName: normalLogin(loginName),
    at: now,
    [unwritten]: { passwordPhc },
  }),
  save: async (tx, facts) => {
    for (const fact of facts) {
      await tx.db
        .updateTable('identity_staff')
        .set((eb) => ({
          login_name: fact.loginName,
          password_phc: fact[unwritten].passwordPhc,
          password_set_at: fact.at.toString(),
          password_is_temporary: true,
          proposed_by: null,
          version: eb('version', '+', 1),
        }))
        .where('staff_id', '=', fact.staffId)
        .execute()
    }
  },
  subjects: ({ staffId }) => [`staff:${staffId}`],
  answer: (_fact, { password }) => ({ temporaryPassword: password }),
  onConstraint: { identity_staff_login: loginNameTaken },
})

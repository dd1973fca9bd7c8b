import { command } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { isRefusal } from '#kernel/problem.ts'
import { acts } from '../acts.ts'
import { examine } from '../attempts.ts'
import { hashPassword } from '../password-hash.ts'
import { noSession, passwordRefused } from '../problems.ts'
import { ownAccount } from '../rules/grants-in-force.ts'
import { passwordFault } from '../rules/password.ts'
import { unwritten } from '../secrets.ts'
import { sessionOf } from '../session-actor.ts'
import { endSessions } from '../sessions.ts'
import { staffRecord } from '../store.ts'

export type PasswordChanged = {
  readonly type: 'identity.password-changed'
  readonly staffId: string
  readonly at: Temporal.Instant
  readonly [unwritten]: { readonly passwordPhc: string; readonly sessionId: string }
}

/** A password of one's own choice. All other sessions end with the old one. */
export const changePassword = command({
  ...acts.changePassword,
  may: ownAccount,
  cites: [],
  load: async (tx, { password }, occasion) => {
    const session = sessionOf(occasion.actor)
    if (!session) return noSession()
    const staff = await staffRecord.load(tx, session.id, false)
    if (isRefusal(staff)) return staff
    const byPassword = { ...staff, totp_secret: null }
    const proof = await examine(tx, occasion, staff.login_name ?? '', byPassword, { password, code: undefined })
    return isRefusal(proof) ? proof : { session, staff }
  },
  belongs: ({ session }) => ({ own: [session.id], team: null }),
  consult: async (_tx, { password, newPassword }, { staff }) => {
    const fault = passwordFault(newPassword, { name: staff.name, loginName: staff.login_name }, password)
    return fault ? passwordRefused(fault) : { passwordPhc: await hashPassword(newPassword) }
  },
  decide: ({ session }, _input, { now }, { passwordPhc }): PasswordChanged => ({
    type: 'identity.password-changed',
    staffId: session.id,
    at: now,
    [unwritten]: { passwordPhc, sessionId: session.sessionId },
  }),
  save: savePasswords,
  subjects: ({ staffId }) => [`staff:${staffId}`],
})

async function savePasswords(tx: Tx, facts: readonly PasswordChanged[]): Promise<void> {
  for (const fact of facts) {
    const { passwordPhc, sessionId } = fact[unwritten]
    await tx.db
      .updateTable('identity_staff')
      .set({ password_phc: passwordPhc, password_set_at: fact.at.toString(), password_is_temporary: false })
      .where('staff_id', '=', fact.staffId)
      .execute()
    await endSessions(tx, fact.staffId, fact.at, sessionId)
  }
}

import { command } from '#kernel/command.ts'
import { isRefusal } from '#kernel/problem.ts'
import { acts } from '../acts.ts'
import { codeDoesNotFit, factorNotBegun, noSession } from '../problems.ts'
import { ownAccount } from '../rules/grants-in-force.ts'
import { stepOfCode } from '../second-factor.ts'
import { unwritten } from '../secrets.ts'
import { sessionOf } from '../session-actor.ts'
import { saveProofs } from '../sessions.ts'
import { staffRecord } from '../store.ts'

export type SecondFactorConfirmed = {
  readonly type: 'identity.second-factor-confirmed'
  readonly staffId: string
  readonly sessionId: string
  readonly at: Temporal.Instant
  readonly [unwritten]: { readonly step: number; readonly sealed: string }
}

/** A first code shows that the app holds the secret. From now on sign-in asks for one. */
export const confirmSecondFactor = command({
  ...acts.confirmSecondFactor,
  may: ownAccount,
  cites: [],
  load: async (tx, _input, { actor }) => {
    const session = sessionOf(actor)
    if (!session) return noSession()
    const staff = await staffRecord.load(tx, session.id, true)
    return isRefusal(staff) ? staff : { session, staff }
  },
  belongs: ({ session }) => ({ own: [session.id], team: null }),
  gate: ({ staff }) => (staff.totp_pending === null ? factorNotBegun() : undefined),
  consult: async (tx, { code }, { staff }) => {
    const sealed = staff.totp_pending ?? ''
    const step = stepOfCode(tx, staff.staff_id, sealed, code, null)
    return step === null ? codeDoesNotFit() : { step, sealed }
  },
  decide: ({ session }, _input, { now }, { step, sealed }): SecondFactorConfirmed => ({
    type: 'identity.second-factor-confirmed',
    staffId: session.id,
    sessionId: session.sessionId,
    at: now,
    [unwritten]: { step, sealed },
  }),
  save: async (tx, facts) => {
    for (const { staffId, sessionId, at, [unwritten]: hidden } of facts) {
      await tx.db
        .updateTable('identity_staff')
        .set({ totp_secret: hidden.sealed, totp_confirmed_at: at.toString(), totp_pending: null })
        .where('staff_id', '=', staffId)
        .execute()
      await saveProofs(tx, [
        {
          type: 'identity.proved-again',
          staffId,
          sessionId,
          withSecondFactor: true,
          at,
          [unwritten]: { step: hidden.step },
        },
      ])
    }
  },
  subjects: ({ staffId, sessionId }) => [`staff:${staffId}`, `session:${sessionId}`],
})

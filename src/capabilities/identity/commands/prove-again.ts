import { z } from 'zod'
import { command } from '#kernel/command.ts'
import { isRefusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { examine } from '../attempts.ts'
import { Code } from '../contract.ts'
import { noSession, proofMissing } from '../problems.ts'
import { ownAccount } from '../rules/grants-in-force.ts'
import { unwritten } from '../secrets.ts'
import { sessionOf } from '../session-actor.ts'
import { saveProofs, type ProvedAgain } from '../sessions.ts'
import { staffRecord } from '../store.ts'

/** Before an act that asks for it: the password again, or the code where there is a second factor. */
export const proveAgain = command({
  name: 'identity.prove-again',
  title: label('再次验证身份', 'Prove your identity again'),
  may: ownAccount,
  cites: [],
  input: z.object({ password: z.string().min(1).max(256).optional(), code: Code.optional() }),
  load: async (tx, { password, code }, occasion) => {
    const session = sessionOf(occasion.actor)
    if (!session) return noSession()
    if (password === undefined && code === undefined) return proofMissing()
    const staff = await staffRecord.load(tx, session.id, false)
    if (isRefusal(staff)) return staff
    // A password alone is enough here: the session has shown its second factor when it began.
    const asked =
      password === undefined ? staff : { ...staff, totp_secret: code === undefined ? null : staff.totp_secret }
    const proof = await examine(tx, occasion, staff.login_name ?? '', asked, { password, code })
    return isRefusal(proof) ? proof : { session, step: proof.step }
  },
  belongs: ({ session }) => ({ own: [session.id], team: null }),
  decide: ({ session, step }, _input, { now }): ProvedAgain => ({
    type: 'identity.proved-again',
    staffId: session.id,
    sessionId: session.sessionId,
    withSecondFactor: step !== null,
    at: now,
    [unwritten]: { step },
  }),
  save: saveProofs,
  subjects: ({ staffId, sessionId }) => [`staff:${staffId}`, `session:${sessionId}`],
})

import { z } from 'zod'
import { command } from '#kernel/command.ts'
import { isRefusal } from '#kernel/problem.ts'
import { acts } from '../acts.ts'
import { noSession } from '../problems.ts'
import { ownAccount } from '../rules/grants-in-force.ts'
import { freshSecret } from '../second-factor.ts'
import { unwritten } from '../secrets.ts'
import { sessionOf } from '../session-actor.ts'
import { staffRecord } from '../store.ts'

export type SecondFactorBegun = {
  readonly type: 'identity.second-factor-begun'
  readonly staffId: string
  readonly [unwritten]: { readonly sealed: string }
}

/** A new secret for the authenticator app, shown once. The old one, if any, stays until a code of the new one is shown. */
export const beginSecondFactor = command({
  ...acts.beginSecondFactor,
  may: ownAccount,
  cites: [],
  sensitive: true,
  output: z.object({ secret: z.string(), address: z.string() }),
  load: async (_tx, _input, { actor }) => sessionOf(actor) ?? noSession(),
  belongs: ({ id }) => ({ own: [id], team: null }),
  consult: async (tx, _input, { id }) => {
    const staff = await staffRecord.load(tx, id, true)
    return isRefusal(staff) ? staff : freshSecret(tx, id, staff.login_name ?? '')
  },
  decide: ({ id }, _input, _occasion, { sealed }): SecondFactorBegun => ({
    type: 'identity.second-factor-begun',
    staffId: id,
    [unwritten]: { sealed },
  }),
  save: async (tx, facts) => {
    for (const fact of facts) {
      await tx.db
        .updateTable('identity_staff')
        .set({ totp_pending: fact[unwritten].sealed })
        .where('staff_id', '=', fact.staffId)
        .execute()
    }
  },
  subjects: ({ staffId }) => [`staff:${staffId}`],
  answer: (_fact, { secret, address }) => ({ secret, address }),
})

import { z } from 'zod'
import { command } from '#kernel/command.ts'
import { label } from '#kernel/values/labels.ts'
import { distrustSessionsOf } from '../door.ts'
import { noSession } from '../problems.ts'
import { ownAccount } from '../rules/grants-in-force.ts'
import { sessionOf } from '../session-actor.ts'

export type SignedOut = {
  readonly type: 'identity.signed-out'
  readonly sessionId: string
  readonly staffId: string
  readonly at: Temporal.Instant
}

export const signOut = command({
  name: 'identity.sign-out',
  title: label('退出登录', 'Sign out'),
  may: ownAccount,
  cites: [],
  input: z.object({}),
  load: async (_tx, _input, { actor }) => sessionOf(actor) ?? noSession(),
  belongs: ({ id }) => ({ own: [id], team: null }),
  decide: ({ id, sessionId }, _input, { now }): SignedOut => ({
    type: 'identity.signed-out',
    sessionId,
    staffId: id,
    at: now,
  }),
  save: async (tx, facts) => {
    for (const { sessionId, staffId, at } of facts) {
      distrustSessionsOf(staffId)
      await tx.db
        .updateTable('identity_session')
        .set({ ended_at: at.toString() })
        .where('session_id', '=', sessionId)
        .execute()
    }
  },
  subjects: ({ staffId, sessionId }) => [`staff:${staffId}`, `session:${sessionId}`],
  answer: () => ({ sessionToken: '' }),
})

import { z } from 'zod'
import { command } from '#kernel/command.ts'
import { label } from '#kernel/values/labels.ts'
import { noSession } from '../problems.ts'
import { ownAccount } from '../rules/grants-in-force.ts'
import { sessionOf } from '../session-actor.ts'
import { saveEnds, type SessionEnded } from '../sessions.ts'

export const signOut = command({
  name: 'identity.sign-out',
  title: label('退出登录', 'Sign out'),
  may: ownAccount,
  cites: [],
  input: z.object({}),
  load: async (_tx, _input, { actor }) => sessionOf(actor) ?? noSession(),
  belongs: ({ id }) => ({ own: [id], team: null }),
  decide: ({ id, sessionId }, _input, { now }): SessionEnded => ({
    type: 'identity.session-ended',
    sessionId,
    staffId: id,
    at: now,
  }),
  save: saveEnds,
  subjects: ({ staffId, sessionId }) => [`staff:${staffId}`, `session:${sessionId}`],
  answer: () => ({ sessionToken: '' }),
})

import { z } from 'zod'
import { recordCommand } from '#kernel/command.ts'
import { label } from '#kernel/values/labels.ts'
import { alreadyEnded } from '../problems.ts'
import { saveEnds, type SessionEnded } from '../sessions.ts'
import { sessionRecord } from '../store.ts'

/** One's own session elsewhere, or, for the security administrator, anybody's. It opens nothing from then on. */
export const endSession = recordCommand(sessionRecord, {
  name: 'identity.end-session',
  title: label('结束登录', 'End the session'),
  may: 'identity.end-session',
  cites: [],
  input: z.object({}),
  load: async (_tx, session) => session,
  gate: ({ ended_at }) => (ended_at === null ? undefined : alreadyEnded('这次登录')),
  decide: ({ session_id, staff_id }, _input, { now }): SessionEnded => ({
    type: 'identity.session-ended',
    sessionId: session_id,
    staffId: staff_id,
    at: now,
  }),
  save: saveEnds,
  subjects: ({ staffId, sessionId }) => [`session:${sessionId}`, `staff:${staffId}`],
})

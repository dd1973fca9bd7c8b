import { recordCommand } from '#kernel/command.ts'
import { acts } from '../acts.ts'
import { alreadyEnded } from '../problems.ts'
import { saveEnds, type SessionEnded } from '../sessions.ts'
import { sessionRecord } from '../store.ts'

/** One's own session elsewhere, or, for the security administrator, anybody's. It opens nothing from then on. */
export const endSession = recordCommand(sessionRecord, {
  ...acts.endSession,
  may: 'identity.end-session',
  cites: [],
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

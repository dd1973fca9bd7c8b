import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { isRefusal } from '#kernel/problem.ts'
import { acts } from '../acts.ts'
import { distrustSessionsOf } from '../door.ts'
import { noSession, postNotHeld } from '../problems.ts'
import { postsHeld } from '../posts-held.ts'
import { ownAccount } from '../rules/grants-in-force.ts'
import { sessionOf } from '../session-actor.ts'

export type PostChosen = {
  readonly type: 'identity.post-chosen'
  readonly sessionId: string
  readonly staffId: string
  readonly postId: string | null
}

/** Narrows a session to one of the person's posts, or takes up all of them again. It never gives a right. */
export const choosePost = command({
  ...acts.choosePost,
  may: ownAccount,
  cites: [],
  load: async (tx, _input, { actor, today }) => {
    const session = sessionOf(actor) ?? noSession()
    return isRefusal(session) ? session : { session, held: await postsHeld(tx, actor.id, today) }
  },
  belongs: ({ session }) => ({ own: [session.id], team: null }),
  decide: ({ session, held }, { postId }) =>
    postId === null || held.some(({ id }) => id === postId)
      ? ({
          type: 'identity.post-chosen',
          sessionId: session.sessionId,
          staffId: session.id,
          postId,
        } satisfies PostChosen)
      : postNotHeld(),
  save: saveChoices,
  subjects: ({ staffId, sessionId }) => [`staff:${staffId}`, `session:${sessionId}`],
  answer: ({ postId }) => ({ postId }),
  output: z.object({ postId: z.string().nullable() }),
})

async function saveChoices(tx: Tx, facts: readonly PostChosen[]): Promise<void> {
  for (const { sessionId, staffId, postId } of facts) {
    distrustSessionsOf(staffId)
    await tx.db.updateTable('identity_session').set({ post_id: postId }).where('session_id', '=', sessionId).execute()
  }
}

import { recordCommand } from '#kernel/command.ts'
import { isRefusal } from '#kernel/problem.ts'
import { notFound } from '#kernel/pipeline/problems.ts'
import { label } from '#kernel/values/labels.ts'
import { acts } from '../acts.ts'
import { distrustSessionsOf } from '../door.ts'
import { holdersOfKind, postOf } from '../holdings.ts'
import { alreadyEnded, daysOutOfOrder, lastAdministrator, notYourself } from '../problems.ts'
import { holdingRecord } from '../store.ts'

export type PostEnded = {
  readonly type: 'identity.post-ended'
  readonly holdingId: string
  readonly staffId: string
  readonly postId: string
  readonly title: string
  readonly before: Temporal.PlainDate | null
  readonly after: Temporal.PlainDate
}

/** The last day of a post; the day before its first takes back what was given by mistake. The record stays. */
export const endPost = recordCommand(holdingRecord, {
  ...acts.endPost,
  may: 'identity.manage-rights',
  cites: ['identity.separation-of-duties'],
  sensitive: true,
  load: async (tx, holding, { today }) => {
    const post = await postOf(tx, holding.post_id)
    if (!post || isRefusal(post)) return notFound(label('这个岗位', 'post'))
    return { holding, post, holders: post.kind === 'security' ? await holdersOfKind(tx, 'security', today) : null }
  },
  gate: ({ holding, post, holders }, { actor, today }) => {
    if (holding.staff_id === actor.id) return notYourself()
    if (holding.until_on !== null && holding.until_on < today.toString()) return alreadyEnded(`“${post.title}”`)
    return holders?.length === 1 && holders[0] === holding.staff_id ? lastAdministrator(post.title) : undefined
  },
  decide: ({ holding, post }, { untilOn }) => {
    if (untilOn.add({ days: 1 }).toString() < holding.from_on) return daysOutOfOrder()
    const ended: PostEnded = {
      type: 'identity.post-ended',
      holdingId: holding.holding_id,
      staffId: holding.staff_id,
      postId: post.postId,
      title: post.title,
      before: holding.until_on === null ? null : Temporal.PlainDate.from(holding.until_on),
      after: untilOn,
    }
    return ended
  },
  save: async (tx, facts) => {
    for (const { holdingId, staffId, after } of facts) {
      distrustSessionsOf(staffId)
      await tx.db
        .updateTable('identity_holding')
        .set((eb) => ({ until_on: after.toString(), version: eb('version', '+', 1) }))
        .where('holding_id', '=', holdingId)
        .execute()
    }
  },
  subjects: ({ staffId, postId }) => [`staff:${staffId}`, `post:${postId}`],
})

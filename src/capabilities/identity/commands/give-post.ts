import { z } from 'zod'
import { recordCommand } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { notFound } from '#kernel/pipeline/problems.ts'
import { isRefusal } from '#kernel/problem.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { acts } from '../acts.ts'
import { distrustSessionsOf } from '../door.ts'
import { clashesOf, heldBetween, postOf } from '../holdings.ts'
import { alreadyHeld, daysOutOfOrder, notYourself, postsClash, warrantMissing } from '../problems.ts'
import { clashOf } from '../rules/separation.ts'
import { staffRecord } from '../store.ts'

export type PostGiven = {
  readonly type: 'identity.post-given'
  readonly holdingId: string
  readonly staffId: string
  readonly postId: string
  readonly title: string
  readonly fromOn: Temporal.PlainDate
  readonly untilOn: Temporal.PlainDate | null
  readonly inPlaceOf: string | null
  readonly warrant: string | null
}

export async function saveHoldings(tx: Tx, facts: readonly PostGiven[]): Promise<void> {
  if (facts.length === 0) return
  for (const { staffId } of facts) distrustSessionsOf(staffId)
  await tx.db
    .insertInto('identity_holding')
    .values(
      facts.map((fact) => ({
        holding_id: fact.holdingId,
        staff_id: fact.staffId,
        post_id: fact.postId,
        from_on: fact.fromOn.toString(),
        until_on: fact.untilOn?.toString() ?? null,
        in_place_of: fact.inPlaceOf,
        warrant: fact.warrant,
      })),
    )
    .execute()
}

/**
 * A post from one day to another, or without an end. Whoever stands in for somebody does so by a written delegation that
 * ends. Refused with the pair when one person would hold two posts that are kept apart on any one day.
 */
export const givePost = recordCommand(staffRecord, {
  ...acts.givePost,
  may: 'identity.manage-rights',
  cites: ['identity.separation-of-duties'],
  sensitive: true,
  load: async (_tx, staff) => staff,
  gate: (staff, { actor }) => (staff.staff_id === actor.id ? notYourself() : undefined),
  consult: async (tx, { postId, fromOn, untilOn, inPlaceOf }, staff) => {
    const post = await postOf(tx, postId)
    if (!post) return notFound(label('这个岗位', 'post'))
    const stoodFor = inPlaceOf === undefined ? null : await staffRecord.load(tx, inPlaceOf, false)
    if (isRefusal(stoodFor)) return stoodFor
    return {
      post,
      held: await heldBetween(tx, staff.staff_id, fromOn, untilOn ?? null),
      clashes: await clashesOf(tx),
    }
  },
  decide: (staff, { fromOn, untilOn, inPlaceOf, warrant }, _occasion, { post, held, clashes }) => {
    if (untilOn && Temporal.PlainDate.compare(untilOn, fromOn) < 0) return daysOutOfOrder()
    const delegation = [inPlaceOf, warrant].filter((given) => given !== undefined).length
    if (delegation === 1 || (delegation === 2 && !untilOn)) return warrantMissing()
    if (held.some(({ postId }) => postId === post.postId)) return alreadyHeld(post.title)
    const clash = clashOf([post, ...held], clashes)
    if (clash) return postsClash(clash)
    const given: PostGiven = {
      type: 'identity.post-given',
      holdingId: newId(),
      staffId: staff.staff_id,
      postId: post.postId,
      title: post.title,
      fromOn,
      untilOn: untilOn ?? null,
      inPlaceOf: inPlaceOf ?? null,
      warrant: warrant ?? null,
    }
    return given
  },
  save: saveHoldings,
  subjects: ({ staffId, postId }) => [`staff:${staffId}`, `post:${postId}`],
  answer: ({ holdingId }) => ({ holdingId }),
  output: z.object({ holdingId: z.uuid() }),
})

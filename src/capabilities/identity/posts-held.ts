import type { SessionSource } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { sessionOf } from './session-actor.ts'

export type PostHeld = {
  readonly id: string
  readonly title: string
  readonly unit: string
  /** What the menu is shaped by. */
  readonly role: string
}

/** The posts a person holds on a day, for the switch at the top of every page. */
export async function postsHeld(tx: Tx, staffId: string, today: Temporal.PlainDate): Promise<readonly PostHeld[]> {
  const { rows } = await tx.client.query<PostHeld>({
    name: 'identity_posts_held',
    text: `select distinct on (p.sort, p.post_id) p.post_id as id, p.title, coalesce(p.zone, '') as unit, p.role_id as role
           from identity_holding h
           join identity_post p on p.court_id = h.court_id and p.post_id = h.post_id
           where h.court_id = current_court() and h.staff_id::text = $1
             and h.from_on <= $2::date and (h.until_on is null or h.until_on >= $2::date)
           order by p.sort, p.post_id`,
    values: [staffId, today.toString()],
  })
  return rows
}

/** All posts of the person, and the one that this session is narrowed to. */
export const postChoice: SessionSource = async (tx, { actor, today }) => {
  const posts = await postsHeld(tx, actor.id, today)
  const chosen = sessionOf(actor)?.post ?? null
  return { posts, post: posts.some(({ id }) => id === chosen) ? chosen : null }
}

import { z } from 'zod'
import { command } from '#kernel/command.ts'
import { notFound } from '#kernel/pipeline/problems.ts'
import { label } from '#kernel/values/labels.ts'
import { PostId, RoleId } from '../contract.ts'
import { distrustSessionsOf } from '../door.ts'
import { holdersWouldClash, postIsHeld } from '../problems.ts'

export type PostDefined = {
  readonly type: 'identity.post-defined'
  readonly postId: string
  readonly title: string
  readonly zone: 'A' | 'B' | 'C' | null
  readonly roleId: string
  readonly duties: string
  readonly clashesWith: readonly string[]
}

/** A post of the court: its name, zone, duties, the role behind it and the posts it must not be joined with. */
export const definePost = command({
  name: 'identity.define-post',
  title: label('设定岗位', 'Define a post'),
  may: 'identity.manage-rights',
  cites: ['identity.separation-of-duties'],
  sensitive: true,
  input: z.object({
    postId: PostId,
    title: z.string().trim().min(1).max(40),
    zone: z.enum(['A', 'B', 'C']).nullable(),
    roleId: RoleId,
    duties: z.string().trim().max(200),
    clashesWith: z.array(PostId).max(50),
  }),
  load: async (tx, { postId, roleId, clashesWith }, { today }) => {
    const role = await tx.db.selectFrom('identity_role').select('kind').where('role_id', '=', roleId).executeTakeFirst()
    if (!role || role.kind === 'everyone') return notFound(label('这个角色', 'role'))
    const known = await tx.db.selectFrom('identity_post').select(['post_id', 'role_id']).execute()
    const missing = clashesWith.find((id) => !known.some(({ post_id }) => post_id === id))
    if (missing !== undefined) return notFound(label(`岗位 ${missing}`, `post ${missing}`))
    const { rows } = await tx.client.query<{ post_id: string; shared: boolean }>(
      `select h.post_id, exists (select from identity_holding o
         where o.court_id = h.court_id and o.staff_id = h.staff_id and o.post_id = any($2)
           and (o.until_on is null or o.until_on >= $3)) as shared
       from identity_holding h where h.post_id = $1 and (h.until_on is null or h.until_on >= $3)`,
      [postId, clashesWith, today.toString()],
    )
    return {
      isHeld: rows.length > 0,
      wouldClash: rows.some(({ shared }) => shared),
      roleBefore: known.find(({ post_id }) => post_id === postId)?.role_id ?? null,
    }
  },
  decide: ({ isHeld, wouldClash, roleBefore }, { postId, title, zone, roleId, duties, clashesWith }) => {
    if (isHeld && roleBefore !== null && roleBefore !== roleId) return postIsHeld(title)
    if (wouldClash) return holdersWouldClash(title)
    const defined: PostDefined = {
      type: 'identity.post-defined',
      postId,
      title,
      zone,
      roleId,
      duties,
      clashesWith: [...new Set(clashesWith)].filter((id) => id !== postId),
    }
    return defined
  },
  save: async (tx, facts) => {
    for (const { postId, title, zone, roleId, duties, clashesWith } of facts) {
      const row = { title, zone, role_id: roleId, duties }
      await tx.db
        .insertInto('identity_post')
        .values({ post_id: postId, sort: 1000, ...row })
        .onConflict((conflict) => conflict.columns(['court_id', 'post_id']).doUpdateSet(row))
        .execute()
      await tx.client.query('delete from identity_post_clash where post_id = $1 or other_id = $1', [postId])
      await tx.client.query(
        `insert into identity_post_clash (post_id, other_id)
         select least($1, other), greatest($1, other) from unnest($2::text[]) other`,
        [postId, clashesWith],
      )
    }
    distrustSessionsOf('everyone')
  },
  subjects: ({ postId }) => [`post:${postId}`],
})

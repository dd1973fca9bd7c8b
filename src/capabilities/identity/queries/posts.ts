import { z } from 'zod'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { PostCard } from '../contract.ts'

/** 三区16岗 and the other posts: who holds each today, and the pairs that are kept apart. */
export const posts = reading({
  name: 'identity.posts',
  title: label('岗位', 'Posts'),
  may: 'identity.read-people',
  input: z.object({}),
  output: z.array(PostCard),
  read: async (tx, _input, { today }) => {
    const { rows } = await tx.client.query<z.input<typeof PostCard>>(
      `select p.post_id as "postId", p.title, p.zone, p.role_id as "roleId", r.title_zh as role, p.duties,
         coalesce((select json_agg(json_build_object('staffId', s.staff_id, 'name', s.name, 'inPlaceOf', f.name) order by h.from_on, s.name)
           from identity_holding h
           join identity_staff s on s.court_id = h.court_id and s.staff_id = h.staff_id
           left join identity_staff f on f.court_id = h.court_id and f.staff_id = h.in_place_of
           where h.court_id = p.court_id and h.post_id = p.post_id
             and h.from_on <= $1 and (h.until_on is null or h.until_on >= $1)), '[]') as holders,
         coalesce((select json_agg(case when c.post_id = p.post_id then c.other_id else c.post_id end order by 1)
           from identity_post_clash c where c.court_id = p.court_id and p.post_id in (c.post_id, c.other_id)), '[]') as "clashesWith"
       from identity_post p
       join identity_role r on r.court_id = p.court_id and r.role_id = p.role_id
       where p.court_id = current_court() order by p.sort, p.post_id limit 500`,
      [today.toString()],
    )
    return rows
  },
})

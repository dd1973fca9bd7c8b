import type { Keeping } from '#capabilities/registers'
import { notOnPost } from '../problems.ts'

const named = ['leader', 'judge', 'desk', 'womanOfficer', 'bailiffs', 'standby'] as const

/**
 * Whom the court knows is put on duty only for a day on which they hold a post (identity); somebody who left or has not yet
 * begun is named. Who is not of this court, such as a policeman or a driver, stands as written.
 */
export const onTheirPosts: NonNullable<Keeping['complete']> = async (tx, shift) => {
  const names = named.flatMap((field) => shift[field] ?? []).map(String)
  const { onDay } = shift
  if (names.length === 0 || typeof onDay !== 'string') return shift
  const { rows } = await tx.client.query<{ name: string }>(
    `select s.name from identity_staff_name s
     left join identity_permission_held h on h.court_id = s.court_id and h.staff_id = s.staff_id
       and h.from_on <= $2::date and (h.until_on is null or h.until_on >= $2::date)
     where s.name = any($1::text[]) group by s.name having count(h.staff_id) = 0 order by s.name`,
    [names, onDay],
  )
  return rows.length === 0
    ? shift
    : notOnPost(
        rows.map(({ name }) => name),
        onDay,
      )
}

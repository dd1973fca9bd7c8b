import type { Actor, Grant } from '#kernel/occasion.ts'
import { inTransaction } from '#kernel/database/transaction.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import { systemActor } from '#kernel/occasion.ts'
import type { Platform } from '#kernel/platform.ts'

/**
 * A person of the register acting at the machine itself, by login name: whoever may start the program there has proved
 * as much as a password does. Null when nobody active has that name.
 */
export const staffActor = (platform: Platform, court: string, login: string): Promise<Actor | null> =>
  inTransaction(
    platform,
    { court, unit: null },
    async (tx) => {
      const { today, now } = await occasionFor(tx, systemActor(court, 'operator', '运行维护', []))
      const { rows } = await tx.client.query<Found>(person, [login, today.toString()])
      const [found] = rows
      if (!found) return null
      const { staff_id: id, name, unit_id: unit, teams, posts, grants } = found
      return { id, name, kind: 'staff', court, teams, unit, posts, grants, provedAt: now, secondFactor: true }
    },
    'read only',
  )

type Found = {
  readonly staff_id: string
  readonly name: string
  readonly unit_id: string | null
  readonly teams: readonly string[]
  readonly posts: readonly string[]
  readonly grants: readonly Grant[]
}

const person = `
  select s.staff_id, s.name, s.unit_id,
    (select coalesce(array_agg(distinct t.team_id::text), '{}') from identity_team_of t
      where t.court_id = s.court_id and t.staff_id = s.staff_id and t.from_on <= $2::date and (t.until_on is null or t.until_on >= $2::date)) as teams,
    (select coalesce(array_agg(p.title order by p.sort), '{}') from identity_holding h
      join identity_post p on p.court_id = h.court_id and p.post_id = h.post_id
      where h.court_id = s.court_id and h.staff_id = s.staff_id and h.from_on <= $2::date and (h.until_on is null or h.until_on >= $2::date)) as posts,
    (select coalesce(json_agg(distinct jsonb_build_object('permission', g.permission, 'scope', g.scope)), '[]') from identity_role_grant g
      where g.court_id = s.court_id and not g.withdrawn and (g.role_id = 'everyone' or g.role_id in (
        select p.role_id from identity_holding h join identity_post p on p.court_id = h.court_id and p.post_id = h.post_id
        where h.court_id = s.court_id and h.staff_id = s.staff_id and h.from_on <= $2::date and (h.until_on is null or h.until_on >= $2::date)))) as grants
  from identity_staff s
  where s.login_name = $1 and s.active_from <= $2::date and (s.active_until is null or s.active_until >= $2::date)`

import type { Tx } from '#kernel/database/transaction.ts'
import type { RoleKind } from './rules/preset-roles.ts'
import type { HeldPost } from './rules/separation.ts'

export async function postOf(tx: Tx, postId: string): Promise<HeldPost | undefined> {
  const { rows } = await tx.client.query<HeldPost>(
    `select p.post_id as "postId", p.title, r.kind from identity_post p
     join identity_role r on r.court_id = p.court_id and r.role_id = p.role_id where p.post_id = $1`,
    [postId],
  )
  return rows[0]
}

/** The posts a person holds on any day of the range. */
export async function heldBetween(
  tx: Tx,
  staffId: string,
  fromOn: Temporal.PlainDate,
  untilOn: Temporal.PlainDate | null,
): Promise<readonly HeldPost[]> {
  const { rows } = await tx.client.query<HeldPost>(
    `select p.post_id as "postId", p.title, r.kind
     from identity_holding h
     join identity_post p on p.court_id = h.court_id and p.post_id = h.post_id
     join identity_role r on r.court_id = p.court_id and r.role_id = p.role_id
     where h.staff_id = $1 and (h.until_on is null or h.until_on >= $2) and ($3::date is null or h.from_on <= $3)`,
    [staffId, fromOn.toString(), untilOn?.toString() ?? null],
  )
  return rows
}

export async function clashesOf(tx: Tx): Promise<readonly (readonly [string, string])[]> {
  const rows = await tx.db.selectFrom('identity_post_clash').select(['post_id', 'other_id']).execute()
  return rows.map(({ post_id, other_id }) => [post_id, other_id] as const)
}

/** How many people hold a post of this kind of role that day. */
export async function holdersOfKind(tx: Tx, kind: RoleKind, today: Temporal.PlainDate): Promise<readonly string[]> {
  const { rows } = await tx.client.query<{ staff_id: string }>(
    `select distinct h.staff_id from identity_holding h
     join identity_post p on p.court_id = h.court_id and p.post_id = h.post_id
     join identity_role r on r.court_id = p.court_id and r.role_id = p.role_id
     join identity_staff s on s.court_id = h.court_id and s.staff_id = h.staff_id
     where r.kind = $1 and h.from_on <= $2 and (h.until_on is null or h.until_on >= $2)
       and (s.active_until is null or s.active_until >= $2) and s.login_name is not null`,
    [kind, today.toString()],
  )
  return rows.map(({ staff_id }) => staff_id)
}

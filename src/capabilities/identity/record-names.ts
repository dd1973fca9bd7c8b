import type { RecordNames } from '#capabilities/operations'

const namesBy =
  (text: string): RecordNames =>
  async (tx, ids) => {
    const { rows } = await tx.client.query<{ id: string; name: string }>(text, [ids])
    return new Map(rows.map(({ id, name }) => [id, name]))
  }

/** What the records of this room are called in the journal. */
export const identityNames = {
  roles: async () => new Map([['preset', '预设角色']]),
  login: async (_tx, ids) => new Map(ids.map((id) => [id, '没有这个用户名'])),
  staff: namesBy(
    `select staff_id::text as id, name from identity_staff where court_id = current_court() and staff_id::text = any($1)`,
  ),
  post: namesBy(
    `select post_id as id, title as name from identity_post where court_id = current_court() and post_id = any($1)`,
  ),
  role: namesBy(
    `select role_id as id, title_zh as name from identity_role where court_id = current_court() and role_id = any($1)`,
  ),
  team: namesBy(
    `select team_id::text as id, name from identity_team where court_id = current_court() and team_id::text = any($1)`,
  ),
} satisfies Readonly<Record<string, RecordNames>>

import type { Tx } from '#kernel/database/transaction.ts'
import type { Scope } from '#kernel/occasion.ts'
import type { Label } from '#kernel/values/labels.ts'
import type { RoleKind } from './rules/preset-roles.ts'
import { rightsInWords } from './rules/rights-in-words.ts'

export type Role = {
  readonly roleId: string
  readonly titleZh: string
  readonly titleEn: string
  readonly kind: RoleKind
  readonly secondFactor: boolean
  readonly grants: readonly { readonly permission: string; readonly scope: Scope; readonly byCourt: boolean }[]
}

/** All roles of the court with the rights they carry. */
export async function rolesOf(tx: Tx): Promise<readonly Role[]> {
  const { rows } = await tx.client.query<Role>(
    `select r.role_id as "roleId", r.title_zh as "titleZh", r.title_en as "titleEn", r.kind, r.second_factor as "secondFactor",
       coalesce((select json_agg(json_build_object('permission', g.permission, 'scope', g.scope, 'byCourt', g.origin = 'court')
                                 order by g.permission, g.scope)
         from identity_role_grant g where g.court_id = r.court_id and g.role_id = r.role_id and not g.withdrawn), '[]') as grants
     from identity_role r where r.court_id = current_court() order by r.sort, r.role_id limit 500`,
  )
  return rows
}

/** The title a person reads for each permission; one that no room declares any more is shown by its name. */
export function permissionTitle(tx: Tx): (permission: string) => Label {
  const titles = new Map(
    tx.platform.registry
      .gather('permissions')
      .flatMap((listed) => Object.entries(listed).map(([k, { title }]) => [k, title])),
  )
  return (permission) => titles.get(permission) ?? { zh: permission, en: permission }
}

export function roleSentence(tx: Tx, { titleZh, grants }: Role): string {
  const title = permissionTitle(tx)
  return rightsInWords(
    titleZh,
    grants.map(({ permission, scope }) => ({ title: title(permission).zh, scope })),
  )
}

/** One sentence for each role behind these posts. */
export async function rolesInWords(tx: Tx, postIds: readonly string[]): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('identity_post')
    .select('role_id')
    .where('post_id', 'in', ['', ...postIds])
    .execute()
  const wanted = new Set(rows.map(({ role_id }) => role_id))
  return (await rolesOf(tx)).filter(({ roleId }) => wanted.has(roleId)).map((role) => roleSentence(tx, role))
}

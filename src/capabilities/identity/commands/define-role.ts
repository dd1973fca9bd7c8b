import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { acts } from '../acts.ts'
import { GrantScope } from '../contract.ts'
import { distrustSessionsOf } from '../door.ts'
import { permissionNotForRole, unknownPermission, roleIsPreset } from '../problems.ts'
import { mayCarry } from '../rules/separation.ts'
import type { RoleKind } from '../rules/preset-roles.ts'

const kinds: readonly RoleKind[] = ['business', 'system', 'security', 'audit', 'everyone']
const kindOf = (text: string): RoleKind => kinds.find((kind) => kind === text) ?? 'business'

const RoleGrant = z.object({ permission: z.string().min(3).max(80), scope: GrantScope })
type RoleGrant = z.output<typeof RoleGrant>

const inWords = ({ permission, scope }: RoleGrant): string => `${permission} ${scope}`

export type RoleDefined = {
  readonly type: 'identity.role-defined'
  readonly roleId: string
  readonly title: string
  readonly kind: RoleKind
  readonly secondFactor: boolean
  readonly added: readonly RoleGrant[]
  readonly withdrawn: readonly RoleGrant[]
  readonly isNew: boolean
}

/**
 * What a role may do, as a whole: rights not named are withdrawn. A later version adds its new rights to preset roles
 * and leaves withdrawn ones withdrawn.
 */
export const defineRole = command({
  ...acts.defineRole,
  may: 'identity.manage-rights',
  cites: ['identity.separation-of-duties'],
  sensitive: true,
  load: async (tx, { roleId }) => {
    const role = await tx.db
      .selectFrom('identity_role')
      .select(['role_id', 'kind'])
      .where('role_id', '=', roleId)
      .forUpdate()
      .executeTakeFirst()
    const grants = await tx.db
      .selectFrom('identity_role_grant')
      .select(['permission', 'scope'])
      .where('role_id', '=', roleId)
      .where('withdrawn', '=', false)
      .execute()
    const declared = new Set(tx.platform.registry.gather('permissions').flatMap((listed) => Object.keys(listed)))
    return {
      role,
      before: grants.map(({ permission, scope }) => ({ permission, scope: GrantScope.parse(scope) })),
      declared,
    }
  },
  gate: ({ role }) => (role?.kind === 'everyone' ? roleIsPreset() : undefined),
  decide: ({ role, before, declared }, { roleId, title, secondFactor, grants }) => {
    const kind = kindOf(role?.kind ?? 'business')
    const unknown = grants.find(({ permission }) => !declared.has(permission))
    if (unknown) return unknownPermission(unknown.permission)
    const foreign = grants.find(({ permission }) => !mayCarry(kind, permission))
    if (foreign) return permissionNotForRole(foreign.permission, title)
    const had = new Set(before.map(inWords))
    const has = new Set(grants.map(inWords))
    const defined: RoleDefined = {
      type: 'identity.role-defined',
      roleId,
      title,
      kind,
      secondFactor,
      added: grants.filter(
        (grant, i) => !had.has(inWords(grant)) && grants.findIndex((g) => inWords(g) === inWords(grant)) === i,
      ),
      withdrawn: before.filter((grant) => !has.has(inWords(grant))),
      isNew: role === undefined,
    }
    return defined
  },
  save: async (tx, facts) => {
    for (const fact of facts) await saveRole(tx, fact)
    distrustSessionsOf('everyone')
  },
  subjects: ({ roleId }) => [`role:${roleId}`],
})

async function saveRole(tx: Tx, { roleId, title, kind, secondFactor, added, withdrawn, isNew }: RoleDefined) {
  const row = { title_zh: title, second_factor: secondFactor }
  if (isNew) {
    await tx.db
      .insertInto('identity_role')
      .values({ role_id: roleId, title_en: title, kind, sort: 1000, ...row })
      .execute()
  } else await tx.db.updateTable('identity_role').set(row).where('role_id', '=', roleId).execute()
  const edited = [
    ...added.map((g) => ({ ...g, withdrawn: false })),
    ...withdrawn.map((g) => ({ ...g, withdrawn: true })),
  ]
  for (const { permission, scope, withdrawn: gone } of edited) {
    const edit = { origin: 'court', withdrawn: gone }
    await tx.db
      .insertInto('identity_role_grant')
      .values({ role_id: roleId, permission, scope, ...edit })
      .onConflict((conflict) => conflict.columns(['court_id', 'role_id', 'permission', 'scope']).doUpdateSet(edit))
      .execute()
  }
}

import { z } from 'zod'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { PermissionRow, RoleCard } from '../contract.ts'
import { permissionTitle, roleSentence, rolesOf } from '../role-cards.ts'
import { mayCarry } from '../rules/separation.ts'

/** What each role may do, as a list and as a sentence. */
export const roles = reading({
  name: 'identity.roles',
  title: label('角色', 'Roles'),
  may: 'identity.read-people',
  input: z.object({}),
  output: z.array(RoleCard),
  read: async (tx) => {
    const title = permissionTitle(tx)
    return (await rolesOf(tx)).map((role) => ({
      ...role,
      grants: role.grants.map((grant) => ({ ...grant, titleZh: title(grant.permission).zh })),
      sentence: roleSentence(tx, role),
    }))
  },
})

/** Every permission that the rooms declare, for the form that defines a role. */
export const permissions = reading({
  name: 'identity.permissions',
  title: label('权限', 'Permissions'),
  may: 'identity.read-people',
  input: z.object({}),
  output: z.array(PermissionRow),
  read: async (tx) =>
    tx.platform.registry.rooms.flatMap(({ name, title: room, permissions: declared = {} }) =>
      Object.entries(declared).map(([permission, { title, personalData = false }]) => ({
        permission,
        titleZh: title.zh,
        titleEn: title.en,
        room: name,
        roomZh: room.zh,
        personalData,
        kinds: (['business', 'system', 'security', 'audit'] as const).filter((kind) => mayCarry(kind, permission)),
      })),
    ),
})

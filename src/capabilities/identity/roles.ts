import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion, Scope } from '#kernel/occasion.ts'
import { appendToJournal } from '#kernel/pipeline/execute.ts'
import { distrustSessionsOf } from './door.ts'
import { presetClashes, presetPosts } from './rules/preset-posts.ts'
import { presetRoles } from './rules/preset-roles.ts'
import { mayCarry } from './rules/separation.ts'

/** A right that a room ships to one of the preset roles. */
export type ShippedGrant = { readonly role: PresetRoleId; readonly permission: string; readonly scope: Scope }
export type PresetRoleId = (typeof presetRoles)[number]['id']

declare module '#kernel/capability.ts' {
  interface Contributions {
    readonly roleGrants?: readonly ShippedGrant[]
  }
}

/**
 * Gives the preset roles and posts, and what the rooms of this version ship to them. Grants that a court added or
 * withdrew stay as they are; shipped ones that no room ships any more go. Journalled when something changed.
 */
export async function syncRoles(tx: Tx, occasion: Occasion): Promise<void> {
  const shipped = tx.platform.registry.gather('roleGrants')
  refuseMixed(shipped)
  await addPresets(tx)
  const added = await addShipped(tx, shipped)
  const removed = await removeUnshipped(tx, shipped)
  if (added.length + removed.length === 0) return
  distrustSessionsOf('everyone')
  const fact = { type: 'identity.roles-synced', added, removed }
  await appendToJournal(tx, 'identity.sync-roles', [{ fact, subjects: ['roles:preset'] }], occasion, new Set())
}

/** A room that ships casework to an administrator, or administration to casework, does not start. */
function refuseMixed(shipped: readonly ShippedGrant[]): void {
  const kinds = new Map<string, (typeof presetRoles)[number]['kind']>(presetRoles.map(({ id, kind }) => [id, kind]))
  for (const { role, permission } of shipped) {
    const kind = kinds.get(role)
    if (kind === undefined || !mayCarry(kind, permission)) throw new Error(`${permission} is not for role ${role}`)
  }
}

async function addPresets({ db, client }: Tx): Promise<void> {
  await db
    .insertInto('identity_role')
    .values(
      presetRoles.map(({ id, title, kind, secondFactor }, sort) => ({
        role_id: id,
        title_zh: title.zh,
        title_en: title.en,
        kind,
        second_factor: secondFactor,
        sort,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { rows } = await client.query('select 1 from identity_post limit 1')
  if (rows.length > 0) return
  await db
    .insertInto('identity_post')
    .values(
      presetPosts.map(({ id, title, zone, role, duties }, sort) => ({
        post_id: id,
        title,
        zone,
        role_id: role,
        duties,
        sort,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .insertInto('identity_post_clash')
    .values(presetClashes.map((pair) => ordered(pair)))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const ordered = ([one, other]: readonly [string, string]) =>
  one < other ? { post_id: one, other_id: other } : { post_id: other, other_id: one }

async function addShipped(tx: Tx, shipped: readonly ShippedGrant[]): Promise<readonly string[]> {
  if (shipped.length === 0) return []
  const rows = await tx.db
    .insertInto('identity_role_grant')
    .values(shipped.map(({ role, permission, scope }) => ({ role_id: role, permission, scope, origin: 'shipped' })))
    .onConflict((conflict) => conflict.doNothing())
    .returning(['role_id', 'permission', 'scope'])
    .execute()
  return rows.map(inWords)
}

async function removeUnshipped(tx: Tx, shipped: readonly ShippedGrant[]): Promise<readonly string[]> {
  const kept = shipped.map(({ role, permission, scope }) => inWords({ role_id: role, permission, scope }))
  const { rows } = await tx.client.query<Grant>(
    `delete from identity_role_grant
     where origin = 'shipped' and role_id || ' ' || permission || ' ' || scope <> all($1)
     returning role_id, permission, scope`,
    [kept],
  )
  return rows.map(inWords)
}

type Grant = { readonly role_id: string; readonly permission: string; readonly scope: string }
const inWords = ({ role_id, permission, scope }: Grant): string => `${role_id} ${permission} ${scope}`

/** Whether some post this person holds that day asks for a second factor. */
export async function asksSecondFactor(tx: Tx, staffId: string, today: Temporal.PlainDate): Promise<boolean> {
  const { rows } = await tx.client.query(
    `select 1 from identity_holding h
     join identity_post p on p.court_id = h.court_id and p.post_id = h.post_id
     join identity_role r on r.court_id = p.court_id and r.role_id = p.role_id
     where h.staff_id = $1 and h.from_on <= $2 and (h.until_on is null or h.until_on >= $2) and r.second_factor limit 1`,
    [staffId, today.toString()],
  )
  return rows.length > 0
}

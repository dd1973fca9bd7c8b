import type { RoleKind } from './preset-roles.ts'

/** A post as a person holds it, with the role that stands behind it. */
export type HeldPost = { readonly postId: string; readonly title: string; readonly kind: RoleKind }

export type PostPair = { readonly one: HeldPost; readonly other: HeldPost }

const administrators: readonly RoleKind[] = ['system', 'security', 'audit']

/**
 * The first pair of posts that must not be in one person: two of the three administrators (三员分立), an administrator
 * with any business post, or two posts that the court has named a clash.
 */
export function clashOf(
  posts: readonly HeldPost[],
  clashes: readonly (readonly [string, string])[],
): PostPair | undefined {
  return posts
    .flatMap((one, i) => posts.slice(i + 1).map((other) => ({ one, other })))
    .find(({ one, other }) => kindsClash(one.kind, other.kind) || isNamed(one.postId, other.postId, clashes))
}

const kindsClash = (one: RoleKind, other: RoleKind): boolean =>
  one !== other && (administrators.includes(one) || administrators.includes(other))

const isNamed = (one: string, other: string, clashes: readonly (readonly [string, string])[]): boolean =>
  clashes.some(([a, b]) => (a === one && b === other) || (a === other && b === one))

/** Rooms whose rights are administration; every other room is the court's business. */
const administrativeRooms: readonly string[] = ['identity', 'audit', 'operations']

/** Rights that belong to one administrator alone. The rest of the administrative rooms may be read by business roles. */
const reserved: Readonly<Record<string, RoleKind>> = {
  'identity.manage-people': 'system',
  'operations.set': 'system',
  'operations.run-jobs': 'system',
  'identity.manage-rights': 'security',
  'audit.seal': 'audit',
}

/** Whether a role of this kind may ever carry the permission. */
export function mayCarry(kind: RoleKind, permission: string): boolean {
  const owner = reserved[permission]
  if (owner !== undefined) return owner === kind
  return !administrators.includes(kind) || administrativeRooms.includes(permission.split('.', 1)[0] ?? '')
}

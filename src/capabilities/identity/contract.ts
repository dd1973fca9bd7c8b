import { z } from 'zod'

export const PersonName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{M}·・ .-]{1,50}$/u, { error: '请填姓名，不含数字和符号' })

export const LoginName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}._-]{2,64}$/u, { error: '2 至 64 个字母、数字或 . _ -' })

export const PostId = z.string().regex(/^[A-Za-z0-9-]{1,40}$/)
export const RoleId = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)
export const GrantScope = z.enum(['court', 'team', 'own', 'unit', 'self'])
export const Code = z.string().regex(/^\d{6}$/, { error: '6 位数字' })

/** Somebody one may name, give work to, or write to. */
export const Colleague = z.object({
  staffId: z.uuid(),
  name: z.string(),
  posts: z.string(),
  teams: z.string(),
  hasLogin: z.boolean(),
})
export type Colleague = z.output<typeof Colleague>

export const PersonRow = z.object({
  staffId: z.uuid(),
  name: z.string(),
  loginName: z.string().nullable(),
  /** `active`, `proposed` by an import, or `left`. */
  state: z.enum(['active', 'proposed', 'left']),
  posts: z.string(),
  teams: z.string(),
  unitId: z.string().nullable(),
  secondFactor: z.boolean(),
  lastSignIn: z.string().nullable(),
  openSessions: z.int(),
  lockedUntil: z.string().nullable(),
  version: z.int(),
})
export type PersonRow = z.output<typeof PersonRow>

export const HoldingRow = z.object({
  holdingId: z.uuid(),
  postId: z.string(),
  title: z.string(),
  fromOn: z.string(),
  untilOn: z.string().nullable(),
  inPlaceOf: z.string().nullable(),
  warrant: z.string().nullable(),
  current: z.boolean(),
  version: z.int(),
})
export type HoldingRow = z.output<typeof HoldingRow>

export const MembershipRow = z.object({
  teamId: z.uuid(),
  name: z.string(),
  fromOn: z.string(),
  untilOn: z.string().nullable(),
})

export const PersonCard = z.object({
  staffId: z.uuid(),
  name: z.string(),
  loginName: z.string().nullable(),
  unitId: z.string().nullable(),
  activeFrom: z.string().nullable(),
  activeUntil: z.string().nullable(),
  proposedBy: z.string().nullable(),
  secondFactorSince: z.string().nullable(),
  temporaryPassword: z.boolean(),
  lastSignIn: z.object({ at: z.string(), from: z.string().nullable() }).nullable(),
  holdings: z.array(HoldingRow),
  teams: z.array(MembershipRow),
  /** What the person may do today, as a sentence per role. */
  rights: z.array(z.string()),
  openWork: z.array(z.object({ title: z.string(), count: z.int() })),
  version: z.int(),
})
export type PersonCard = z.output<typeof PersonCard>

export const PostCard = z.object({
  postId: z.string(),
  title: z.string(),
  zone: z.enum(['A', 'B', 'C']).nullable(),
  roleId: z.string(),
  role: z.string(),
  duties: z.string(),
  holders: z.array(z.object({ staffId: z.uuid(), name: z.string(), inPlaceOf: z.string().nullable() })),
  /** Posts that may not be in the same person. */
  clashesWith: z.array(z.string()),
})
export type PostCard = z.output<typeof PostCard>

export const RoleCard = z.object({
  roleId: z.string(),
  titleZh: z.string(),
  titleEn: z.string(),
  kind: z.enum(['business', 'system', 'security', 'audit', 'everyone']),
  secondFactor: z.boolean(),
  grants: z.array(z.object({ permission: z.string(), scope: GrantScope, titleZh: z.string(), byCourt: z.boolean() })),
  sentence: z.string(),
})
export type RoleCard = z.output<typeof RoleCard>

export const PermissionRow = z.object({
  permission: z.string(),
  titleZh: z.string(),
  titleEn: z.string(),
  room: z.string(),
  roomZh: z.string(),
  personalData: z.boolean(),
  /** Kinds of roles that may carry it. */
  kinds: z.array(z.string()),
})
export type PermissionRow = z.output<typeof PermissionRow>

export const SessionRow = z.object({
  sessionId: z.uuid(),
  staffId: z.uuid(),
  name: z.string(),
  startedAt: z.string(),
  lastSeenAt: z.string(),
  place: z.string().nullable(),
  agent: z.string().nullable(),
  secondFactor: z.boolean(),
  state: z.enum(['open', 'ended', 'run-out']),
  isThis: z.boolean(),
  version: z.int(),
})
export type SessionRow = z.output<typeof SessionRow>

export const WhoAmI = z.object({
  staffId: z.string(),
  name: z.string(),
  posts: z.array(z.string()),
  unit: z.string().nullable(),
  teams: z.array(z.object({ teamId: z.uuid(), name: z.string() })),
  permissions: z.array(z.object({ permission: z.string(), scope: GrantScope })),
  secondFactor: z.enum(['held', 'enrol', 'none']),
  enrolled: z.boolean(),
  mustChangePassword: z.boolean(),
  lastSignIn: z.object({ at: z.string(), from: z.string().nullable() }).nullable(),
})
export type WhoAmI = z.output<typeof WhoAmI>

export const TeamCard = z.object({
  teamId: z.uuid(),
  name: z.string(),
  members: z.array(z.object({ staffId: z.uuid(), name: z.string(), fromOn: z.string() })),
})
export type TeamCard = z.output<typeof TeamCard>

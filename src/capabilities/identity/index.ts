import type {} from './tables.ts'
import type {} from './views.ts'

export { identity } from './capability.ts'
export { actorOf, distrustSessionsOf, identityDoor } from './door.ts'
export {
  createFirstAdministrator,
  listLogins,
  resetPasswordByOperator,
  type AdministratorKind,
  type ListedLogin,
  type MadeLogin,
  type NewAdministrator,
} from './first-administrator.ts'
export type { PresetRoleId, ShippedGrant } from './roles.ts'
export { seedDemoPeople, type DemoLogin } from './seed.ts'
export { staffActor } from './staff-actor.ts'
export { namesakes, staffByName } from './staff-by-name.ts'
export type { OpenWork, OpenWorkSource } from './open-work.ts'

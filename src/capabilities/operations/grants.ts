import type { Scope } from '#kernel/occasion.ts'

/** Rights of this room by preset role. The room of people merges the slot; it stands above this one. */
export const operationsGrants = [
  { role: 'everyone', permission: 'operations.keep-views', scope: 'own' },
  { role: 'system-administrator', permission: 'operations.read', scope: 'court' },
  { role: 'system-administrator', permission: 'operations.set', scope: 'court' },
  { role: 'system-administrator', permission: 'operations.run-jobs', scope: 'court' },
  { role: 'security-administrator', permission: 'operations.read', scope: 'court' },
  { role: 'audit-administrator', permission: 'operations.read', scope: 'court' },
] as const satisfies readonly { readonly role: string; readonly permission: string; readonly scope: Scope }[]

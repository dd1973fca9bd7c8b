import '#capabilities/identity'
import { capability } from '#kernel/capability.ts'
import { label } from '#kernel/values/labels.ts'
import { markRead } from './commands/mark-read.ts'
import { putOff } from './commands/put-off.ts'
import { maySearch, useDesk } from './permissions.ts'
import { approvals, counts, notices } from './queries/around.ts'
import { findRules, findStaff } from './queries/found-here.ts'
import { everything } from './queries/search.ts'
import { today } from './queries/today.ts'

const staffRoles = [
  'clerk',
  'judge',
  'money-officer',
  'director',
  'president',
  'filing-clerk',
  'bailiff',
  'dispatcher',
  'inspector',
  'office',
] as const

export const desk = capability({
  name: 'desk',
  title: label('工作台', 'Desk'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: {
    [useDesk]: { title: label('使用工作台', 'Use the desk') },
    [maySearch]: { title: label('搜索', 'Search') },
  },
  roleGrants: [
    ...staffRoles.map((role) => ({ role, permission: useDesk, scope: 'own' as const })),
    { role: 'everyone', permission: maySearch, scope: 'own' },
  ],
  commands: [putOff, markRead],
  queries: [today, counts, approvals, notices, everything],
  search: [findStaff, findRules],
})

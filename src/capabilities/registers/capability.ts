import { capability } from '#kernel/capability.ts'
import { label } from '#kernel/values/labels.ts'
import { entry } from './queries/entry.ts'

export const registers = capability({
  name: 'registers',
  title: label('台账登记', 'Registers'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: { 'registers.open': { title: label('打开台账记录', 'Open register entries'), personalData: true } },
  roleGrants: [{ role: 'everyone', permission: 'registers.open', scope: 'own' }],
  queries: [entry],
})

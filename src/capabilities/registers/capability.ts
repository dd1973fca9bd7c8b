import { capability } from '#kernel/capability.ts'
import { label } from '#kernel/values/labels.ts'
import { contradictions, unlawfulCount } from './contradictions.ts'
import { entry } from './queries/entry.ts'

export const registers = capability({
  name: 'registers',
  title: label('台账登记', 'Registers'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: {
    'registers.open': { title: label('打开台账记录', 'Open register entries'), personalData: true },
    'registers.check': { title: label('台账核对', 'Check ledgers against each other'), personalData: true },
  },
  roleGrants: [
    { role: 'everyone', permission: 'registers.open', scope: 'own' },
    { role: 'clerk', permission: 'registers.check', scope: 'own' },
    { role: 'judge', permission: 'registers.check', scope: 'own' },
    { role: 'director', permission: 'registers.check', scope: 'court' },
    { role: 'president', permission: 'registers.check', scope: 'court' },
    { role: 'office', permission: 'registers.check', scope: 'court' },
    { role: 'inspector', permission: 'registers.check', scope: 'court' },
  ],
  queries: [entry, contradictions],
  deskCounts: [unlawfulCount],
})

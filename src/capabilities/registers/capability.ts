import { capability } from '#kernel/capability.ts'
import { label } from '#kernel/values/labels.ts'
import { contradictions, unlawfulCount } from './contradictions.ts'
import { followCases } from './follow-cases.ts'
import { reckonAllMarks } from './jobs/reckon-marks.ts'
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
  reactions: [followCases],
  jobs: [reckonAllMarks],
  words: {
    'registers.reckon-marks': label('重算台账提示', 'Reckon marks'),
    'fact:registers.marks-reckoned': label('台账提示有变', 'Marks changed'),
  },
  recordNames: {
    marks: async ({ platform }, names) =>
      new Map(
        platform.registry
          .gather('registers')
          .filter(({ register: { name } }) => names.includes(name))
          .map(({ register: { name, title } }) => [name, `${title.zh}台账的提示`]),
      ),
  },
})

import { capability } from '#kernel/capability.ts'
import { label } from '#kernel/values/labels.ts'
import { noteReading } from './commands/note-reading.ts'
import { sealHeadOfDay } from './commands/seal-head.ts'
import { sealDaily } from './jobs/seal-daily.ts'
import { accessLog } from './queries/access-log.ts'
import { entry } from './queries/entry.ts'
import { journal } from './queries/journal.ts'
import { names } from './queries/names.ts'
import { chain, seals } from './queries/seals.ts'
import { verifyPart } from './queries/verify-part.ts'
import { chainStanding } from './chain-standing.ts'
import { looks } from './looks.ts'
import { syncWords } from './words.ts'

export const audit = capability({
  name: 'audit',
  title: label('审计', 'Audit'),
  migrations: new URL('migrations/', import.meta.url),
  preparations: [syncWords],
  permissions: {
    'audit.read': { title: label('查阅审计轨迹', 'Read the audit trail') },
    'audit.seal': { title: label('封存链摘要', 'Seal the head of the chain') },
  },
  roleGrants: [
    { role: 'audit-administrator', permission: 'audit.read', scope: 'court' },
    { role: 'audit-administrator', permission: 'audit.seal', scope: 'court' },
    { role: 'inspector', permission: 'audit.read', scope: 'court' },
  ],
  deskCounts: [looks],
  recordNames: {
    audit: async () =>
      new Map([
        ['journal', '审计轨迹'],
        ['access-log', '查看记录'],
        ['entry', '一条记录'],
      ]),
    seal: async (_tx, days) => new Map(days.map((day) => [day, `${day} 链摘要`])),
  },
  commands: [sealHeadOfDay, noteReading],
  queries: [journal, entry, names, accessLog, verifyPart, chain, seals],
  jobs: [sealDaily],
  session: [chainStanding],
})

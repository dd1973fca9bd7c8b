import { setting, settingValue } from '#capabilities/operations'
import { countOfView, grant, keep, registerRoom, watchOn } from '#capabilities/registers'
import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { counted } from './indicators.ts'
import { urgingContact } from './registers/urging-contact.ts'
import { urgingFile } from './registers/urging-file.ts'
import { fileChecks } from './rules/checks.ts'

/** How long a file waits for performance before it must be closed one way or the other: no law says so. */
const windowDays = setting({
  key: 'urging.window-days',
  title: label('督促期（天）', 'Urging window in days'),
  hint: label('自启动之日起；没有写明届满日的督促件按此计算。申请人可随时申请执行。', 'From the start of a file.'),
  schema: z.int().min(1).max(60),
  fallback: 15,
})
const warning = setting({
  key: 'urging.warn-days',
  title: label('督促期届满预警（天）', 'Warning before the window ends'),
  hint: label('提前多少天放上工作台。', 'How many days ahead it lies on the desk.'),
  schema: z.int().min(0).max(60),
  fallback: 3,
})

export const urging = registerRoom({
  name: 'urging',
  title: label('执前督促', 'Urging before enforcement'),
  migrations: new URL('migrations/', import.meta.url),
  roleGrants: [
    ...grant('filing-clerk', 'court', 'urging.read', 'urging.record'),
    ...grant('clerk', 'own', 'urging.read'),
    ...grant('judge', 'own', 'urging.read'),
    ...grant('director', 'court', 'urging.read', 'urging.record'),
    ...grant('president', 'court', 'urging.read'),
    ...grant('inspector', 'court', 'urging.read'),
    ...grant('office', 'court', 'urging.read'),
  ],
  registers: [keep(urgingFile, { cites: ['filing.limitation'], checks: fileChecks }), keep(urgingContact)],
  queries: [counted.records],
  indicators: counted.indicators,
  settings: [windowDays, warning],
  deskCounts: [
    countOfView({
      register: urgingFile,
      view: 'unserved',
      title: label('待送达保全告知书', 'Preservation notices to serve'),
      order: 66,
      tone: 'due',
      may: 'urging.record',
    }),
  ],
  desk: [
    watchOn({
      register: urgingFile,
      section: label('事项', 'Matters'),
      what: label('督促期届满', 'Urging window ends'),
      day: 'windowEndsOn',
      until: ['closedOn'],
      ahead: async (tx) => ({
        days: await settingValue(tx, warning),
        urgent: 0,
        unstated: { after: 'startedOn', days: await settingValue(tx, windowDays) },
      }),
      why: ({ fileNumber }) => `${String(fileNumber)} · 申请人可随时申请执行`,
      act: { name: 'close', title: label('办结督促', 'Close the file') },
      also: 'urging.record',
    }),
  ],
})

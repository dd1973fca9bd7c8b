import { countOfView, keep, registerRoom, viewOnDesk } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { hotlineFigures, hotlineIndicators } from './figures.ts'
import { call } from './registers/call.ts'
import { callChecks, withMinutes } from './rules/checks.ts'

export const hotline = registerRoom({
  name: 'hotline',
  title: label('执行110', 'Hotline'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: { 'hotline.dispatch': { title: label('派警', 'Dispatch') } },
  roleGrants: [
    ...(['read', 'record', 'dispatch'] as const).flatMap((act) => [
      { role: 'dispatcher', permission: `hotline.${act}`, scope: 'court' } as const,
      { role: 'director', permission: `hotline.${act}`, scope: 'court' } as const,
    ]),
    { role: 'bailiff', permission: 'hotline.read', scope: 'court' },
    { role: 'bailiff', permission: 'hotline.record', scope: 'court' },
    { role: 'judge', permission: 'hotline.read', scope: 'own' },
    { role: 'judge', permission: 'hotline.record', scope: 'own' },
    { role: 'clerk', permission: 'hotline.read', scope: 'own' },
    { role: 'president', permission: 'hotline.read', scope: 'court' },
    { role: 'inspector', permission: 'hotline.read', scope: 'court' },
    { role: 'office', permission: 'hotline.read', scope: 'court' },
  ],
  registers: [
    keep(call, {
      may: { record: 'hotline.record', steps: { dispatch: 'hotline.dispatch' } },
      cites: ['local.hotline'],
      checks: callChecks,
      complete: async (_tx, entry) => withMinutes(entry),
    }),
  ],
  queries: [hotlineIndicators.records],
  indicators: hotlineIndicators.indicators,
  figures: hotlineFigures,
  deskCounts: [
    countOfView({
      register: call,
      view: 'open',
      title: label('未处置来电', 'Open calls'),
      order: 62,
      tone: 'due',
      may: 'hotline.read',
    }),
  ],
  desk: [
    viewOnDesk({
      register: call,
      filter: { lacks: 'result' },
      section: label('执行110', 'Hotline'),
      what: label('处置接报', 'Deal with the call'),
      act: { name: 'close', title: label('办结', 'Close') },
      may: 'hotline.dispatch',
      why: 'callNumber',
    }),
  ],
})

import { countOfView, grant, keep, registerRoom, viewOnDesk } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { hotlineFigures, hotlineIndicators } from './figures.ts'
import { call } from './registers/call.ts'
import { dispatchedUnit } from './registers/dispatched-unit.ts'
import { callChecks, withMinutes } from './rules/checks.ts'
import { toItsCall, unitChecks } from './rules/sending.ts'

export const hotline = registerRoom({
  name: 'hotline',
  title: label('执行110', 'Hotline'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: { 'hotline.dispatch': { title: label('派警', 'Dispatch') } },
  roleGrants: [
    ...grant('clerk', 'own', 'hotline.read'),
    ...grant('judge', 'own', 'hotline.read', 'hotline.record'),
    ...grant('director', 'court', 'hotline.read', 'hotline.record', 'hotline.dispatch'),
    ...grant('president', 'court', 'hotline.read'),
    ...grant('bailiff', 'court', 'hotline.read', 'hotline.record'),
    ...grant('dispatcher', 'court', 'hotline.read', 'hotline.record', 'hotline.dispatch'),
    ...grant('office', 'court', 'hotline.read'),
    ...grant('inspector', 'court', 'hotline.read'),
  ],
  registers: [
    keep(call, {
      may: { record: 'hotline.record', steps: { dispatch: 'hotline.dispatch' } },
      cites: ['local.hotline'],
      checks: callChecks,
      complete: async (_tx, entry) => withMinutes(entry),
    }),
    keep(dispatchedUnit, {
      may: {
        record: 'hotline.dispatch',
        steps: { depart: 'hotline.record', arrive: 'hotline.record', return: 'hotline.record' },
      },
      cites: ['local.hotline'],
      checks: unitChecks,
      complete: toItsCall,
    }),
  ],
  queries: [hotlineIndicators.records],
  indicators: hotlineIndicators.indicators,
  figures: hotlineFigures,
  deskCounts: [
    countOfView({
      register: call,
      view: 'lately',
      title: label('昨日以来接报', 'Calls since yesterday'),
      order: 61.5,
      tone: 'plain',
      may: 'hotline.dispatch',
    }),
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
    // Whoever goes out says that they are there.
    viewOnDesk({
      register: call,
      filter: { dispatch: '法院出警|联合出警', lacks: 'arrivedAt,result' },
      section: label('执行110', 'Hotline'),
      what: label('出警到场', 'Arrive at the scene'),
      act: { name: 'arrive', title: label('到场', 'Arrived') },
      may: 'hotline.record',
      why: 'unit',
    }),
    viewOnDesk({
      register: dispatchedUnit,
      filter: { lacks: 'arrivedAt,backAt' },
      section: label('执行110', 'Hotline'),
      what: label('出警单待到场', 'Unit on its way'),
      act: { name: 'arrive', title: label('到场', 'Arrived') },
      may: 'hotline.record',
      why: 'unit',
    }),
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

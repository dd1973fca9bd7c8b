import { checksFor, indicatorsOver, keep, registerRoom, stagesOf } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { visit } from './visit.ts'

/** Longer than a working day: somebody mistook hours for minutes. */
const longestMinutes = 8 * 60

const checks = checksFor(visit, [
  {
    code: 'W_VISIT_TOO_LONG',
    kind: 'doubtful',
    field: 'minutes',
    find: ({ minutes }) =>
      minutes !== null && minutes > longestMinutes ? `走访用时${minutes}分钟，请核对单位是否为分钟。` : undefined,
  },
])

const counted = indicatorsOver(visit, [
  stagesOf({
    id: 'K90',
    title: label('走访次数', 'Visits'),
    direction: 'up',
    source: '本院走访登记',
    stages: [
      { key: 'printed', title: label('走访', 'Visits'), on: 'visitedOn', unit: 'item' },
      { key: 'kept', title: label('兑现', 'Promises kept'), on: 'keptOn', unit: 'item' },
    ],
  }),
])

export const visits = registerRoom({
  name: 'visits',
  title: label('走访', 'Visits'),
  migrations: new URL('migrations/', import.meta.url),
  roleGrants: [
    { role: 'clerk', permission: 'visits.read', scope: 'own' },
    { role: 'clerk', permission: 'visits.record', scope: 'own' },
    { role: 'director', permission: 'visits.read', scope: 'court' },
  ],
  registers: [keep(visit, { checks })],
  queries: [counted.records],
  indicators: counted.indicators,
})

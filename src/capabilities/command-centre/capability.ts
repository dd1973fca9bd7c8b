import { countOfView, grant, keep, registerRoom, viewOnDesk, watchOn } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { loadIndicators } from './figures.ts'
import { wall } from './queries/wall.ts'
import { wallCore } from './queries/wall-core.ts'
import { shift } from './registers/shift.ts'
import { workOrder } from './registers/work-order.ts'
import { orderChecks, shiftChecks } from './rules/checks.ts'
import { withDue } from './rules/due.ts'
import { onTheirPosts } from './rules/roster.ts'
import { allowances } from './settings.ts'

export const commandCentre = registerRoom({
  name: 'command-centre',
  title: label('指挥中心', 'Command centre'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: {
    'command-centre.roster': { title: label('排班', 'Draw up the roster') },
    'command-centre.wall': { title: label('查看指挥中心大屏', 'See the wall') },
  },
  roleGrants: [
    ...grant('clerk', 'own', 'command-centre.read', 'command-centre.record'),
    ...grant('judge', 'own', 'command-centre.read', 'command-centre.record'),
    ...grant(
      'director',
      'court',
      'command-centre.read',
      'command-centre.record',
      'command-centre.wall',
      'command-centre.roster',
    ),
    ...grant('president', 'court', 'command-centre.read', 'command-centre.wall'),
    ...grant('bailiff', 'court', 'command-centre.read', 'command-centre.wall'),
    ...grant(
      'dispatcher',
      'court',
      'command-centre.read',
      'command-centre.record',
      'command-centre.wall',
      'command-centre.roster',
    ),
    ...grant('office', 'court', 'command-centre.wall'),
    ...grant('inspector', 'court', 'command-centre.read'),
  ],
  settings: [allowances],
  registers: [
    keep(workOrder, { checks: orderChecks, complete: withDue }),
    keep(shift, {
      may: { record: 'command-centre.roster', steps: { 'hand-over': 'command-centre.record' } },
      checks: shiftChecks,
      complete: onTheirPosts,
    }),
  ],
  queries: [loadIndicators.records, wall, wallCore],
  indicators: loadIndicators.indicators,
  deskCounts: [
    countOfView({
      register: shift,
      view: 'today',
      title: label('今日值班', 'On duty today'),
      order: 64,
      tone: 'plain',
      may: 'command-centre.roster',
    }),
  ],
  desk: [
    watchOn({
      register: workOrder,
      section: label('工作单', 'Work orders'),
      what: label('办理工作单', 'Finish the order'),
      day: 'dueOn',
      until: ['finishedOn'],
      ahead: async () => ({ days: 2, urgent: 0 }),
      why: ({ matter, number }) => `${String(matter)}，${String(number)}`,
      act: { name: 'finish', title: label('办结', 'Finish') },
      also: 'command-centre.record',
    }),
    viewOnDesk({
      register: shift,
      filter: { lacks: 'handedOverOn' },
      section: label('值班', 'Duty'),
      what: label('交接班', 'Hand over'),
      act: { name: 'hand-over', title: label('交接', 'Hand over') },
      may: 'command-centre.record',
      why: 'shift',
    }),
  ],
})

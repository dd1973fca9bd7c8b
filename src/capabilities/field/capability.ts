import { setting, settingValue } from '#capabilities/operations'
import { grant, keep, registerRoom, watchOn } from '#capabilities/registers'
import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { fieldFigures } from './figures.ts'
import { fieldIndicators } from './indicators.ts'
import { feedback } from './registers/feedback.ts'
import { gridTask } from './registers/grid-task.ts'
import { feedbackChecks, taskChecks } from './rules/checks.ts'

const warning = setting({
  key: 'field.warn-days',
  title: label('协助任务预警（天）', 'Warning before a field task is due'),
  hint: label('反馈期限届满前多少天放上工作台。', 'How many days ahead it lies on the desk.'),
  schema: z.int().min(0).max(30),
  fallback: 2,
})

const may = { record: 'field.record', steps: { check: 'field.check', credit: 'field.check' } } as const

export const field = registerRoom({
  name: 'field',
  title: label('网格协助', 'Field help'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: { 'field.check': { title: label('核查反馈信息', 'Check feedback') } },
  roleGrants: [
    ...grant('clerk', 'own', 'field.read', 'field.record', 'field.check'),
    ...grant('judge', 'own', 'field.read', 'field.record', 'field.check'),
    ...grant('judge', 'team', 'field.read'),
    ...grant('director', 'court', 'field.read', 'field.record', 'field.check'),
    ...grant('president', 'court', 'field.read'),
    ...grant('dispatcher', 'court', 'field.read', 'field.record'),
    ...grant('office', 'court', 'field.read'),
    ...grant('inspector', 'court', 'field.read'),
  ],
  registers: [
    keep(feedback, { may, cites: ['limit.clue'], checks: feedbackChecks }),
    keep(gridTask, { checks: taskChecks }),
  ],
  queries: [fieldIndicators.records],
  indicators: fieldIndicators.indicators,
  figures: fieldFigures,
  settings: [warning],
  desk: [
    watchOn({
      register: gridTask,
      section: label('事项', 'Matters'),
      what: label('协助任务待反馈', 'Field task due'),
      day: 'dueOn',
      until: ['answeredOn'],
      ahead: async (tx) => ({ days: await settingValue(tx, warning), urgent: 0 }),
      why: ({ unit, kind }) => `${String(unit)} · ${String(kind)}`,
      act: { name: 'answer', title: label('登记办结', 'Record the answer') },
      also: 'field.record',
    }),
  ],
})

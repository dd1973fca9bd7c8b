import { countedOver, type Definition } from '#capabilities/indicators'
import { label } from '#kernel/values/labels.ts'

type Set = Definition['variants'][number]['numerator']

const closed: Set = {
  title: label('执结案件', 'Cases closed'),
  period: 'flow',
  where: { kind: 'dated', column: 'closed_on', from: 'from', to: 'until' },
  measure: { kind: 'count' },
}
const open: Set = {
  title: label('期末未结案件', 'Cases open at the end'),
  period: 'stock',
  where: {
    kind: 'all',
    of: [
      { kind: 'dated', column: 'filed_on', to: 'until' },
      { kind: 'not', of: { kind: 'dated', column: 'closed_on', to: 'until' } },
    ],
  },
  measure: { kind: 'count' },
}
const judges: Set = {
  title: label('承办人', 'Handlers with a case in the period'),
  period: 'flow',
  where: {
    kind: 'all',
    of: [
      { kind: 'dated', column: 'filed_on', to: 'until' },
      { kind: 'not', of: { kind: 'dated', column: 'closed_on', to: 'day-before-from' } },
    ],
  },
  measure: { kind: 'each', column: 'judge_id' },
  unit: 'person',
}
const note = label(
  '只供本院内部掌握负荷，不对外印发、不作排名',
  'For the court’s own use; not published, nobody is ranked',
)

/** K45: by the court and by team, never by person. */
const load: Definition = {
  id: 'K45',
  version: 1,
  validFrom: '2024-01-01',
  title: label('人均结案', 'Load per judge'),
  direction: 'neutral',
  form: { kind: 'quotient', unit: label('件', ' cases'), decimals: 1, rounding: 'truncate' },
  source: '首次执行案件；不含恢复执行和保全',
  variants: [
    {
      key: 'printed',
      title: label('人均结案（首次执行）', 'Closed per judge, first enforcement'),
      types: ['执'],
      numerator: closed,
      denominator: judges,
      note,
    },
    {
      key: 'with-resumed',
      title: label('人均结案（含恢复执行）', 'Closed per judge, with resumed'),
      types: ['执', '执恢'],
      numerator: closed,
      denominator: judges,
      note,
    },
    {
      key: 'open',
      title: label('人均未结', 'Open per judge'),
      types: ['执', '执恢'],
      numerator: open,
      denominator: judges,
      note,
    },
  ],
}

export const loadIndicators = countedOver(
  'command-centre',
  {
    name: 'command_centre_load',
    id: 'entry_id',
    title: 'case_number',
    on: 'closed_on',
    type: 'type_code',
    team: 'team_id',
    page: '/cases/',
  },
  [load],
)

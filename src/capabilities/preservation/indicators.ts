import { countedOver, countOf, money, nothing, percent, type Definition } from '#capabilities/indicators'
import { label } from '#kernel/values/labels.ts'

const dated = (column: string) => ({ kind: 'dated', column, from: 'from', to: 'until' }) as const
const both = (column: string) => ({ kind: 'all', of: [dated(column), { kind: 'flag', column: 'preserved' }] }) as const
const filed = {
  title: label('新收首次执行案件', 'First enforcement filed'),
  period: 'flow',
  where: dated('filed_on'),
  measure: { kind: 'count' },
} as const
const secured = {
  ...filed,
  title: label('其中有诉前、诉讼或执行前保全', 'Of which something was preserved before'),
  where: both('filed_on'),
} as const
const recovered = {
  title: label('实际到位金额（首次执行结案）', 'Recovered, first enforcement closed'),
  period: 'flow',
  where: dated('closed_on'),
  measure: { kind: 'fen', sum: [{ column: 'recovered_fen' }] },
} as const
const through = {
  ...recovered,
  title: label('其中来自执行前已保全财产（以保全金额为限）', 'Of which at most from what was preserved'),
  measure: { kind: 'fen', sum: [{ column: 'through_preservation_fen' }] },
} as const
export const preservationContribution: Definition = {
  id: 'K25',
  version: 1,
  validFrom: '2024-01-01',
  direction: 'up',
  form: percent,
  title: label('保全到位贡献', 'Recovery through preservation'),
  source: '关联执保案件的保全金额与到位金额取小，为上限；按结案日期归期',
  variants: [
    {
      key: 'printed',
      title: label('保全到位贡献（首次执行，以实际到位为基数）', 'Through preservation, of what was recovered'),
      numerator: through,
      denominator: recovered,
    },
    {
      key: 'money',
      title: label('来自已保全财产的到位金额（上限）', 'Recovered through preservation at most'),
      numerator: through,
      denominator: nothing,
      form: money,
    },
    {
      key: 'share',
      title: label('有执行前保全的案件占比（首次执行，以新收为基数）', 'Preserved before, of first enforcement filed'),
      numerator: secured,
      denominator: filed,
      note: label('不等于民事一审保全率（K24）。', 'Not the rate among civil cases, which is K24.'),
    },
    {
      key: 'cases',
      title: label('有保全的新收首次执行案件', 'First enforcement filed with preservation'),
      numerator: secured,
      denominator: nothing,
      form: countOf('case'),
    },
  ],
}

export const counted = countedOver(
  'preservation',
  {
    name: 'preservation_contribution',
    id: 'case_id',
    title: 'case_number',
    on: 'closed_on',
    handler: 'handler_id',
    team: 'team_id',
    cause: 'cause',
    town: 'town',
    page: '/cases/',
  },
  [preservationContribution],
)

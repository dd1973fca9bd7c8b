import { countOf, money, nothing, percent, type Definition } from '#capabilities/indicators'
import { indicatorsOver } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { clearingCase } from './registers/clearing.ts'

type Set = Definition['variants'][number]['numerator']

const pool: Set = {
  title: label('终本库案件', 'Pool'),
  period: 'stock',
  where: { kind: 'dated', column: 'terminated_on', to: 'until' },
  measure: { kind: 'count' },
}
const selected: Set = {
  ...pool,
  title: label('纳入清仓案件', 'In the campaign'),
  where: { kind: 'all', of: [pool.where, { kind: 'flag', column: 'selected' }] },
}
const cleared: Set = {
  ...pool,
  title: label('出清案件', 'Cleared'),
  period: 'flow',
  where: {
    kind: 'all',
    of: [
      { kind: 'flag', column: 'cleared' },
      { kind: 'dated', column: 'cleared_on', from: 'from', to: 'until' },
    ],
  },
}
const clearedOfSelected: Set = {
  ...cleared,
  title: label('纳入清仓的出清案件', 'Cleared, of those in the campaign'),
  where: { kind: 'all', of: [cleared.where, { kind: 'flag', column: 'selected' }] },
}
const recovered: Set = {
  ...cleared,
  title: label('清仓到位金额', 'Recovered'),
  measure: { kind: 'fen', sum: [{ column: 'money' }] },
}

/** K41, by the township the pool states: most of its cases are older than the register of cases. */
export const campaignIndicators = indicatorsOver(
  clearingCase,
  [
    {
      id: 'K41',
      version: 1,
      validFrom: '2024-01-01',
      title: label('终本清仓出清率', 'Share cleared'),
      direction: 'up',
      form: percent,
      source: '出清结果为执行完毕、和解履行完毕、撤回申请、终结执行、执转破受理、司法救助后终结的，计为出清',
      variants: [
        { key: 'printed', title: label('出清率（终本库）', 'Of the pool'), numerator: cleared, denominator: pool },
        {
          key: 'of-selected',
          title: label('出清率（纳入清仓）', 'Of the campaign'),
          numerator: clearedOfSelected,
          denominator: selected,
        },
        {
          key: 'cleared',
          title: cleared.title,
          numerator: cleared,
          denominator: nothing,
          form: countOf('case'),
        },
        { key: 'recovered', title: recovered.title, numerator: recovered, denominator: nothing, form: money },
      ],
    },
  ],
  'campaigns_clearing_fact',
)

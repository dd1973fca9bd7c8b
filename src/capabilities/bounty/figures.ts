import { indicatorsOver, stagesOf } from '#capabilities/registers'
import type { DeclaredFigure } from '#capabilities/report'
import { label } from '#kernel/values/labels.ts'
import { posting } from './registers/posting.ts'
import { ownDays, startOf } from './settings.ts'

const open = (input: Readonly<Record<string, string>> = {}) => ({
  query: 'bounty.postings',
  input,
  page: '/bounty/postings',
})
const posted = { from: 'bounty_posting_counted', on: 'published_on', days: ownDays, drill: open() } as const

/** The bounty since its own first day: issues, cases, debtors, those controlled among them, and the money. */
export const bountyFigures: readonly DeclaredFigure[] = [
  { figure: 'F17', day: startOf, drill: open() },
  { figure: 'F18', unit: 'issue', each: 'issue', ...posted },
  { figure: 'F19', unit: 'case', each: 'case_number', ...posted },
  { figure: 'F20', unit: 'person', each: 'person_key', ...posted },
  {
    figure: 'F21',
    unit: 'person',
    each: 'person_key',
    ...posted,
    where: { controlled: true },
    on: 'controlled_on',
    drill: open({ controlled: 'true', day: 'controlledOn' }),
  },
  { figure: 'F22', unit: 'yuan', fen: 'recovered', ...posted },
  { figure: 'F23', share: ['F21', 'F20'] },
]

const on = 'publishedOn'
const persons = { unit: 'person', each: 'person_key' } as const

/** K40: since the first posting, to the last day of the period. */
export const bountyIndicators = indicatorsOver(posting, [
  stagesOf({
    id: 'K40',
    title: label('执行悬赏', 'Bounty'),
    direction: 'up',
    source: '自第一期公告起累计至期末；成功率 = 已控制 ÷ 被执行人',
    sinceStart: true,
    stages: [
      { key: 'printed', title: label('期数', 'Issues'), on, unit: 'issue', each: 'issue' },
      { key: 'cases', title: label('案件', 'Cases'), on, unit: 'case', each: 'case_number' },
      { key: 'persons', title: label('被执行人', 'Debtors'), on, ...persons },
      {
        key: 'controlled',
        title: label('已控制', 'Controlled'),
        on: 'controlledOn',
        where: { controlled: true },
        ...persons,
      },
      { key: 'money', title: label('到位金额', 'Recovered'), on, unit: 'yuan', fen: 'recovered' },
    ],
    shares: [{ key: 'success-rate', title: label('成功率', 'Success rate'), of: ['controlled', 'persons'] }],
  }),
])

import type { CountUnit } from '#capabilities/indicators'
import { label, type Label } from '#kernel/values/labels.ts'
import type { Form } from './rules/printed-form.ts'

/** The days a figure speaks of; they need not be the report's own. */
export type FigurePeriod = 'year' | 'since-new-year' | 'since-start' | 'campaign' | 'now' | 'next-year'

export type CatalogueFigure = {
  readonly id: string
  readonly title: Label
  readonly period: FigurePeriod
  /** The form in which rooms that count it print it. */
  readonly form: Form | null
  /** The room that will count it, in the words of the bureau. */
  readonly keptBy: Label
  /** A direction without a number: a goal rests on no records. */
  readonly goal?: boolean
}

const figure = (
  id: string,
  zh: string,
  en: string,
  period: FigurePeriod,
  form: Form | null,
  keptBy: readonly [string, string],
): CatalogueFigure => ({ id, title: label(zh, en), period, form, keptBy: label(...keptBy) })

const exact = (unit: CountUnit, word?: string): Form => ({ kind: 'exact', unit, ...(word !== undefined && { word }) })
const over = (unit: CountUnit): Form => ({ kind: 'over', unit })

const register = ['案件登记', 'Case register'] as const
const table = ['上级法院通报', 'Tables of the superior court'] as const
const crime = ['拒执案件登记', 'Refusal files'] as const
const joint = ['联动共治登记', 'Joint files'] as const
const hotline = ['执行110登记', 'Hotline'] as const
const bounty = ['悬赏登记', 'Bounty register'] as const
const coercion = ['强制措施登记', 'Coercive measures'] as const
const clearing = ['终本清仓登记', 'Clearing campaign'] as const
const posts = ['岗位设置', 'Posts'] as const
const set = ['指标设置', 'Indicator sets'] as const

/** The figures of an annual work report (执行工作情况报告), each with its own period and form. */
export const catalogue: readonly CatalogueFigure[] = [
  figure('F01', '受理首次执行案件', 'First-enforcement cases accepted', 'year', exact('case'), register),
  figure('F02', '执结首次执行案件', 'First-enforcement cases closed', 'year', exact('case'), register),
  figure('F03', '结案率', 'Closing rate', 'year', null, register),
  figure('F04', '质效指标与全省平均值相比', 'Indicators against the provincial mean', 'year', null, table),
  figure('F05', '执行完毕率', 'Full-performance rate', 'year', null, register),
  figure('F06', '到位率', 'Recovery rate', 'year', null, register),
  figure('F07', '实际执结率', 'Real-closing rate', 'year', null, register),
  figure('F08', '拒执罪案件判决件数', 'Convictions for refusal, cases', 'year', exact('case'), crime),
  figure('F09', '拒执罪案件判决人数', 'Convictions for refusal, persons', 'year', exact('person'), crime),
  figure('F10', '综合执行质效全市排名', 'Composite rank in the city', 'year', null, table),
  figure('F11', '化解涉众、涉民生案件批数', 'Batches resolved', 'since-new-year', exact('batch'), joint),
  figure('F12', '化解涉众、涉民生案件件数', 'Cases resolved', 'since-new-year', exact('case'), joint),
  figure('F13', '联席会议成员单位', 'Member units', 'now', over('organisation'), joint),
  figure('F14', '协助调查信息条数', 'Information items', 'year', over('item'), ['网格协助登记', 'Grid register']),
  figure('F15', '公安机关出警次数', 'Police dispatches', 'since-new-year', over('dispatch'), hotline),
  figure('F16', '通过出警化解案件', 'Cases resolved by dispatch', 'since-new-year', exact('case'), hotline),
  figure('F17', '悬赏统计起始日', 'Start of the bounty period', 'since-start', null, bounty),
  figure('F18', '发布悬赏公告期数', 'Bounty issues', 'since-start', exact('issue'), bounty),
  figure('F19', '悬赏涉及案件', 'Cases in bounty notices', 'since-start', exact('case'), bounty),
  figure('F20', '悬赏涉及被执行人', 'Debtors in bounty notices', 'since-start', exact('person'), bounty),
  figure('F21', '成功控制被执行人', 'Debtors brought under control', 'since-start', exact('person', '名'), bounty),
  figure(
    'F22',
    '悬赏到位金额',
    'Recovered through bounty',
    'since-start',
    { kind: 'over-ten-thousand', unit: 'yuan' },
    bounty,
  ),
  figure('F23', '悬赏成功率', 'Bounty success rate', 'since-start', null, bounty),
  figure('F24', '拘传', 'Forced summons, person-times', 'year', over('person-time'), coercion),
  figure('F25', '罚款', 'Persons fined', 'year', exact('person'), coercion),
  figure('F26', '拘留', 'Detention decisions', 'year', exact('person'), coercion),
  figure('F27', '实际送拘', 'Persons delivered', 'year', exact('person'), coercion),
  figure('F28', '实际送拘人数占全市法院比例', 'Share of the city’s delivered detainees', 'year', null, table),
  figure('F29', '拒执罪打击案件数占全市法院比例', 'Share of the city’s refusal cases', 'year', null, table),
  figure('F30', '终本清仓出清案件', 'Cases cleared', 'campaign', exact('case'), clearing),
  figure(
    'F31',
    '终本清仓到位金额',
    'Recovered by clearing',
    'campaign',
    { kind: 'ten-thousand', unit: 'yuan' },
    clearing,
  ),
  figure('F32', '执行模式分区', 'Zones', 'next-year', exact('zone'), posts),
  figure('F33', '执行模式岗位', 'Posts', 'next-year', exact('post'), posts),
  figure('F34', '核心指标', 'Core indicators', 'next-year', null, set),
  { ...figure('F35', '案件减量增效', 'Fewer cases', 'next-year', null, register), goal: true },
  { ...figure('F36', '纠纷在院时间缩减', 'Shorter time in court', 'next-year', null, register), goal: true },
]

export const catalogued = (id: string): CatalogueFigure | undefined => catalogue.find((one) => one.id === id)

export const figureTitle = (id: string): Label => catalogued(id)?.title ?? label(id, id)

/** The days a figure speaks of, in the words of a footnote. */
export function periodWords(period: FigurePeriod, from: Temporal.PlainDate, to: Temporal.PlainDate): string {
  switch (period) {
    case 'year':
      return `${from.toString()} 至 ${to.toString()}`
    case 'since-new-year':
      return `${from.toString()} 起，止期未注明`
    case 'since-start':
      return '办法施行之日起，跨年度'
    case 'campaign':
      return '专项活动期间'
    case 'now':
      return `${to.toString()} 在册`
    case 'next-year':
      return `${to.year + 1}年打算`
  }
}

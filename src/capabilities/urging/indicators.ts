import { countedOver, countOf, money, nothing, percent, type Definition } from '#capabilities/indicators'
import { label } from '#kernel/values/labels.ts'

type Set = Definition['variants'][number]['numerator']

const ended = { kind: 'dated', column: 'ended_on', from: 'from', to: 'until' } as const
const outcomeIs = (...values: readonly string[]) => ({ kind: 'one-of', column: 'outcome', values }) as const
const count = { kind: 'count' } as const
const files = (zh: string, en: string, ...values: readonly string[]): Set => ({
  title: label(zh, en),
  period: 'cohort',
  where: values.length === 0 ? ended : { kind: 'all', of: [ended, outcomeIs(...values)] },
  measure: count,
})
const served = (zh: string, en: string, column: string) => ({
  key: column,
  title: label(zh, en),
  numerator: {
    title: label(zh, en),
    period: 'flow' as const,
    where: { kind: 'dated' as const, column, from: 'from' as const, to: 'until' as const },
    measure: count,
  },
  denominator: nothing,
  form: countOf('case'),
})

const all = files('督促期届满或已办结的督促件', 'Files whose window ended')

export const urgingSuccess: Definition = {
  id: 'K28',
  version: 1,
  validFrom: '2024-01-01',
  title: label('执前督促履行率', 'Urging success'),
  direction: 'up',
  form: percent,
  source: '按督促期届满日归期；公式为本院自定',
  variants: [
    {
      key: 'printed',
      title: label(
        '执前督促履行率（自动履行与达成分期，以督促期届满为基数）',
        'Performed or instalments, of windows ended',
      ),
      numerator: files('自动履行、达成分期履行', 'Performed or instalments', '自动履行', '达成分期履行'),
      denominator: all,
    },
    {
      key: 'performed',
      title: label('自动履行率（督促件，以督促期届满为基数）', 'Performed in full, of windows ended'),
      numerator: files('自动履行', 'Performed', '自动履行'),
      denominator: all,
    },
    {
      key: 'filed',
      title: label('督促后转申请执行比例（以督促期届满为基数）', 'Filed for enforcement, of windows ended'),
      numerator: files('未履行转申请执行', 'Filed for enforcement', '未履行转申请执行'),
      denominator: all,
    },
    served('送达财产保全告知书', 'Notices on preservation served', 'preservation_notice_on'),
    served('送达履行义务告知书', 'Notices of duty served', 'duty_notice_on'),
    served('送达督促履行义务告知书', 'Urging notices served', 'urging_notice_on'),
    {
      key: 'money',
      title: label('督促履行金额', 'Money performed when urged'),
      numerator: {
        ...all,
        title: label('督促履行金额', 'Performed'),
        measure: { kind: 'fen', sum: [{ column: 'performed' }] },
      },
      denominator: nothing,
      form: money,
    },
  ],
}

export const counted = countedOver(
  'urging',
  {
    name: 'urging_ended',
    id: 'entry_id',
    title: 'file_number',
    on: 'ended_on',
    detail: 'outcome',
    handler: 'handler_id',
    team: 'team_id',
    page: '/urging/files?open=',
  },
  [urgingSuccess],
)

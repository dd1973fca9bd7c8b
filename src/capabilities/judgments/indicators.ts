import { countedOver, percent, type Definition } from '#capabilities/indicators'
import { label } from '#kernel/values/labels.ts'

type Set = Definition['variants'][number]['numerator']
type Where = Set['where']

const dated = (column: string): Where => ({ kind: 'dated', column, from: 'from', to: 'until' })
const flag = (column: string): Where => ({ kind: 'flag', column })
const all = (...of: readonly Where[]): Where => ({ kind: 'all', of })
const performedAs = (...values: readonly string[]): Where => ({ kind: 'one-of', column: 'performance', values })
const notEnforced: Where = { kind: 'not', of: flag('enforced') }

const set = (zh: string, en: string, period: Set['period'], where: Where): Set => ({
  title: label(zh, en),
  period,
  where,
  measure: { kind: 'count' },
})

type Rate = Pick<Definition, 'id' | 'title' | 'direction' | 'source'>
type Sides = readonly [key: string, title: ReturnType<typeof label>, numerator: Set, denominator: Set]

const rate = (named: Rate, first: Sides, ...more: readonly Sides[]): Definition => {
  const variant = ([key, title, numerator, denominator]: Sides) => ({ key, title, numerator, denominator })
  return {
    ...named,
    version: 1,
    validFrom: '2024-01-01',
    form: percent,
    variants: [variant(first), ...more.map(variant)],
  }
}

const filed = all(dated('filed_on'), flag('first_instance'))
const filedForMoney = all(filed, flag('money_claim'))
const ended = all(dated('perform_by'), flag('dutiful'))
const effective = all(dated('effective_on'), flag('dutiful'))

export const preservationRate = rate(
  {
    id: 'K24',
    title: label('保全率', 'Preservation rate'),
    direction: 'up',
    source: '民事裁判台账，按民事立案日期归期；首次执行案件的保全占比见 K25',
  },
  [
    'printed',
    label('保全率（以新收民事一审案件为基数）', 'Preserved, of civil cases of first instance filed'),
    set('采取保全的民事一审案件', 'Of which preserved', 'flow', all(filed, flag('secured'))),
    set('新收民事一审案件', 'Civil cases of first instance filed', 'flow', filed),
  ],
  [
    'money',
    label('保全率（以新收金钱给付民事一审案件为基数）', 'Preserved, of money claims filed'),
    set('采取保全的金钱给付案件', 'Of which preserved', 'flow', all(filedForMoney, flag('secured'))),
    set('新收金钱给付民事一审案件', 'Money claims filed', 'flow', filedForMoney),
  ],
)

const due = set('履行期限届满的裁判', 'Documents whose deadline fell in the period', 'cohort', ended)
export const voluntaryPerformance = rate(
  {
    id: 'K26',
    title: label('自动履行率', 'Voluntary performance'),
    direction: 'up',
    source: '民事裁判台账，有履行义务的生效裁判，按履行期限届满日归期',
  },
  [
    'printed',
    label('自动履行率（含按期分期履行，以履行期限届满为基数）', 'Performed or instalments kept, of deadlines passed'),
    set(
      '未进入执行而履行完毕或按期分期履行',
      'Performed, or instalments kept, without enforcement',
      'cohort',
      all(ended, performedAs('自动履行完毕', '按期分期履行'), notEnforced),
    ),
    due,
  ],
  [
    'in-full',
    label('自动履行完毕率（以履行期限届满为基数）', 'Performed in full, of deadlines passed'),
    set(
      '未进入执行而履行完毕',
      'Performed in full without enforcement',
      'cohort',
      all(ended, performedAs('自动履行完毕'), notEnforced),
    ),
    due,
  ],
  [
    'in-time',
    label('按期自动履行率（以履行期限届满为基数）', 'Performed in full in time, of deadlines passed'),
    set(
      '期限内履行完毕',
      'Performed in full in time',
      'cohort',
      all(ended, performedAs('自动履行完毕'), notEnforced, {
        kind: 'not',
        of: { kind: 'apart', start: 'perform_by', end: 'performed_on', by: { days: 0 } },
      }),
    ),
    due,
  ],
)

export const enforcementShare = rate(
  {
    id: 'K27',
    title: label('民事裁判申请执行率', 'Share of judgments that enter enforcement'),
    direction: 'down',
    source: '民事裁判台账，有履行义务的生效裁判；以执行依据或填写的执行案号关联首次执行案件',
  },
  [
    'printed',
    label('民事裁判申请执行率（以生效裁判为基数）', 'Enforced, of documents that took effect'),
    set('进入执行的裁判', 'Of which enforcement was filed', 'cohort', all(effective, flag('enforced'))),
    set('有履行义务的生效裁判', 'Documents with a duty that took effect', 'cohort', effective),
  ],
  [
    'expired',
    label('民事裁判申请执行率（以履行期限届满为基数）', 'Enforced, of deadlines passed'),
    set('进入执行的裁判', 'Of which enforcement was filed', 'cohort', all(ended, flag('enforced'))),
    due,
  ],
)

export const counted = countedOver(
  'judgments',
  {
    name: 'judgments_outcome',
    id: 'entry_id',
    title: 'document_number',
    on: 'filed_on',
    detail: 'division',
    cause: 'civil_cause',
    handler: 'handler_id',
    team: 'team_id',
    page: '/judgments/judgments?open=',
  },
  [preservationRate, voluntaryPerformance, enforcementShare],
)

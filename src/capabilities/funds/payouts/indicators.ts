import { countOf, countedOver, meanDays, money, nothing, percent, type Definition } from '#capabilities/indicators'
import { label } from '#kernel/values/labels.ts'

type Set = Definition['variants'][number]['numerator']
type Where = Set['where']

const all = (...of: readonly Where[]): Where => ({ kind: 'all', of })
const not = (of: Where): Where => ({ kind: 'not', of })
const receipt: Where = { kind: 'one-of', column: 'what', values: ['receipt'] }
const line: Where = { kind: 'one-of', column: 'what', values: ['line'] }
const payable: Where = all(receipt, { kind: 'one-of', column: 'kind', values: ['case'] })
const head: Where = { kind: 'flag', column: 'head' }
const by = (column: string): Where => ({ kind: 'dated', column, to: 'until' })
const within = (column: string): Where => ({ kind: 'dated', column, from: 'from', to: 'until' })
/** The day has passed by the end of the question. */
const passed = (column: string): Where => ({ kind: 'apart', start: column, end: 'until', by: { days: 0 } })

const fen: Set['measure'] = { kind: 'fen', sum: [{ column: 'amount_fen' }] }
const each: Set['measure'] = { kind: 'each', column: 'record_id' }

/** Claimed and not paid on that day. */
const held = all(payable, by('known_on'), not(by('paid_on')))
const late = all(held, passed('lawful_due_on'))
const unknown = all(line, by('arrived_on'), not(by('unknown_until')))

const set = (
  title: Set['title'],
  period: Set['period'],
  where: Where,
  measure: Set['measure'],
  unit?: Set['unit'],
): Set => ({
  title,
  period,
  where,
  measure,
  ...(unit && { unit }),
})

const lateCount = set(label('超期未发放', 'Overdue receipts'), 'stock', late, each, 'receipt')
const lateFen = set(label('超期未发放金额', 'Overdue money'), 'stock', late, fen, 'yuan')
const dueHeads = all(payable, head, within('lawful_due_on'))
const claimable = all(line, head, within('claim_due_on'))
const recovered = all(
  receipt,
  { kind: 'one-of', column: 'kind', values: ['case', 'direct', 'in-kind'] },
  within('arrived_on'),
)

const base = { version: 1, validFrom: '2024-01-01' } as const

const definitions: readonly Definition[] = [
  {
    ...base,
    id: 'K06',
    title: label('执行到位金额', 'Money recovered'),
    direction: 'up',
    form: money,
    source: '按到账日期计入，含自行履行和以物抵债；与按结案日期计算的到位率口径不同，两者不相等',
    variants: [
      {
        key: 'printed',
        title: label('到位金额', 'Recovered'),
        types: ['执', '执恢'],
        numerator: set(label('到位金额', 'Recovered'), 'flow', recovered, fen, 'yuan'),
        denominator: nothing,
      },
    ],
  },
  {
    ...base,
    id: 'K19',
    title: label('案款超期未发放', 'Overdue payouts'),
    direction: 'down',
    form: countOf('receipt'),
    source: '超过法定发放期限且没有经批准延缓的已认领案款，时点数',
    variants: [
      { key: 'printed', title: label('笔数', 'Receipts'), numerator: lateCount, denominator: nothing },
      { key: 'amount', title: label('金额', 'Amount'), numerator: lateFen, denominator: nothing, form: money },
    ],
  },
  {
    ...base,
    id: 'K20',
    title: label('案款超期率', 'Overdue share'),
    direction: 'down',
    form: percent,
    source: '超期未发放金额除以已认领待发放金额，时点数',
    variants: [
      {
        key: 'printed',
        title: label('超期率', 'Overdue share'),
        numerator: lateFen,
        denominator: set(label('待发放金额', 'Money held'), 'stock', held, fen, 'yuan'),
      },
    ],
  },
  {
    ...base,
    id: 'K21',
    title: label('案款发放及时率', 'Paid in time'),
    direction: 'up',
    form: percent,
    source: '以发放期限在期间内的案款为基数；全部发放且不晚于期限的为及时',
    variants: [
      {
        key: 'printed',
        title: label('及时率', 'In time'),
        numerator: set(
          label('按期发放', 'Paid in time'),
          'cohort',
          all(
            dueHeads,
            by('whole_on'),
            not({ kind: 'apart', start: 'lawful_due_on', end: 'whole_on', by: { days: 0 } }),
          ),
          { kind: 'count' },
          'receipt',
        ),
        denominator: set(label('应发放', 'Due'), 'cohort', dueHeads, { kind: 'count' }, 'receipt'),
      },
    ],
  },
  {
    ...base,
    id: 'K22',
    title: label('不明案款', 'Unknown money'),
    direction: 'down',
    form: countOf('receipt'),
    source: '到账后还没有认领的款项，时点数；月末目标为零',
    variants: [
      {
        key: 'printed',
        title: label('笔数', 'Receipts'),
        numerator: set(label('不明案款', 'Unknown'), 'stock', unknown, each, 'receipt'),
        denominator: nothing,
      },
      {
        key: 'amount',
        title: label('金额', 'Amount'),
        numerator: set(label('不明案款金额', 'Unknown money'), 'stock', unknown, fen, 'yuan'),
        denominator: nothing,
        form: money,
      },
    ],
  },
  {
    ...base,
    id: 'K23',
    title: label('案款认领及时率', 'Claimed in time'),
    direction: 'up',
    form: percent,
    source: '以认领期限在期间内的到账为基数；不晚于期限认领的为及时',
    variants: [
      {
        key: 'printed',
        title: label('及时率', 'In time'),
        numerator: set(
          label('按期认领', 'Claimed in time'),
          'cohort',
          all(
            claimable,
            by('unknown_until'),
            not({ kind: 'apart', start: 'claim_due_on', end: 'unknown_until', by: { days: 0 } }),
          ),
          { kind: 'count' },
          'receipt',
        ),
        denominator: set(label('应认领', 'Due for claim'), 'cohort', claimable, { kind: 'count' }, 'receipt'),
      },
    ],
  },
  {
    ...base,
    id: 'K46',
    title: label('执行款发放平均天数', 'Mean days to payout'),
    direction: 'down',
    form: meanDays,
    source: '按笔，自到账日期至全部发放之日，以发放完毕在期间内的案款计',
    variants: [
      {
        key: 'printed',
        title: label('平均天数', 'Mean days'),
        numerator: set(label('天数', 'Days'), 'flow', all(payable, head, within('settled_on')), {
          kind: 'days',
          start: 'arrived_on',
          end: 'settled_on',
        }),
        denominator: set(
          label('发放完毕', 'Paid out'),
          'flow',
          all(payable, head, within('settled_on')),
          { kind: 'count' },
          'receipt',
        ),
      },
    ],
  },
]

export const counted = countedOver(
  'funds',
  {
    name: 'funds_counted',
    id: 'row_id',
    title: 'title',
    on: 'arrived_on',
    detail: 'detail',
    handler: 'handler_id',
    team: 'team_id',
    type: 'type_code',
    cause: 'cause',
    town: 'town',
    page: '/funds/payouts-due?open=',
  },
  definitions,
)

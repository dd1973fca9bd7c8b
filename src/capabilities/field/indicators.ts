import { countedOver, countOf, nothing, percent, type Definition } from '#capabilities/indicators'
import { label } from '#kernel/values/labels.ts'

type Set = Definition['variants'][number]['numerator']
type Where = Set['where']

const kind = (value: 'item' | 'task'): Where => ({ kind: 'one-of', column: 'kind', values: [value] })
const within: Where = { kind: 'dated', column: 'happened_on', from: 'from', to: 'until' }
const all = (...of: readonly Where[]): Where => ({ kind: 'all', of })

const set = (zh: string, en: string, period: Set['period'], where: Where): Set => ({
  title: label(zh, en),
  period,
  where,
  measure: { kind: 'count' },
  unit: 'item',
})

const items = set('反馈信息', 'Items fed back', 'flow', all(kind('item'), within))
const checked = set('已核查信息', 'Items checked', 'flow', all(items.where, { kind: 'not', of: unchecked() }))
const valid = set('有效信息', 'Valid items', 'flow', all(items.where, verdict('有效', '部分有效')))
const pushed = set('推送任务', 'Tasks sent', 'cohort', all(kind('task'), within))
const answered = set(
  '已反馈任务',
  'Tasks answered',
  'cohort',
  all(pushed.where, { kind: 'dated', column: 'effect_on', to: 'until' }),
)
const finished: Set = {
  ...set(
    '促成执结的案件',
    'Cases finished by it',
    'flow',
    all(
      kind('item'),
      { kind: 'one-of', column: 'effect', values: ['促成执结'] },
      { kind: 'dated', column: 'effect_on', from: 'from', to: 'until' },
    ),
  ),
  measure: { kind: 'each', column: 'case_number' },
  unit: 'case',
}

function verdict(...values: readonly string[]): Where {
  return { kind: 'one-of', column: 'verdict', values }
}
function unchecked(): Where {
  return { kind: 'not', of: verdict('有效', '部分有效', '无效', '已掌握') }
}

const count = (key: string, numerator: Set, unit: 'item' | 'case') => ({
  key,
  title: numerator.title,
  numerator,
  denominator: nothing,
  form: countOf(unit),
})

/** K39: each stage by itself, tasks and items never mixed. What is printed is the items, as F14 counts them. */
const definitions: readonly Definition[] = [
  {
    id: 'K39',
    version: 1,
    validFrom: '2024-01-01',
    title: label('网格协助', 'Help from the grid'),
    direction: 'up',
    form: percent,
    source: '任务按派发日期、信息按反馈日期、成效按见效日期计',
    variants: [
      count('printed', items, 'item'),
      { key: 'valid-share', title: label('信息有效率', 'Share valid'), numerator: valid, denominator: checked },
      count('valid', valid, 'item'),
      count('pushed', pushed, 'item'),
      { key: 'answered-share', title: label('任务反馈率', 'Tasks answered'), numerator: answered, denominator: pushed },
      count('finished', finished, 'case'),
    ],
  },
]

export const fieldIndicators = countedOver(
  'field',
  {
    name: 'field_fact',
    id: 'place',
    title: 'case_number',
    on: 'happened_on',
    detail: 'unit',
    handler: 'handler_id',
    team: 'team_id',
    type: 'type_code',
    cause: 'cause',
    town: 'town',
    page: '/field/',
  },
  definitions,
)

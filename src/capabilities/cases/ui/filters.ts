import { z } from 'zod'
import { label, type Label } from '#kernel/values/labels.ts'
import { parseYuan } from '#kernel/values/money.ts'
import { isDay } from '#kernel/values/dates.ts'
import { formatConditions, parseCondition, type Condition, type QueryField } from '#web/components/query-text.ts'
import { caseTypeCodes } from '../case-types.ts'
import { CaseFilter } from '../contract.ts'
import { mannerCodes, manners } from '../manners.ts'
import { stageCodes, stages } from '../stages.ts'
import { trackLabels } from './labels.ts'

/** What the address of the list holds: a view and, as text, what narrows it further. */
export const ListSearch = z.object({
  view: z.string().optional(),
  q: z.string().optional(),
  open: z.string().optional(),
})

export type PresetView = { readonly id: string; readonly title: Label; readonly filter: z.input<typeof CaseFilter> }

/** The views every list begins with. Whoever assigns looks after the whole court, others after their own cases. */
export function presetViews(assigns: boolean): readonly PresetView[] {
  const mine = assigns ? {} : { mine: true }
  return [
    {
      id: 'mine',
      title: assigns ? label('全院在办', 'Open') : label('我的在办', 'Mine'),
      filter: { ...mine, open: true },
    },
    ...(assigns ? [{ id: 'unassigned', title: label('待分案', 'To assign'), filter: { unassigned: true } }] : []),
    { id: 'today', title: label('今日到期', 'Due today'), filter: { ...mine, due: 'today' } },
    { id: 'week', title: label('本周到期', 'Due this week'), filter: { ...mine, due: 'week' } },
    { id: 'reaching', title: label('本周满30/90/150/180天', 'Reaching an age'), filter: { ...mine, reaching: true } },
    { id: 'overdue', title: label('超期', 'Overdue'), filter: { ...mine, due: 'overdue' } },
    {
      id: 'quiet',
      title: label('三十日无动作', 'Quiet for 30 days'),
      filter: { ...mine, quietDays: 30 },
    },
    {
      id: 'pool',
      title: label('终本满三个月', 'Round ended 3 months ago'),
      filter: { ...mine, manner: 'round-terminated', closedMonthsAgo: 3 },
    },
    { id: 'all', title: label('全部', 'All'), filter: {} },
  ]
}

/** What may be typed as a condition: 标的>100000, 承办:王. */
export function queryFields(text: (label: Label) => string): readonly QueryField[] {
  const among = (titles: Readonly<Record<string, Label>>) =>
    Object.entries(titles).map(([value, title]) => ({ value, title: text(title) }))
  return [
    { id: 'text', title: text(label('当事人或案号', 'Party or number')), operators: [':'] },
    { id: 'handlerName', title: text(label('承办', 'Handler')), operators: [':'] },
    { id: 'claim', title: text(label('标的', 'Claim')), operators: ['>=', '<=', '>', '<'] },
    {
      id: 'stage',
      title: text(label('阶段', 'Stage')),
      operators: [':'],
      options: stageCodes.map((value) => ({ value, title: text(stages[value]) })),
    },
    {
      id: 'open',
      title: text(label('状态', 'State')),
      operators: [':'],
      options: among({ true: label('在办', 'Open'), false: label('已结', 'Closed') }),
    },
    {
      id: 'typeCode',
      title: text(label('类型', 'Type')),
      operators: [':'],
      options: caseTypeCodes.map((value) => ({ value, title: value })),
    },
    { id: 'track', title: text(label('繁简', 'Track')), operators: [':'], options: among(trackLabels) },
    {
      id: 'flag',
      title: text(label('标记', 'Flag')),
      operators: [':'],
      options: ['重大', '敏感', '涉稳'].map((value) => ({ value, title: value })),
    },
    {
      id: 'livelihood',
      title: text(label('涉民生', 'Livelihood')),
      operators: [':'],
      options: among({ true: label('是', 'Yes'), false: label('否', 'No') }),
    },
    {
      id: 'manner',
      title: text(label('结案方式', 'Manner')),
      operators: [':'],
      options: mannerCodes.map((value) => ({ value, title: text(manners[value].title) })),
    },
    { id: 'town', title: text(label('乡镇', 'Town')), operators: [':'] },
    { id: 'filed', title: text(label('立案', 'Filed')), operators: ['>=', '<=', '>', '<'] },
    { id: 'closed', title: text(label('结案', 'Closed')), operators: ['>=', '<=', '>', '<'] },
  ]
}

/** The conditions of the list as one filter, on top of a view's. What cannot be read narrows nothing. */
export function filterOf(view: z.input<typeof CaseFilter>, conditions: readonly Condition[]): CaseFilter {
  const read = CaseFilter.safeParse(Object.assign({}, view, ...conditions.map(partOf)))
  return read.success ? read.data : CaseFilter.parse(view)
}

function partOf({ field, operator, value }: Condition): z.input<typeof CaseFilter> {
  const least = operator.startsWith('>')
  switch (field) {
    case 'claim':
      return amountPart(least, operator.length === 1, value)
    case 'filed':
      return isDay(value) ? { [least ? 'filedFrom' : 'filedTo']: value } : {}
    case 'closed':
      return isDay(value) ? { [least ? 'closedFrom' : 'closedTo']: value } : {}
    case 'open':
    case 'livelihood':
      return { [field]: value === 'true' }
    default:
      return { [field]: value }
  }
}

function amountPart(least: boolean, strict: boolean, value: string): z.input<typeof CaseFilter> {
  try {
    const amount = parseYuan(value)
    const step = strict ? 1n : 0n
    return least
      ? { claimAtLeastFen: String(amount + step) }
      : { claimAtMostFen: String(amount - step < 0n ? 0n : amount - step) }
  } catch {
    return {}
  }
}

const separator = ' '

export const conditionsOf = (q: string | undefined, fields: readonly QueryField[]): readonly Condition[] =>
  (q ?? '').split(separator).flatMap((part) => {
    const condition = part === '' ? undefined : parseCondition(part, fields)
    return condition ? [condition] : []
  })

export const textOf = (conditions: readonly Condition[], fields: readonly QueryField[]): string | undefined =>
  conditions.length === 0 ? undefined : formatConditions(conditions, fields)

import type { Generated } from 'kysely'
import { z } from 'zod'
import { countedOver, countOf, money, nothing, percent, type Definition } from '#capabilities/indicators'
import { capability } from '#kernel/capability.ts'
import type { DateText, Int8 } from '#kernel/database/tables.ts'
import { query } from '#kernel/query.ts'
import { day } from '#kernel/values/dates.ts'
import { label } from '#kernel/values/labels.ts'
import { PlainDateText } from '#kernel/values/wire.ts'

declare module '#kernel/database/tables.ts' {
  interface Tables {
    bailiff_act: {
      court_id: Generated<string>
      act_id: string
      kind: string
      case_number: string
      person: string
      decided_on: DateText
      delivered_on: DateText | null
      ended_on: DateText | null
      amount_fen: Int8
    }
  }
}

const acts = query({
  name: 'bailiff.acts',
  title: label('强制措施', 'Acts'),
  may: 'bailiff.read',
  input: z.object({
    kind: z.string().max(20).optional(),
    by: z.enum(['decided_on', 'delivered_on']).default('decided_on'),
    from: PlainDateText.optional(),
    to: PlainDateText.optional(),
  }),
  row: z.object({ actId: z.string(), person: z.string(), decidedOn: z.string(), amountFen: z.string() }),
  scope: {},
  orders: [['decidedOn', 'actId']],
  sums: ['amountFen'],
  columns: { person: label('人', 'Person') },
  rows: (db, { kind, by, from, to }) =>
    db
      .selectFrom('bailiff_act')
      .select(['act_id as actId', 'person', 'decided_on as decidedOn', 'amount_fen as amountFen'])
      .$if(kind !== undefined, (q) => q.where('kind', '=', kind ?? ''))
      .$if(from !== undefined, (q) => q.where(by, '>=', from?.toString() ?? ''))
      .$if(to !== undefined, (q) => q.where(by, '<=', to?.toString() ?? '')),
})

const title = label('送拘', 'Delivery')
const persons = {
  title: label('决定拘留', 'Detention decided'),
  period: 'flow',
  where: {
    kind: 'all',
    of: [
      { kind: 'one-of', column: 'kind', values: ['detention'] },
      { kind: 'dated', column: 'decided_on', from: 'from', to: 'until' },
    ],
  },
  measure: { kind: 'each', column: 'person' },
  unit: 'person',
} as const
const delivered = {
  ...persons,
  title: label('实际送拘', 'Delivered'),
  where: { kind: 'all', of: [persons.where, { kind: 'dated', column: 'delivered_on', to: 'until' }] },
} as const
const fined = {
  ...persons,
  title: label('罚款', 'Fined'),
  where: { kind: 'all', of: [] },
  measure: { kind: 'fen', sum: [{ column: 'amount_fen' }] },
} as const

const definitions: readonly Definition[] = [
  {
    id: 'K36',
    version: 1,
    validFrom: '2024-01-01',
    title,
    direction: 'neutral',
    form: percent,
    source: '75÷87',
    variants: [
      { key: 'printed', title, numerator: delivered, denominator: persons },
      { key: 'decided', title, numerator: persons, denominator: nothing, form: countOf('person') },
      { key: 'fines', title, numerator: fined, denominator: nothing, form: money },
    ],
  },
]

const counted = countedOver(
  'bailiff',
  {
    name: 'bailiff_act',
    id: 'act_id',
    title: 'case_number',
    on: 'decided_on',
    type: 'type_key',
    handler: 'handler_key',
    page: '/bailiff?act=',
  },
  definitions,
)

const open = (input: Readonly<Record<string, string>>) => ({ query: 'bailiff.acts', page: '/bailiff', input })

/** A room that another might be: two lists, two declarations. */
export const bailiff = capability({
  name: 'bailiff',
  title: label('法警', 'Bailiffs'),
  migrations: new URL('migrations/', import.meta.url),
  permissions: { 'bailiff.read': { title: label('查看', 'Read') } },
  queries: [acts, counted.records],
  indicators: counted.indicators,
  figures: [
    {
      figure: 'F24',
      unit: 'person-time',
      from: 'bailiff_act',
      where: { kind: 'summons' },
      on: 'decided_on',
      drill: open({ kind: 'summons' }),
    },
    {
      figure: 'F25',
      unit: 'person',
      each: 'person',
      from: 'bailiff_act',
      where: { kind: 'fine' },
      on: 'decided_on',
      drill: open({ kind: 'fine' }),
    },
    {
      figure: 'F26',
      unit: 'person',
      each: 'person',
      from: 'bailiff_act',
      where: { kind: 'detention' },
      on: 'decided_on',
      drill: open({ kind: 'detention' }),
    },
    {
      figure: 'F27',
      unit: 'person',
      each: 'person',
      from: 'bailiff_act',
      where: { kind: 'detention' },
      on: 'delivered_on',
      drill: open({ kind: 'detention', by: 'delivered_on' }),
    },
    {
      figure: 'F13',
      unit: 'organisation',
      each: 'person',
      from: 'bailiff_act',
      where: { kind: ['member', 'guest'] },
      on: 'decided_on',
      ended: 'ended_on',
      drill: open({}),
    },
    ...(['F20', 'F21'] as const).map((figure) => ({
      figure,
      unit: 'person' as const,
      each: 'person',
      from: 'bailiff_act',
      where: { kind: 'bounty' },
      on: figure === 'F20' ? 'decided_on' : 'delivered_on',
      days: async () => ({ from: day('2023-11-10'), until: day('2024-12-31') }),
      drill: open({ kind: 'bounty', by: figure === 'F20' ? 'decided_on' : 'delivered_on' }),
    })),
    { figure: 'F23', share: ['F21', 'F20'] },
    { figure: 'F17', day: async () => day('2023-11-10'), drill: open({ kind: 'bounty' }) },
    {
      figure: 'F22',
      unit: 'yuan',
      fen: 'amount_fen',
      from: 'bailiff_act',
      where: { kind: 'bounty' },
      on: 'decided_on',
      days: async () => ({ from: day('2023-11-10'), until: day('2024-12-31') }),
      drill: open({ kind: 'bounty' }),
    },
    {
      figure: 'F31',
      unit: 'yuan',
      fen: 'amount_fen',
      from: 'bailiff_act',
      where: { kind: 'clearing' },
      on: 'decided_on',
      days: async () => null,
      drill: open({}),
    },
  ],
})

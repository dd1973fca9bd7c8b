import { countedOver, countOf, money, nothing, percent, type Definition } from '#capabilities/indicators'
import { label, type Label } from '#kernel/values/labels.ts'

type Set = Definition['variants'][number]['numerator']
type Where = Set['where']
type Variant = Definition['variants'][number]

const of = (what: string): Where => ({ kind: 'one-of', column: 'what', values: [what] })
const within = (column: string): Where => ({ kind: 'dated', column, from: 'from', to: 'until' })
const by = (column: string): Where => ({ kind: 'dated', column, to: 'until' })
const all = (...conditions: readonly Where[]): Where => ({ kind: 'all', of: conditions })
const persons: Set['measure'] = { kind: 'each', column: 'person_key' }

/** A number read by itself, under its own name. */
const counted = (
  key: string,
  title: Label,
  where: Where,
  unit: 'person' | 'person-time',
  period: Set['period'] = 'flow',
): Variant => ({
  key,
  title,
  numerator: { title, period, where, measure: unit === 'person' ? persons : { kind: 'count' }, unit },
  denominator: nothing,
  form: countOf(unit),
})
const summed = (key: string, title: Label, where: Where, column: string): Variant => ({
  key,
  title,
  numerator: { title, period: 'flow', where, measure: { kind: 'fen', sum: [{ column }] }, unit: 'yuan' },
  denominator: nothing,
  form: money,
})

const definition = (
  id: string,
  title: Label,
  source: string,
  variants: readonly [Variant, ...Variant[]],
  form: Definition['form'] = countOf('person-time'),
): Definition => ({ id, version: 1, validFrom: '2024-01-01', title, direction: 'neutral', form, source, variants })

/** 人次, 人数, 在库 and 移出 of a restriction that lasts until it is lifted: 人次 and 人数 never tie. */
const lasting = (id: string, what: string, title: Label, lifted: Label): Definition =>
  definition(id, title, '人次按次计，人数按人计；在库为期末仍在生效的', [
    counted('printed', label('人次', 'Times'), all(of(what), within('began_on')), 'person-time'),
    counted('persons', label('人数', 'Persons'), all(of(what), within('began_on')), 'person'),
    counted(
      'stock',
      label('在库', 'In force at the end'),
      all(of(what), by('began_on'), { kind: 'not', of: by('ended_on') }),
      'person-time',
      'stock',
    ),
    counted('lifted', lifted, all(of(what), within('ended_on')), 'person-time'),
  ])

const decided = all(of('detention'), within('began_on'))
const decidedPersons: Set = {
  title: label('决定拘留人数', 'Persons with a detention decision'),
  period: 'cohort',
  where: decided,
  measure: persons,
  unit: 'person',
}

/** K30 to K36 of the catalogue (强制措施). */
const definitions: readonly Definition[] = [
  lasting('K30', 'dishonest-listing', label('失信', 'Dishonest listings'), label('移出', 'Removed')),
  lasting('K31', 'consumption-limit', label('限制消费', 'Consumption limits'), label('解除', 'Lifted')),
  definition('K32', label('拘传人次', 'Forced summons'), '每人每次计一人次', [
    counted('printed', label('拘传', 'Forced summons'), all(of('summons'), within('began_on')), 'person-time'),
  ]),
  definition(
    'K33',
    label('罚款', 'Fines'),
    '按决定日期计；缴纳按缴纳日期计',
    [
      counted('printed', label('罚款人数', 'Persons fined'), all(of('fine'), within('began_on')), 'person'),
      summed('amount', label('罚款金额', 'Amount'), all(of('fine'), within('began_on')), 'amount'),
      summed('paid', label('缴纳金额', 'Paid'), all(of('fine'), within('paid_on')), 'paid'),
    ],
    countOf('person'),
  ),
  definition(
    'K34',
    label('决定拘留人数', 'Detention decisions'),
    '按决定日期计，按人计',
    [counted('printed', label('决定拘留', 'Decided'), decided, 'person')],
    countOf('person'),
  ),
  definition(
    'K35',
    label('实际送拘人数', 'Delivered to detention'),
    '按收拘日期计，按人计',
    [counted('printed', label('实际送拘', 'Delivered'), all(of('detention'), within('delivered_on')), 'person')],
    countOf('person'),
  ),
  definition(
    'K36',
    label('送拘率', 'Delivery rate'),
    '期间内决定拘留的人中已送拘的',
    [
      {
        key: 'printed',
        title: label('送拘率', 'Delivery rate'),
        numerator: {
          ...decidedPersons,
          title: label('其中已送拘', 'Of these delivered'),
          where: all(decided, by('delivered_on')),
        },
        denominator: decidedPersons,
      },
    ],
    percent,
  ),
]

export const measureIndicators = countedOver(
  'measures',
  {
    name: 'measures_fact',
    id: 'link',
    title: 'case_number',
    on: 'began_on',
    detail: 'person',
    handler: 'handler_id',
    team: 'team_id',
    type: 'type_code',
    cause: 'cause',
    town: 'town',
    page: '/measures/',
  },
  definitions,
)

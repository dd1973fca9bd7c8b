import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { inputJsonSchema, type CalculatorName } from '#law/calc.ts'
import { choiceLabel, fieldLabel } from '#law/calculators/labels.ts'
import { seizureKinds } from '#law/seizure-expiry.ts'
import { feeRoundings } from '#law/enforcement-fee.ts'
import { periodUnits } from '#law/period-end.ts'
import type { CalculationField } from './contract.ts'

/** As much of a JSON schema as calculators use. */
const Shape = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  enum: z.array(z.union([z.string(), z.number()])).optional(),
  anyOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
})
type Shape = z.output<typeof Shape>

/** Sets that a calculation reads as text, because its contract has an answer of its own for any other word. */
const openSets: Readonly<Record<string, readonly string[]>> = {
  'enforcementFee.rounding': feeRoundings,
  'periodEnd.unit': periodUnits,
  'seizureExpiry.kind': seizureKinds,
  'terminationGate.assets': ['none', 'unsaleable', 'available'],
}

/** The fields of a calculation's form, made from what it reads. */
export const fieldsOf = (name: CalculatorName): readonly CalculationField[] =>
  fieldsIn(name, Shape.parse(inputJsonSchema(name)))

function fieldsIn(calculator: string, { properties = {}, required = [] }: Shape): readonly CalculationField[] {
  return Object.entries(properties).map(([name, written]) => {
    const shape = withoutNull(Shape.parse(written))
    const words = openSets[`${calculator}.${name}`] ?? shape.enum
    const kind = words ? 'choice' : kindOf(name, shape)
    return {
      name,
      title: kind === 'amount' ? inYuan(fieldLabel(calculator, name)) : fieldLabel(calculator, name),
      kind,
      optional: !required.includes(name),
      options: (words ?? itemWords(shape)).map((word) => ({
        value: String(word),
        title: choiceLabel(name, String(word)),
      })),
      numeric: (words ?? itemWords(shape)).some((word) => typeof word === 'number'),
      fields:
        kind === 'list' ? lineFields(calculator, name, shape) : kind === 'group' ? fieldsIn(calculator, shape) : [],
    }
  })
}

function withoutNull(shape: Shape): Shape {
  const inner = shape.anyOf?.map((one) => Shape.parse(one)).find(({ type }) => type !== 'null')
  return inner ? withoutNull(inner) : shape
}

const typeOf = ({ type }: Shape): string | undefined =>
  typeof type === 'string' ? type : type?.find((one) => one !== 'null')

function kindOf(name: string, shape: Shape): CalculationField['kind'] {
  const type = typeOf(shape)
  if (type === 'boolean') return 'flag'
  if (type === 'array') return itemWords(shape).length > 0 ? 'choices' : 'list'
  if (type === 'object') return shape.properties ? 'group' : 'text'
  if (name.endsWith('Fen') || name === 'fen') return 'amount'
  if (type === 'integer' || type === 'number') return 'number'
  if (shape.format === 'date') return 'day'
  return shape.pattern?.includes('T') ? 'moment' : 'text'
}

const itemOf = ({ items }: Shape): Shape => withoutNull(Shape.parse(items ?? {}))
const itemWords = (shape: Shape): readonly (string | number)[] =>
  shape.items === undefined ? [] : (itemOf(shape).enum ?? [])

/** A line of a list of plain values has one field without a name of its own. */
function lineFields(calculator: string, name: string, shape: Shape): readonly CalculationField[] {
  const item = itemOf(shape)
  if (item.properties) return fieldsIn(calculator, item)
  const kind = kindOf(name, item)
  return [
    { name: '', title: fieldLabel(calculator, name), kind, optional: false, options: [], numeric: false, fields: [] },
  ]
}

/** 执行标的额（分） stands on the screen as 执行标的额: the field shows yuan. */
const inYuan = ({ zh, en }: { readonly zh: string; readonly en: string }) =>
  label(zh.replace('（分）', '').replace('（分，', '（'), en.replace(' (fen)', ''))

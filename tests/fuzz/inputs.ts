import fc from 'fast-check'
import { z } from 'zod'

type Schema = {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly minItems?: number
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
}

/** What stands in the database already, by column: an input that names a real record gets further than an invented one. */
export type Known = {
  readonly of: (field: string) => readonly string[]
  readonly inTable: (table: string, field: string) => readonly string[]
  readonly ids: readonly string[]
}

/** Values of the kind that has broken programs before. */
const hostile: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  true,
  [],
  {},
  [[[[[[[[[[]]]]]]]]]],
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e反向',
  '𠮷㐂䶮',
  'x'.repeat(5_000),
  '0000-01-01',
  '0000-00-00',
  '9999-12-31',
  '2024-02-30',
  '+275760-09-13T00:00:00Z',
  '999999999999999999',
  '-999999999999999999',
  '99999999999999999999999',
  "'; drop table cases_case; --",
  '%_\\',
  '=1+1',
  '<script>alert(1)</script>',
  '../../../etc/passwd',
  '00000000-0000-0000-0000-000000000000',
  { __proto__: { admin: true }, constructor: 1 },
]

/** Inputs of a command or question made from its own schema: most nearly right, some with a hostile value somewhere. */
export function inputsFor(schema: z.ZodType, known: Known): fc.Arbitrary<unknown> {
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema
  const right = valid(described, '', known)
  const spoilt = fc
    .tuple(right, fc.nat(), fc.constantFrom(...hostile))
    .map(([input, at, value]) => spoil(input, at, value))
  const strange = fc.oneof(fc.constantFrom(...hostile), fc.jsonValue())
  return fc.oneof({ weight: 5, arbitrary: right }, { weight: 4, arbitrary: spoilt }, { weight: 1, arbitrary: strange })
}

/** Puts the value in the place of one field, however deep, or beside them under a name nobody knows. */
function spoil(input: unknown, at: number, value: unknown): unknown {
  if (typeof input !== 'object' || input === null) return value
  const keys = Object.keys(input)
  const key = keys[at % (keys.length + 1)]
  if (key === undefined) return Array.isArray(input) ? [...(input as unknown[]), value] : { ...input, unheardOf: value }
  const inner = spoil((input as Record<string, unknown>)[key], Math.floor(at / (keys.length + 1)), value)
  return Array.isArray(input) ? input.with(Number(key), inner) : { ...input, [key]: inner }
}

function valid(schema: Schema, field: string, known: Known): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const several = schema.anyOf ?? schema.oneOf
  if (several) return fc.oneof(...several.map((one) => valid(one, field, known)))
  if (schema.allOf) return valid(Object.assign({}, schema, ...schema.allOf, { allOf: undefined }), field, known)
  if (Array.isArray(schema.type))
    return fc.oneof(...schema.type.map((type) => valid({ ...schema, type }, field, known)))
  switch (schema.type) {
    case 'string':
      return text(schema, field, known)
    case 'integer':
      return fc.integer({ min: within(schema.minimum, -1000), max: within(schema.maximum, 5000) })
    case 'number':
      return fc.double({ min: within(schema.minimum, -1e6), max: within(schema.maximum, 1e6), noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return list(schema, field, known)
    case 'object':
      return record(schema, known)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

const within = (limit: number | undefined, usual: number): number =>
  limit === undefined || Math.abs(limit) >= Number.MAX_SAFE_INTEGER ? usual : limit

const days = fc
  .integer({ min: 0, max: 1500 })
  .map((offset) => Temporal.PlainDate.from('2022-12-01').add({ days: offset }).toString())

function text(schema: Schema, field: string, known: Known): fc.Arbitrary<string> {
  const { format, pattern, minLength = 0, maxLength = 60 } = schema
  const there = known.of(field)
  const seen = there.length > 0 ? fc.constantFrom(...there) : undefined
  if (format === 'uuid') {
    const any = known.ids.length > 0 ? fc.constantFrom(...known.ids) : fc.uuid()
    return fc.oneof(
      { weight: 4, arbitrary: seen ?? any },
      { weight: 1, arbitrary: any },
      { weight: 1, arbitrary: fc.uuid() },
    )
  }
  if (format === 'date') return days
  if (format === 'date-time') return days.map((day) => `${day}T08:00:00Z`)
  if (pattern !== undefined) {
    const matching = fc.stringMatching(new RegExp(pattern))
    return seen ? fc.oneof(seen, matching) : matching
  }
  const invented = fc.string({ unit: 'binary', minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) })
  return seen ? fc.oneof({ weight: 3, arbitrary: seen }, { weight: 1, arbitrary: invented }) : invented
}

function list({ items = {}, prefixItems, minItems = 0, maxItems = 4 }: Schema, field: string, known: Known) {
  if (prefixItems) return fc.tuple(...prefixItems.map((item) => valid(item, field, known)))
  return fc.array(valid(items, field.replace(/s$/, ''), known), {
    minLength: minItems,
    maxLength: Math.max(minItems, Math.min(maxItems, 4)),
  })
}

function record({ properties, required = [], additionalProperties }: Schema, known: Known): fc.Arbitrary<unknown> {
  if (!properties) {
    const inner =
      typeof additionalProperties === 'object' ? valid(additionalProperties, '', known) : fc.jsonValue({ maxDepth: 1 })
    return fc.dictionary(fc.string({ maxLength: 12 }), inner, { maxKeys: 3 })
  }
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, valid(schema, name, known)]),
  )
  return fc.record(fields, { requiredKeys: [...required] })
}

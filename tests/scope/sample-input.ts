import { z } from 'zod'
import type { Chance } from './chance.ts'
import type { Stock } from './stock.ts'

/** Words, days, numbers and codes that some field or other will take. */
const words = [
  '测试用语',
  'K01',
  'K02',
  'K05',
  '2025-01-06',
  '2024-12-31',
  '12345',
  '1',
  '0',
  'abcdefgh',
  'clerk',
  'P01',
  '123456',
  'identity.colleagues',
  'identity.read-people',
  'case:1',
  'self',
  'court',
  '执',
  '（2025）川1123执1号',
  '13800000000',
  '2025-01-06T00:00:00Z',
  'x',
  '2024',
]
const numbers = [1, 2, 5, 10, 30, 100, 2024, 2025]

const columnOf = (field: string): string =>
  field.replace(/s$/, '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * An input as it crosses the wire, made from the schema: closed sets by choice, ids and codes out of the database (both
 * courts'), everything else by the first word that fits. `spare` leaves out what may be left out.
 */
export function sampleInput(schema: z.ZodType, stock: Stock, chance: Chance, spare: boolean): unknown {
  return made(schema, '', { stock, chance, spare })
}

type Making = { readonly stock: Stock; readonly chance: Chance; readonly spare: boolean }

function made(schema: z.core.$ZodType, field: string, making: Making): unknown {
  const { chance, spare } = making
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return spare || chance.below(2) === 0 ? undefined : made(schema.unwrap(), field, making)
  }
  if (schema instanceof z.ZodNullable) return chance.below(3) === 0 ? null : made(schema.unwrap(), field, making)
  if (schema instanceof z.ZodReadonly || schema instanceof z.ZodCatch) return made(schema.unwrap(), field, making)
  if (schema instanceof z.ZodObject) {
    const parts = Object.entries(schema.shape).map(([name, part]) => [name, made(part, name, making)] as const)
    return Object.fromEntries(parts.filter(([, value]) => value !== undefined))
  }
  if (schema instanceof z.ZodArray) {
    const items = [0, 1].map(() => made(schema.element, field, making))
    return [items, items.slice(0, 1), []].find((list) => schema.safeParse(list).success) ?? items
  }
  if (schema instanceof z.ZodEnum) return chance.pick(schema.options)
  if (schema instanceof z.ZodLiteral) return chance.pick([...schema.values])
  if (schema instanceof z.ZodBoolean) return chance.below(2) === 0
  if (schema instanceof z.ZodUnion || schema instanceof z.ZodDiscriminatedUnion) {
    return made(chance.pick(schema.options), field, making)
  }
  if (schema instanceof z.ZodRecord) return {}
  return leaf(schema, field, making)
}

function leaf(schema: z.core.$ZodType, field: string, { stock, chance }: Making): unknown {
  const known = stock.valuesOf(columnOf(field))
  const first = known.length > 0 ? [chance.pick(known)] : []
  const someId = stock.ids.length > 0 ? [chance.pick(stock.ids)] : []
  const turned = chance.below(words.length)
  const candidates = [...first, ...someId, ...words.slice(turned), ...words.slice(0, turned), ...numbers, true, null]
  return candidates.find((candidate) => z.safeParse(schema, candidate).success) ?? candidates[0]
}

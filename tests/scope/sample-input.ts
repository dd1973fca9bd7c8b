import { z } from 'zod'
import type { Chance } from './chance.ts'
import type { Stock, StockRow } from './stock.ts'

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

export const columnOf = (field: string): string =>
  field.replace(/s$/, '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * An input as it crosses the wire, made from the schema: closed sets by choice, ids and codes out of the database (both
 * courts'), mostly such as stand together there, everything else by the first word that fits. `spare` leaves out what may
 * be left out; `said` is what stands beside it whatever comes.
 */
export function sampleInput(
  schema: z.ZodType,
  stock: Stock,
  chance: Chance,
  spare: boolean,
  said: StockRow = {},
): unknown {
  return made(schema, '', { stock, chance, spare, said })
}

type Making = { readonly stock: Stock; readonly chance: Chance; readonly spare: boolean; readonly said: StockRow }

function made(schema: z.core.$ZodType, field: string, making: Making): unknown {
  const { chance, spare } = making
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    return spare || chance.below(2) === 0 ? undefined : made(schema.unwrap(), field, making)
  }
  if (schema instanceof z.ZodNullable) return chance.below(3) === 0 ? null : made(schema.unwrap(), field, making)
  if (schema instanceof z.ZodReadonly || schema instanceof z.ZodCatch) return made(schema.unwrap(), field, making)
  if (schema instanceof z.ZodObject) {
    const beside = { ...making, said: together(Object.keys(schema.shape), making) }
    const parts = Object.entries(schema.shape).map(([name, part]) => [name, made(part, name, beside)] as const)
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

/** Ids for these fields out of one row, with what is said already; now and then such as never stood together. */
function together(fields: readonly string[], { stock, chance, said }: Making): StockRow {
  const columns = fields.map(columnOf).filter((column) => stock.valuesOf(column).length > 0)
  if (columns.length < 2 || chance.below(5) === 0) return said
  const agrees = (row: StockRow): boolean =>
    columns.every((column) => said[column] === undefined || said[column] === row[column])
  const rows = stock.rowsWith(columns).filter(agrees)
  return rows.length === 0 ? said : { ...chance.pick(rows), ...said }
}

function leaf(schema: z.core.$ZodType, field: string, { stock, chance, said }: Making): unknown {
  const stated = said[columnOf(field)]
  const known = stated === undefined ? stock.valuesOf(columnOf(field)) : [stated]
  const first = known.length > 0 ? [chance.pick(known)] : []
  const someId = stock.ids.length > 0 ? [chance.pick(stock.ids)] : []
  const turned = chance.below(words.length)
  const candidates = [...first, ...someId, ...words.slice(turned), ...words.slice(0, turned), ...numbers, true, null]
  return candidates.find((candidate) => z.safeParse(schema, candidate).success) ?? candidates[0]
}

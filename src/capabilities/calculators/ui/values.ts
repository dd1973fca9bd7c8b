import { toNumber } from '#law/calculators/json.ts'
import type { Field, Shape } from './fields.ts'

/**
 * What stands in the form, as it was typed: digits of fen for money, per cent for rates, ISO text for days. A field may
 * hold what cannot be read; the law says so in its own words.
 */
export type Value = string | boolean | null | undefined | readonly Value[] | Values
export type Values = { readonly [field: string]: Value }

const isList = <Item>(value: unknown): value is readonly Item[] => Array.isArray(value)
export const rowsOf = (value: Value): readonly Value[] => (isList<Value>(value) ? value : [])
export const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !isList(value)

export const blank = (value: Value): boolean => {
  if (value === undefined || value === '') return true
  if (isList(value)) return value.every((item) => blank(item))
  return isValues(value) && Object.values(value).every(blank)
}

type Input = Readonly<Record<string, unknown>>

/** What is handed to the law: nothing for a field left empty, and a list without its empty rows. */
export const toInput = (fields: readonly Field[], values: Values): Input =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const given = fieldInput(field, values[field.name])
      return given === undefined ? [] : [[field.name, given]]
    }),
  )

function fieldInput({ shape, required }: Field, value: Value): unknown {
  if (value === null) return null
  if (shape.kind === 'list') return rowsInput(shape, required, value)
  if (!blank(value)) return plainInput(shape, value)
  return required && shape.kind === 'several' ? [] : undefined
}

/** The one row of a list that must have one is handed on even when empty, so that the law names what it lacks. */
function rowsInput({ item, startsEmpty }: Shape & { kind: 'list' }, required: boolean, value: Value): unknown {
  const filled = rowsOf(value).filter((row) => !blank(row))
  if (filled.length > 0) return filled.map((row) => plainInput(item, row))
  if (!required) return undefined
  return startsEmpty || item.kind !== 'group' ? [] : [{}]
}

function plainInput(shape: Shape, value: Value): unknown {
  switch (shape.kind) {
    case 'amount':
      return typeof value === 'string' && /^-?\d+$/.test(value) ? toNumber(BigInt(value)) : value
    case 'percent':
      return typeof value === 'string' ? (ppmOf(value) ?? value) : value
    case 'number':
      return typeof value === 'string' ? numberOf(value) : value
    case 'moment':
      return typeof value === 'string' ? value.trim().replace(/\s+/, 'T') : value
    case 'choice':
      return shape.choices.find((choice) => String(choice.value) === value)?.value ?? value
    case 'several':
      return shape.choices
        .filter((choice) => isList(value) && value.includes(String(choice.value)))
        .map((choice) => choice.value)
    case 'group':
      return isValues(value) ? toInput(shape.fields, value) : value
    case 'byTier':
      return isList(value)
        ? Object.fromEntries(value.filter(isValues).map(({ tier, method }) => [tier, method]))
        : value
    default:
      return value
  }
}

function numberOf(typed: string): unknown {
  const plain = typed.trim().replaceAll(',', '')
  if (/^-?\d+$/.test(plain)) return toNumber(BigInt(plain))
  return /^-?\d+\.\d+$/.test(plain) ? Number(plain) : typed
}

/** 3.45 per cent is 34,500 of a million. Undefined for what is no rate to the millionth. */
function ppmOf(typed: string): number | bigint | undefined {
  const [, whole, decimals = ''] = /^(\d+)(?:\.(\d{1,4}))?%?$/.exec(typed.trim()) ?? []
  return whole === undefined ? undefined : toNumber(BigInt(whole + decimals.padEnd(4, '0')))
}

function percentOf(ppm: string): string {
  const digits = ppm.padStart(5, '0')
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/, '')
}

/** The form for an input of the law, such as a link brings. What is of another shape is left out. */
export const fromInput = (fields: readonly Field[], input: Input): Values =>
  Object.fromEntries(
    fields.map(({ name, shape, mayBeNone }) => [
      name,
      input[name] === null && mayBeNone ? null : shownOf(shape, input[name]),
    ]),
  )

function shownOf(shape: Shape, given: unknown): Value {
  switch (shape.kind) {
    case 'flag':
      return typeof given === 'boolean' ? given : undefined
    case 'group':
      return isValues(given) ? fromInput(shape.fields, given) : undefined
    case 'list':
      return isList(given) ? given.map((item) => shownOf(shape.item, item)) : undefined
    case 'several':
    case 'order':
      return isList(given) ? given.map(String) : undefined
    case 'byTier':
      return isValues(given)
        ? Object.entries(given).map(([tier, method]) => ({ tier, method: textOf(method) }))
        : undefined
    case 'percent':
      return /^\d+$/.test(String(given)) ? percentOf(String(given)) : textOf(given)
    default:
      return textOf(given)
  }
}

const textOf = (given: unknown): Value =>
  typeof given === 'string' || typeof given === 'number' || typeof given === 'bigint' ? String(given) : undefined

/** The same input as a link can carry it: a number beyond what JSON holds exactly goes as digits. */
export function forLink(given: unknown): unknown {
  if (typeof given === 'bigint') return given.toString()
  if (isList(given)) return given.map(forLink)
  return isValues(given) ? Object.fromEntries(Object.entries(given).map(([key, item]) => [key, forLink(item)])) : given
}

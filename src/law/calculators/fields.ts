import { type Fen, fen } from '#kernel/values/money.ts'
import { z } from 'zod'
import { type ChinaMoment, readMoment } from '../china-moment.ts'
import { dayNumber, daysInMonth } from '../day-number.ts'

/** The kinds of fields that calculators read from JSON, each saying in Chinese what it expects. */

const expecting =
  (what: string) =>
  ({ input }: { readonly input?: unknown }): string =>
    input === undefined ? '缺少必填项' : `应为${what}`

/** Absent and null are the same. */
export const maybe = <T extends z.ZodType>(field: T) => field.nullish().transform((value) => value ?? undefined)

const dayShape = /^(\d{4})-(\d{2})-(\d{2})$/
const whatDay = '真实存在的日期，写作 2024-03-01'

function readDay(text: string): Temporal.PlainDate | undefined {
  const found = dayShape.exec(text)
  if (!found) return undefined
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])]
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined
  return new Temporal.PlainDate(year, month, date)
}

export const day = z
  .string({ error: expecting(whatDay) })
  .meta({ format: 'date' })
  .transform((text, context): Temporal.PlainDate => readDay(text) ?? fault(context, `应为${whatDay}`))

const whatMoment = '真实存在的北京时间，写作 2024-03-01T10:20'

export const moment = z
  .string({ error: expecting(whatMoment) })
  .meta({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$' })
  .transform((text, context): ChinaMoment => readMoment(text) ?? fault(context, `应为${whatMoment}`))

function fault(context: { addIssue(text: string): void }, text: string): never {
  context.addIssue(text)
  return z.NEVER
}

const isNumber = (value: unknown): value is number | bigint => typeof value === 'number' || typeof value === 'bigint'
const isWhole = (value: unknown): value is number | bigint => typeof value === 'bigint' || Number.isInteger(value)
const isSmall = (value: unknown): value is number => Number.isSafeInteger(value)

/** Any number, for fields whose contract has a code of its own for what is no integer. */
export const number = z.custom<number | bigint>(isNumber, { error: expecting('数字') }).meta({ type: 'number' })

const whole = (what: string, accepts: (integer: bigint) => boolean = () => true) =>
  z
    .custom<number | bigint>((value) => isWhole(value) && accepts(BigInt(value)), { error: expecting(what) })
    .meta({ type: 'integer' })
    .transform((value): bigint => BigInt(value))

export const integer = whole('整数')
export const notNegative = whole('不小于零的整数', (value) => value >= 0n)
/** A sum in fen of any sign. */
export const sum = whole('整数（分）').transform((value): Fen => fen(value))
export const amount = whole('不小于零的整数（分）', (value) => value >= 0n).transform((value): Fen => fen(value))

const mostCounted = 1_000_000

/** A number of days, months, hours. */
export const count = (least: number, most = mostCounted) =>
  z
    .custom<number>((value) => isSmall(value) && value >= least && value <= most, {
      error: expecting(`${least}至${most}之间的整数`),
    })
    .meta({ type: 'integer', minimum: least, maximum: most })
    .transform((value): number => value + 0)

export const text = z.string({ error: expecting('文字') })
export const yesNo = z.boolean({ error: expecting(' true 或 false ') })
export const oneOf = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.enum(words, { error: expecting(`${words.join('、')} 之一`) })
export const listOf = <T extends z.ZodType>(item: T, least = 0) => {
  const list = z.array(item, { error: expecting('列表') })
  return least === 0 ? list : list.min(least, { error: `至少${least}项` })
}
export const facts = <T extends z.core.$ZodLooseShape>(shape: T) => z.object(shape, { error: expecting('对象') })

/** Days from the first up to, not including, the day the event ended. */
export const span = facts({ from: day, to: day }).refine(({ from, to }) => dayNumber(from) <= dayNumber(to), {
  path: ['to'],
  error: '不得早于 from',
})

export const onHoliday = maybe(oneOf(['extend', 'none']))

/** A whole number of fen, or undefined for a sum with less than a fen. */
export const wholeSum = (given: number | bigint): Fen | undefined => (isWhole(given) ? fen(BigInt(given)) : undefined)

/** The member of a closed set that a text names, if any: for sets whose contract has a code for anything else. */
export const named = <Word extends string>(words: readonly Word[], word: string): Word | undefined =>
  words.find((one) => one === word)

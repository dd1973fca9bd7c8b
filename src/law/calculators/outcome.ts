import type { z } from 'zod'
import type { Calendar } from '../calendar.ts'
import { type ChinaMoment, formatMoment } from '../china-moment.ts'
import { type Denied, type Finding, finding } from '../finding.ts'
import { type Json, toNumber } from './json.ts'

/** Why an input could not be reckoned with; the shape of RFC 9457, in Chinese. */
export type CalcProblem = {
  readonly type: `/problems/law/${string}`
  readonly status: 400 | 404
  readonly title: string
  readonly detail: string
  readonly pointers?: readonly { readonly pointer: string; readonly detail: string }[]
}
export type CalcFailure = { readonly problem: CalcProblem }

/** One calculation as the command line, the page and the interface offer it. */
export type Calculator = {
  readonly titleZh: string
  readonly titleEn: string
  readonly inputSchema: z.ZodType
  run(input: unknown, calendar: Calendar): Finding<Json> | CalcFailure
}

type Outcome = Finding<Json> | Denied<string>

/** A calculator from the fields it reads and the rule it asks. Never throws on what a stranger sends. */
export function calculator<Schema extends z.ZodType>(
  titleZh: string,
  titleEn: string,
  inputSchema: Schema,
  ask: (input: z.output<Schema>, calendar: Calendar) => Outcome,
): Calculator {
  const run = (input: unknown, calendar: Calendar): Finding<Json> | CalcFailure => {
    const read = inputSchema.safeParse(input)
    if (!read.success) return { problem: unreadable(read.error) }
    try {
      const outcome = ask(read.data, calendar)
      return 'error' in outcome ? refused(outcome.error) : outcome
    } catch (error) {
      if (error instanceof RangeError) return { problem: outOfReach(error) }
      throw error
    }
  }
  return { titleZh, titleEn, inputSchema, run }
}

/** A finding with its value as JSON; articles and workings stay as they are, unwritten until read. */
export function shown<T>(found: Finding<T> | Denied<string>, toJson: (value: T) => Json): Outcome {
  if ('error' in found) return found
  return {
    value: toJson(found.value),
    get citations() {
      return found.citations
    },
    get workings() {
      return found.workings
    },
    get checks() {
      return found.checks
    },
  }
}

export const dayText = (date: Temporal.PlainDate): string => date.toString()
export const dayTextOrNull = (date: Temporal.PlainDate | null): string | null => date?.toString() ?? null
export const sumJson = (sum: bigint): Json => toNumber(sum)

const lastYear = 9999

/** Throws RangeError beyond the years that a day can be written in. */
export function momentText(moment: ChinaMoment): string {
  if (moment.year < 0 || moment.year > lastYear) throw new RangeError('日期超出公元0年至9999年')
  return formatMoment(moment)
}

const refused = (code: string): Finding<Json> => finding({ error: code }, [], () => [refusalTexts[code] ?? code])

const refusalTexts: Readonly<Record<string, string>> = {
  AMOUNT_NOT_POSITIVE: '数额须为大于零的整数',
  AMOUNT_NEGATIVE: '数额不得小于零',
  AMOUNT_OUT_OF_RANGE: '金额不能为负、不能有不足一分的零头，也不能大到无法用大写表示',
  ROUNDING_UNKNOWN: '没有这种取整方式',
  SEGMENT_REVERSED: '计息时段的止日早于起日',
  PAYMENT_AFTER_AS_OF: '有付款在计算截止日之后',
  UNIT_UNKNOWN: '没有这种期间单位',
  KIND_UNKNOWN: '没有这种财产类别',
  TERM_INVALID: '期限须为正整数个月，届满日不得早于起始日',
  TERM_EXCEEDS_MAX: '期限超过法定最长期限',
  PRINTED_END_EXCEEDS_MAX: '回执所载届满日超过法定最长期限',
  FORMAT: '位数或者字符不对',
}

function unreadable({ issues }: z.ZodError): CalcProblem {
  const pointers = issues.slice(0, 20).map(({ path, message }) => ({
    pointer: path.map((step) => `/${String(step)}`).join(''),
    detail: message,
  }))
  const detail = pointers.map(
    ({ pointer, detail: what }) => `${pointer.slice(1).replaceAll('/', '.') || '输入'}：${what}`,
  )
  return { type: '/problems/law/unreadable-input', status: 400, title: '输入有误', detail: detail.join('；'), pointers }
}

const outOfReach = ({ message }: RangeError): CalcProblem => ({
  type: '/problems/law/out-of-reach',
  status: 400,
  title: '超出可计算的范围',
  detail: /[一-鿿]/.test(message) ? message : '日期或者数目过大，无法计算',
})

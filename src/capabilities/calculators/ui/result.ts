import { formatDayZh, isDay } from '#kernel/values/dates.ts'
import { type Label, label } from '#kernel/values/labels.ts'
import { formatYuan } from '#kernel/values/money.ts'
import type { CalcFailure, CalculatorName, Explanation, Json } from '#law/calc.ts'
import { weekdayIn } from '#web/time.ts'
import { isFinding, isLarge, outputTitle, outputUnit, outputWord, saidElsewhere, verdictText } from './outputs.ts'
import { choiceTitle } from './words.ts'

/** One part of an answer as it is printed. */
export type Part = {
  readonly title: Label
  readonly text: Label
  /** Behind the figure, smaller: 元, 天, 周一. */
  readonly unit?: Label | undefined
  readonly tone?: 'ok' | 'fault' | undefined
}

export type Answer = {
  readonly large: readonly Part[]
  readonly parts: readonly Part[]
  /** Leans on a year whose days off are not announced. */
  readonly provisional: boolean
}

type Fields = { readonly [key: string]: Json }
const isFields = (value: Json): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The code of a refusal that the contract of the calculation names. */
export function refusalCode({ value }: Explanation): string | undefined {
  return isFields(value) && typeof value['error'] === 'string' ? value['error'] : undefined
}

export const isFailure = (outcome: Explanation | CalcFailure): outcome is CalcFailure => 'problem' in outcome

const provisionalCheck = /放假安排没有收录/

export function answerOf(name: CalculatorName, { value, checks }: Explanation): Answer {
  const entries = isFields(value) ? Object.entries(value).filter(([key]) => !saidElsewhere.has(key)) : []
  const first = entries[0]?.[0]
  const big = entries.filter(([key, part]) => part !== null && isLarge(name, key, key === first))
  const large = big.length > 0 ? big : entries.slice(0, 1)
  return {
    large: large.flatMap(([key, part]) => partsOf(name, key, part)),
    parts: entries
      .filter((entry) => !large.includes(entry))
      .flatMap(([key, part]) => (part === null ? [] : partsOf(name, key, part))),
    provisional:
      (isFields(value) && value['provisional'] === true) || checks.some((line) => provisionalCheck.test(line)),
  }
}

/** A list gives a part for each item, numbered; a sum by name a part for each name. */
function partsOf(name: CalculatorName, key: string, value: Json): readonly Part[] {
  const title = outputTitle(key)
  if (Array.isArray(value))
    return value.map((item: Json, index) => ({
      title: label(`${title.zh} 第${index + 1}次`, `${title.en} ${index + 1}`),
      ...textOf(name, key, item),
    }))
  if (isFields(value))
    return Object.entries(value).map(([of, item]) => ({ title: label(of, of), ...textOf(name, `${key}Fen`, item) }))
  return [{ title, ...textOf(name, key, value) }]
}

const same = (text: string): Label => label(text, text)

function textOf(name: CalculatorName, key: string, value: Json): Omit<Part, 'title'> {
  if (value === null) return { text: noneText(key) }
  if (typeof value === 'boolean')
    return { text: verdictText(name, key, value), tone: isFinding(key) ? (value ? 'ok' : 'fault') : undefined }
  if (typeof value === 'number' || typeof value === 'bigint') return numberText(key, value)
  if (typeof value !== 'string') return { text: same('') }
  if (isDay(value)) return dayText(value)
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(value)) {
    const { text } = dayText(value.slice(0, 10))
    return { text: label(`${text.zh} ${value.slice(11)}`, `${text.en} ${value.slice(11)}`) }
  }
  return { text: outputWord(key, value) ?? choiceTitle(key, value) }
}

function numberText(key: string, value: number | bigint): Omit<Part, 'title'> {
  if (key.endsWith('Fen')) return { text: same(formatYuan(BigInt(value))), unit: label('元', 'yuan') }
  return { text: same(String(value)), unit: outputUnit(key) }
}

function dayText(iso: string): Omit<Part, 'title'> {
  const date = Temporal.PlainDate.from(iso)
  return { text: label(formatDayZh(date), iso), unit: label(weekdayIn(date), weekdayIn(date, 'en')) }
}

const noneText = (key: string): Label =>
  key === 'deadline' ? label('延缓中，期限未定', 'deferred, no day yet') : label('—', '—')

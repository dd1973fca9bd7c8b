import { z } from 'zod'
import { formatYuan } from '#kernel/values/money.ts'
import { feeScale } from '#law/fee-scale.ts'
import { ratioOf } from '#law/parameter.ts'
import * as parameters from '#law/parameters.ts'
import type { Rule } from '#law/rules.ts'
import { ruleInWords } from '../rule-in-words.ts'

const figures = Object.values(parameters)
const unitsById = new Map(figures.map(({ id, unit }) => [id, unit]))

/** The rates and periods that a rule sets: 每日占未清偿本金的比例 0.0175%, 30日，末日遇休息日不顺延. Empty for other rules. */
export const figureOf = (rule: Rule): string =>
  [ownFigure(rule), ...figuresInWords(rule)].filter((text) => text !== '').join('；')

/** What the rule states beside its own figure: 复议审查期限30日. */
function figuresInWords(rule: Rule): readonly string[] {
  return figures.flatMap(({ id, rule: of, titleZh, unit, values }) => {
    const value: unknown = [...values].find(([version]) => version === rule)?.[1]
    return of === rule.id && id !== of && typeof value === 'number' ? [`${titleZh}${value}${unit}`] : []
  })
}

function ownFigure({ id, value, unit, kind, effectiveFrom }: Rule): string {
  if (Array.isArray(value) && id.startsWith('fee.')) return scaleText(value)
  if (unit === 'ratio') return shareText(id, value)
  if (unit === 'fen') return fenText(value)
  // A term of one day or none tells how to count; it is no figure.
  if (typeof value !== 'number' || unit === null || (kind === 'term' && value <= 1)) return ''
  const [sentence = ''] = ruleInWords(id, effectiveFrom ?? undefined).text.split('。')
  return unit === 'working-day' ? (sentence.split('，')[0] ?? '') : sentence
}

function scaleText(value: unknown): string {
  const { steps, denominator, cap } = feeScale(value)
  const lines = steps.map(({ upTo, flat, share }) => {
    const part = upTo === null ? '以上部分' : `至${formatYuan(upTo)}元`
    return `${part} ${flat > 0n ? `每件${formatYuan(flat)}元` : percent(share, denominator)}`
  })
  return [...lines, ...(cap === null ? [] : [`最多${formatYuan(cap)}元`])].join('；')
}

const Range = z.object({ min: z.string(), max: z.string() })

function shareText(id: string, value: unknown): string {
  const range = Range.safeParse(value)
  const shares = range.success ? [range.data.min, range.data.max] : typeof value === 'string' ? [value] : []
  const texts = shares.map((text) => {
    const { numerator, denominator } = ratioOf(text)
    return percent(numerator, denominator)
  })
  return texts.length === 0 ? '' : `${unitsById.get(id) ?? ''} ${texts.join('至')}`.trim()
}

const Fines = z.object({ minFen: z.int(), maxFen: z.int() })

function fenText(value: unknown): string {
  const range = Fines.safeParse(value)
  if (range.success) return `${formatYuan(BigInt(range.data.minFen))}元至${formatYuan(BigInt(range.data.maxFen))}元`
  return typeof value === 'number' ? `最多${formatYuan(BigInt(value))}元` : ''
}

/** Exact: the law's shares are decimals. */
function percent(numerator: bigint, denominator: bigint): string {
  const millionths = (numerator * 100_000_000n) / denominator
  const digits = millionths.toString().padStart(7, '0')
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '') + '%'
}

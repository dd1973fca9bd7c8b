import {
  indicatorValues,
  quotient,
  roundingWords,
  unitOf,
  unitWords,
  type Period,
  type ValuedIndicator,
} from '#capabilities/indicators'
import { isBefore } from '#kernel/values/dates.ts'
import { label } from '#kernel/values/labels.ts'
import { formatYuan } from '#kernel/values/money.ts'
import type { FigureSource, Part, Reckoned } from '../figure.ts'

const source = '本院案件登记'

type Side = 'numerator' | 'denominator'

/** What the case register can give: caseload, the printed rates, and where the goals of next year start from. */
export const registerFigures: FigureSource = {
  figures: ['F01', 'F02', 'F03', 'F05', 'F06', 'F07', 'F35', 'F36'],
  reckon: async (tx, period) => {
    const values = (await indicatorValues(tx, period)).filter(({ variant }) => variant === 'printed')
    const of = (id: string) => values.find((one) => one.id === id)
    const [rate, filings] = [of('K01'), of('K29')]
    if (!rate || rate.denominator === 0n || isBefore(period.until, period.from)) return {}
    return {
      ...(filings && { F01: accepted(rate, filings, period) }),
      F02: counted(rate, 'numerator', period),
      ...share('F03', rate, period),
      ...share('F05', of('K02'), period),
      ...share('F06', of('K04'), period),
      ...share('F07', of('K07'), period),
      // Fewer, shorter: than what? Until the year before is on record too, nothing stands behind such a goal.
      ...(filings &&
        filings.value !== null && {
          F35: goal('案件减量增效', filings, period),
          F36: goal('纠纷在院时间大幅缩减', of('K13'), period),
        }),
    }
  },
}

function accepted(rate: ValuedIndicator, filings: ValuedIndicator, period: Period): Reckoned {
  const carried = rate.denominator - filings.numerator
  const printed = `${rate.denominator}件`
  return {
    printed,
    ground: 'records',
    parts: [partOf(rate, 'denominator', period), partOf(filings, 'numerator', period)],
    formula: `旧存 ${carried}件 + 新收 ${filings.numerator}件 = ${printed}`,
    source,
  }
}

function counted(value: ValuedIndicator, side: Side, period: Period): Reckoned {
  const part = partOf(value, side, period)
  const formula = `${part.title.zh} ${part.text}，结案日期在 ${period.from.toString()} 至 ${period.until.toString()}`
  return { printed: part.text, ground: 'records', parts: [part], formula, source }
}

/** A rate with an empty base is no figure. */
function share(figure: string, value: ValuedIndicator | undefined, period: Period): Readonly<Record<string, Reckoned>> {
  if (!value || value.value === null) return {}
  const { doubt } = value
  const parts = [partOf(value, 'numerator', period), partOf(value, 'denominator', period)]
  const exact = quotient(value.numerator * 100n, value.denominator, { decimals: 4, rounding: 'truncate' })
  const fraction = parts.map(({ title, text }) => `${title.zh} ${text}`).join(' ÷ ')
  const formula = `${fraction} × 100% = ${exact}…%，${roundingWords(value.form).zh}`
  return {
    [figure]: { printed: value.printed, ground: 'records', parts, formula, source, ...(doubt && { doubt: doubt.zh }) },
  }
}

/** A direction without a number: told with where it starts from. */
function goal(words: string, value: ValuedIndicator | undefined, period: Period): Reckoned {
  const start = value ? `本期${value.definition.title.zh} ${value.printed}` : '本期尚无数字'
  return {
    printed: words,
    ground: 'records',
    parts: value ? [partOf(value, 'numerator', period)] : [],
    formula: `打算的方向，不含数字；${start}`,
    source,
  }
}

function partOf(value: ValuedIndicator, side: Side, { from, until }: Period): Part {
  const set = value.of[side]
  const text = sideText(value[side], unitOf(set))
  const query = new URLSearchParams({
    id: value.id,
    variant: value.variant,
    side,
    from: from.toString(),
    to: until.toString(),
  })
  return { title: label(set.title.zh, set.title.en), text, href: `/indicators?${query.toString()}` }
}

function sideText(count: bigint, unit: ReturnType<typeof unitOf>): string {
  switch (unit) {
    case 'fen':
      return `${formatYuan(count)}元`
    case 'day':
      return `${count}天`
    case 'node':
      return `${count}个`
    default:
      return `${count}${unitWords[unit]}`
  }
}

import type { Label } from '#kernel/values/labels.ts'
import { formatYuan } from '#kernel/values/money.ts'
import type { Choice, Field, Shape } from './fields.ts'
import { labels } from './labels.ts'
import { blank, isValues, rowsOf, type Value, type Values } from './values.ts'

export type InputLine = { readonly title: Label; readonly text: string }

/** What was filled in, in words, for paper and for copying. */
export const inputLines = (fields: readonly Field[], values: Values): readonly InputLine[] =>
  fields.flatMap(({ name, title, shape }) => {
    const value = values[name]
    if (value === null) return [{ title, text: (shape.kind === 'amount' ? labels.none : labels.noneOther).zh }]
    return blank(value) ? [] : [{ title, text: textOf(shape, value) }]
  })

function textOf(shape: Shape, value: Value): string {
  const typed = typeof value === 'string' ? value : ''
  switch (shape.kind) {
    case 'amount':
      return /^-?\d+$/.test(typed) ? `${formatYuan(BigInt(typed))} 元` : typed
    case 'percent':
      return `${typed.replace('%', '')}%`
    case 'flag':
      return (value === true ? labels.yes : labels.no).zh
    case 'choice':
      return wordOf(shape.choices, value)
    case 'several':
    case 'order':
      return rowsOf(value)
        .map((each) => wordOf(shape.choices, each))
        .join('、')
    case 'byTier':
      return rowsOf(value)
        .filter(isValues)
        .map(
          ({ tier, method }) =>
            `${labels.tier.zh} ${typeof tier === 'string' ? tier : ''} ${wordOf(shape.choices, method)}`,
        )
        .join('；')
    case 'list':
      return rowsOf(value)
        .filter((row) => !blank(row))
        .map((row) => textOf(shape.item, row))
        .join('；')
    case 'group':
      return isValues(value)
        ? inputLines(shape.fields, value)
            .map(({ title, text }) => `${title.zh} ${text}`)
            .join('，')
        : ''
    default:
      return typed
  }
}

function wordOf(choices: readonly Choice[], value: Value): string {
  const choice = choices.find((each) => String(each.value) === value)
  return choice ? choice.title.zh : typeof value === 'string' ? value : ''
}

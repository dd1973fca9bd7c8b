import type { Label } from '#kernel/values/labels.ts'
import { formatYuan } from '#kernel/values/money.ts'
import type { Field, Shape } from './fields.ts'
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
  switch (shape.kind) {
    case 'amount':
      return typeof value === 'string' && /^-?\d+$/.test(value) ? `${formatYuan(BigInt(value))} 元` : String(value)
    case 'percent':
      return `${String(value).replace('%', '')}%`
    case 'flag':
      return (value === true ? labels.yes : labels.no).zh
    case 'choice':
    case 'several':
    case 'order':
      return [value]
        .flat()
        .map((each) => shape.choices.find((choice) => String(choice.value) === each)?.title.zh ?? String(each))
        .join('、')
    case 'byTier':
      return rowsOf(value)
        .filter(isValues)
        .map(
          ({ tier, method }) => `第${String(tier)}顺位 ${textOf({ kind: 'choice', choices: shape.choices }, method)}`,
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
      return String(value)
  }
}

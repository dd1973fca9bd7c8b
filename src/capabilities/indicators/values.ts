import type { Label } from '#kernel/values/labels.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Definition, Form, Variant } from './definition.ts'
import type { Period } from './period.ts'
import { doubtAbout } from './rules/plausible.ts'
import { emptyFigure, figureOf, type Figure, type Tally } from './rules/figure.ts'
import { formsOf } from './settings.ts'
import type { Dimension } from './source.ts'

/** One figure: the whole court's, or a team's, a handler's, a type's. Money in fen. */
export type IndicatorValue = Figure & {
  readonly id: string
  /** `printed` is the one that reports print; it comes first. */
  readonly variant: string
  readonly dimension: Dimension
  readonly key: string | null
  readonly numerator: bigint
  readonly denominator: bigint
  readonly halves: boolean
}

export type ValuedIndicator = IndicatorValue & {
  readonly definition: Definition
  readonly of: Variant
  readonly form: Form
  readonly drill: string
  /** False while its room has nothing at all on record. */
  readonly known: boolean
  /** Why nobody should believe it. */
  readonly doubt: Label | null
}

/** Every indicator of every room, whole court first; each room's definitions in one scan. */
export async function indicatorValues(
  tx: Tx,
  period: Period,
  by: readonly Dimension[] = ['court'],
): Promise<readonly ValuedIndicator[]> {
  const forms = await formsOf(tx)
  const values: ValuedIndicator[] = []
  for (const source of tx.platform.registry.gather('indicators')) {
    for (const { definition, variant, dimension, key, tally, whole, known } of await source.count(tx, period, by)) {
      const form = forms(definition, variant)
      const figure = whole ? figureOf(tally, form) : emptyFigure
      values.push({
        id: definition.id,
        variant: variant.key,
        dimension,
        key,
        ...wholeNumbers(tally),
        ...figure,
        doubt: doubtAbout(figure.value, form, variant),
        definition,
        of: variant,
        form,
        drill: source.drill,
        known,
      })
    }
  }
  return values
}

/** The mean of two counts as a whole number, half upward; the figure itself is divided exactly. */
const wholeNumbers = ({ numerator, denominator, halves = false }: Tally) => ({
  numerator,
  denominator: halves ? (denominator + 1n) / 2n : denominator,
  halves: halves && denominator % 2n === 1n,
})

/**
 * The figures as one JSON array, as programs take them: counts and fen as integers however large, values as numbers.
 */
export function indicatorsJson(values: readonly IndicatorValue[]): string {
  const lines = values.map(({ id, variant, numerator, denominator, value, printed }) => {
    const head = JSON.stringify({ id, variant }).slice(0, -1)
    return `${head},"numerator":${numerator},"denominator":${denominator},"value":${value},"printed":${JSON.stringify(printed)}}`
  })
  return `[\n${lines.join(',\n')}\n]`
}

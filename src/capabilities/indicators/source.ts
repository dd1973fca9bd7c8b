import type { Tx } from '#kernel/database/transaction.ts'
import type { dimensionCodes } from './contract.ts'
import type { Definition, Variant } from './definition.ts'
import type { Period } from './period.ts'
import type { Tally } from './rules/figure.ts'

/** What a figure may be broken down by. The court as a whole has the key null. */
export type Dimension = (typeof dimensionCodes)[number]

export type Counted = {
  readonly definition: Definition
  readonly variant: Variant
  readonly dimension: Dimension
  /** Id of the team or handler, code of the type; null for the court and for cases without one. */
  readonly key: string | null
  readonly tally: Tally
  /** False when the base is known not to be whole, so that nothing may be read from the fraction. */
  readonly whole: boolean
  /** False while the room has nothing at all on record. */
  readonly known: boolean
}

/** Where a room's indicators are counted: its definitions, one scan that counts them all, and the list a click opens. */
export type IndicatorSource = {
  readonly definitions: readonly Definition[]
  readonly count: (tx: Tx, period: Period, by: readonly Dimension[]) => Promise<readonly Counted[]>
  /** One variant over the months of a period. */
  readonly course: (
    tx: Tx,
    variant: Variant,
    months: readonly Pick<Period, 'from' | 'until'>[],
  ) => Promise<readonly Tally[]>
  /** The list query that shows the members of either side; takes id, variant, side, from, to, asOf. */
  readonly drill: string
}

declare module '#kernel/capability.ts' {
  interface Contributions {
    readonly indicators?: readonly IndicatorSource[]
  }
}

export type Found = {
  readonly source: IndicatorSource
  readonly definition: Definition
  readonly variant: Variant
}

/** The definition and variant of these names, with where it is counted. */
export function findVariant(tx: Tx, id: string, key: string): Found | undefined {
  for (const source of tx.platform.registry.gather('indicators')) {
    const definition = source.definitions.find((one) => one.id === id)
    const variant = definition?.variants.find((one) => one.key === key)
    if (definition && variant) return { source, definition, variant }
  }
  return undefined
}

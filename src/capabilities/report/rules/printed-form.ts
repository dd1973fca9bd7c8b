import { unitWords, type CountUnit } from '#capabilities/indicators'

/** How a number of the report is written: to the unit, as a floor with 余, in 万 with 余, or in whole 万. */
export type Form = {
  readonly kind: 'exact' | 'over' | 'over-ten-thousand' | 'ten-thousand'
  readonly unit: CountUnit
  /** The word of this figure where it is not the usual one: 19名. */
  readonly word?: string
}

const tenThousand = 10_000n

/**
 * The number in its form. 余 states a floor: 437 is 400余, and a number that is its own floor is written without.
 * Money comes in yuan, cut down to whole yuan before.
 */
export function printedNumber(value: bigint, form: Form): string {
  const word = form.word ?? unitWords[form.unit]
  switch (form.kind) {
    case 'exact':
      return `${value}${word}`
    case 'over': {
      const floor = leadingDigitOf(value)
      return `${floor}${floor < value ? '余' : ''}${word}`
    }
    case 'over-ten-thousand':
      return `${value / tenThousand}万${value % tenThousand > 0n ? '余' : ''}${word}`
    case 'ten-thousand':
      return `${value / tenThousand}万${word}`
  }
}

/** 437 → 400, 33 → 30; below ten nothing is cut off. */
function leadingDigitOf(value: bigint): bigint {
  const unit = 10n ** BigInt(value.toString().length - 1)
  return value < 10n ? value : (value / unit) * unit
}

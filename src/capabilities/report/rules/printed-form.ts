/** How a number of the report is written: to the unit, as a floor with 余, in 万 with 余, or as a place in a row. */
export type Form =
  | { readonly kind: 'exact'; readonly unit: string }
  | { readonly kind: 'over'; readonly unit: string }
  | { readonly kind: 'over-ten-thousand'; readonly unit: string }
  | { readonly kind: 'ten-thousand'; readonly unit: string }

const tenThousand = 10_000n

/**
 * The number in its form. 余 states a floor: 437 is 400余, and a number that is its own floor is written without.
 * Money comes in yuan, cut down to whole yuan before.
 */
export function printedNumber(value: bigint, form: Form): string {
  switch (form.kind) {
    case 'exact':
      return `${value}${form.unit}`
    case 'over': {
      const floor = leadingDigitOf(value)
      return `${floor}${floor < value ? '余' : ''}${form.unit}`
    }
    case 'over-ten-thousand':
      return `${value / tenThousand}万${value % tenThousand > 0n ? '余' : ''}${form.unit}`
    case 'ten-thousand':
      return `${value / tenThousand}万${form.unit}`
  }
}

/** 437 → 400, 33 → 30; below ten nothing is cut off. */
function leadingDigitOf(value: bigint): bigint {
  const unit = 10n ** BigInt(value.toString().length - 1)
  return value < 10n ? value : (value / unit) * unit
}

/** Money in integer fen (分). One yuan is 100 fen; there is no smaller unit and no floating point anywhere. */
declare const fenBrand: unique symbol
export type Fen = bigint & { readonly [fenBrand]: true }

export type Ratio = { readonly numerator: bigint; readonly denominator: bigint }

export const fen = (amount: bigint): Fen => amount as Fen
export const noMoney = fen(0n)

const yuanText = /^(-)?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/

/** Reads "1,234.5" or "-12" in yuan. Throws RangeError on anything else, a third decimal included. */
export function parseYuan(text: string): Fen {
  const found = yuanText.exec(text)
  if (!found) throw new RangeError(`not an amount in yuan: ${text}`)
  const [, minus, whole = '0', cents = ''] = found
  const amount = BigInt(whole.replaceAll(',', '')) * 100n + BigInt(cents.padEnd(2, '0'))
  return fen(minus ? -amount : amount)
}

/** "1,234,567.89", always two decimals, thousands by comma. */
export function formatYuan(amount: bigint): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0')
  const whole = digits.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0n ? '-' : ''}${whole}.${digits.slice(-2)}`
}

/** `amount × ratio`, rounded once, half away from zero. */
export function timesRatio(amount: bigint, { numerator, denominator }: Ratio): Fen {
  return fen(divideHalfUp(amount * numerator, denominator))
}

/** Exact division rounded half away from zero. Throws RangeError on a zero divisor. */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < 0n !== divisor < 0n
  const [top, bottom] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor]
  const rounded = (2n * top + bottom) / (2n * bottom)
  return negative ? -rounded : rounded
}

export const sumFen = (amounts: Iterable<bigint>): Fen => {
  let total = 0n
  for (const amount of amounts) total += amount
  return fen(total)
}

import type { Form } from '../definition.ts'

/** Two sides of a fraction as counted. Money in fen. `halves`: the base counts halves, being the mean of two counts. */
export type Tally = { readonly numerator: bigint; readonly denominator: bigint; readonly halves?: boolean }

export type Figure = {
  /** Decimal digits, `99.74`; null when the base is empty. */
  readonly value: string | null
  /** As a report prints it, with its unit; an empty base prints —. */
  readonly printed: string
}

export const emptyFigure: Figure = { value: null, printed: '—' }

/**
 * The figure of a fraction, exactly divided and rounded once. An empty base says nothing: neither 0 % nor 100 %.
 *
 * Source: practice handbook §2.1 rules 4 and 5; printed rates are truncated, so 1188 of 1191 is 99.74 %.
 */
export function figureOf({ numerator, denominator, halves = false }: Tally, form: Form): Figure {
  if (form.kind === 'count') return { value: numerator.toString(), printed: `${numerator}${form.unit.zh}` }
  if (form.kind === 'money') return asMoney(numerator, form)
  if (denominator <= 0n) return emptyFigure
  const top = (form.kind === 'change' ? numerator - denominator : numerator) * (halves ? 2n : 1n)
  const scale = form.kind === 'percent' || form.kind === 'change' ? 100n : 1n
  const value = quotient(top * scale, denominator, form)
  return { value, printed: `${value}${form.unit.zh}` }
}

function asMoney(fen: bigint, form: Form): Figure {
  const value = quotient(fen, 100n, form)
  return { value, printed: `${value}${form.unit.zh}` }
}

/** `dividend / divisor` with so many decimals. Truncation is toward zero, half-up away from it. */
export function quotient(
  dividend: bigint,
  divisor: bigint,
  { decimals, rounding }: Pick<Form, 'decimals' | 'rounding'>,
): string {
  const size = (dividend < 0n ? -dividend : dividend) * 10n ** BigInt(decimals)
  const digits = (rounding === 'half-up' ? (2n * size + divisor) / (2n * divisor) : size / divisor).toString()
  const minus = dividend < 0n && BigInt(digits) !== 0n ? '-' : ''
  if (decimals === 0) return minus + digits
  const padded = digits.padStart(decimals + 1, '0')
  return `${minus}${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`
}

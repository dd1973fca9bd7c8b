/** JSON as the calculators speak it: an integer too large for a number is a bigint, so that no fen is lost. */
export type Json = null | boolean | number | bigint | string | readonly Json[] | { readonly [key: string]: Json }

/** Only such a text can hold an integer that a number would round. */
const mayHoldBigNumber = /\d{16}|\d[eE]/
const plainNumber = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/
const largestExponent = 1000
/** No sum has more digits; reading a number of millions of digits would hold up everybody else. */
const mostDigits = 1000

/** Throws SyntaxError on a text that is not JSON. A number that is no integer, however near, stays no integer. */
export function parseJson(text: string): unknown {
  if (!mayHoldBigNumber.test(text)) return JSON.parse(text)
  return JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) =>
    typeof value === 'number' && context?.source !== undefined ? exactNumber(context.source, value) : value,
  )
}

function exactNumber(source: string, rounded: number): number | bigint {
  if (!Number.isInteger(rounded) && Number.isFinite(rounded)) return rounded
  const [, sign = '', whole = '', decimals = '', power = '0'] = plainNumber.exec(source) ?? []
  if (whole.length + decimals.length > mostDigits) return rounded === 0 ? 0 : Number.POSITIVE_INFINITY
  const exponent = Number(power)
  if (Math.abs(exponent) > largestExponent) return Number.isInteger(rounded) && rounded === 0 ? 0 : Number.NaN
  const digits = whole + decimals
  const zeros = exponent - decimals.length
  const integer = zeros >= 0 ? digits + '0'.repeat(zeros) : digits.slice(0, zeros)
  if (zeros < 0 && /[1-9]/.test(digits.slice(zeros))) return Number.NaN
  return toNumber(BigInt(sign + (integer === '' ? '0' : integer)))
}

const mostExact = BigInt(Number.MAX_SAFE_INTEGER)

/** A JSON integer: a number where it is exact, a bigint beyond. */
export const toNumber = (integer: bigint): number | bigint =>
  integer <= mostExact && integer >= -mostExact ? Number(integer) : integer

/** Prints big integers digit by digit. */
export function printJson(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (isList(value)) return `[${value.map(printJson).join(',')}]`
  let text = ''
  for (const key of Object.keys(value)) {
    const item = value[key]
    if (item !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${printJson(item)}`
  }
  return `{${text}}`
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value)

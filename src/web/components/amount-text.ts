import { fen, type Fen } from '#kernel/values/money.ts'

const shape = /^(\d[\d,]*)(?:\.(\d+))?\s*(万|亿)?元?$/
const places = { 万: 4, 亿: 8 } as const

/** Reads 3.2万, 32,000, 32000.50 元. `undefined` when it is no amount to the fen. */
export function readAmount(typed: string): Fen | undefined {
  const [, whole = '', decimals = '', unit] =
    shape.exec(typed.trim().replaceAll(/[，\s]/g, (sign) => (sign === '，' ? ',' : ''))) ?? []
  if (whole === '') return undefined
  const shift = 2 + (unit === '万' || unit === '亿' ? places[unit] : 0)
  const digits = decimals.replace(/0+$/, '')
  if (digits.length > shift) return undefined
  return fen(BigInt(whole.replaceAll(',', '') + digits.padEnd(shift, '0')))
}

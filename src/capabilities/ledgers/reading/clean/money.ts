import type { Fen } from '#kernel/values/money.ts'
import { fen } from '#kernel/values/money.ts'
import type { RawCell } from '../raw.ts'
import type { Repair } from './cleaning.ts'
import { isEmptyMark, trimmed, withoutBlanks } from './cleaning.ts'

export type MoneyUnit = 'yuan' | 'ten-thousand-yuan'

export type MoneyReading =
  | { readonly kind: 'empty'; readonly repair?: Repair }
  | { readonly kind: 'amount'; readonly fen: Fen; readonly repair?: Repair }
  | { readonly kind: 'refused'; readonly why: 'text' | 'negative' | 'third-decimal' | 'overflow' }

/** Sums of fen must stay exact in every program that reads them: below 2^53. */
const largest = 9_007_199_254_740_991n
/**
 * A binary number keeps fifteen digits: below this, cents are among them. Seven decimals are kept, so that a third
 * decimal of yuan or a seventh of 万元 is seen, and what sticks out beyond is noise.
 */
const largestFraction = 1e13

const plainDigits = /^(?:\d{1,12}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,2})?$/
const plainForm = /^(-?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?(元|圆|万元?|亿元?)?(?:整|正)?$/
const currency = /^(?:人民币|RMB|CNY)?[¥￥]?|[¥￥]$/gi
const bracketed = /^\((.*)\)$/

/** Decimal places by which a number in that unit is shifted to give yuan. */
const places: Readonly<Record<string, number>> = { 万: 4, 万元: 4, 亿: 8, 亿元: 8 }

/**
 * An amount of money as clerks and spreadsheets write it, exactly to the fen. A unit in the cell wins over the unit of
 * the column. 12.345 yuan is refused; the 0.30000000000000004 that a sum of binary fractions leaves behind is not.
 */
export function readMoney(cell: RawCell, unit: MoneyUnit): MoneyReading {
  if (cell === null) return { kind: 'empty' }
  if (typeof cell === 'number') return moneyOfNumber(cell, unit)
  if (typeof cell !== 'string') return { kind: 'refused', why: 'text' }
  if (unit === 'yuan' && plainDigits.test(cell))
    return decimal(cell.replaceAll(',', ''), 0, cell.includes(',') ? 'amount-form' : undefined)
  const outer = trimmed(cell)
  if (outer === '') return { kind: 'empty' }
  if (isEmptyMark(outer)) return { kind: 'empty', repair: 'empty-mark' }
  if (/^零元?整?$/.test(outer)) return { kind: 'amount', fen: fen(0n), repair: 'amount-form' }
  // The sign before a number makes a spreadsheet keep it as text; exported, it stays in front.
  return moneyOfText(outer.replace(/^['‘’](?=\S)/, ''), unit)
}

function moneyOfNumber(number: number, unit: MoneyUnit): MoneyReading {
  if (Number.isSafeInteger(number) && unit === 'yuan') return bounded(BigInt(number) * 100n)
  const cents = Math.round(number * 100)
  if (unit === 'yuan' && cents / 100 === number && Number.isSafeInteger(cents)) return bounded(BigInt(cents))
  if (!(Math.abs(number) < largestFraction)) return { kind: 'refused', why: 'overflow' }
  const digits = Number(number.toPrecision(15)).toFixed(7)
  return decimal(digits, unit === 'yuan' ? 0 : 4, Number(digits) === number ? undefined : 'binary-noise')
}

function moneyOfText(outer: string, unit: MoneyUnit): MoneyReading {
  let text = withoutBlanks(outer.normalize('NFKC')).replace(currency, '')
  const inBrackets = bracketed.exec(text)
  if (inBrackets) text = `-${inBrackets[1] ?? ''}`
  const found = plainForm.exec(text.replace(/^\+/, '').replace(/^-[¥￥]/, '-'))
  if (!found) return scientific(text, unit)
  const [, minus = '', whole = '', fraction = '', written] = found
  const digits = `${minus}${whole.replaceAll(',', '')}.${fraction}`
  const writtenUnit = written === undefined ? unit : places[written] === 4 ? 'ten-thousand-yuan' : 'yuan'
  if (fraction.length > 8 && places[written ?? ''] !== 8) return moneyOfNumber(Number(digits), writtenUnit)
  const shift = written === undefined ? (unit === 'yuan' ? 0 : 4) : (places[written] ?? 0)
  const plain = text === outer && written === undefined && whole === whole.replaceAll(',', '')
  return decimal(digits, shift, shift > 0 ? 'amount-unit' : plain ? undefined : 'amount-form')
}

/** 1.2E+06, as a CSV shows a large cell, is exact only when it is short. */
function scientific(text: string, unit: MoneyUnit): MoneyReading {
  return /^-?\d(?:\.\d+)?E\+?\d{1,3}$/i.test(text)
    ? moneyOfNumber(Number(text), unit)
    : { kind: 'refused', why: 'text' }
}

/** `digits` times ten to the `shift`, in yuan: no rounding, a third decimal is refused. */
function decimal(digits: string, shift: number, repair: Repair | undefined): MoneyReading {
  const negative = digits.startsWith('-')
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.')
  const moved = fraction.padEnd(shift + 2, '0')
  if (/[1-9]/.test(moved.slice(shift + 2))) return { kind: 'refused', why: 'third-decimal' }
  const amount = BigInt(whole + moved.slice(0, shift + 2))
  const reading = bounded(negative ? -amount : amount)
  return reading.kind === 'amount' && (repair !== undefined || shift > 0)
    ? { ...reading, repair: repair ?? 'amount-unit' }
    : reading
}

function bounded(amount: bigint): MoneyReading {
  if (amount > largest || amount < -largest) return { kind: 'refused', why: 'overflow' }
  return amount < 0n ? { kind: 'refused', why: 'negative' } : { kind: 'amount', fen: fen(amount) }
}

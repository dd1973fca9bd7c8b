import { cellText, readMoney, type RawCell } from '#capabilities/ledgers'
import { notAnAmount, tooManyDecimals, UnreadableStatement } from './statement.ts'

/** Signs that banks put where nothing stands, or hide what does. */
const empty = /^(?:-{1,2}|—{1,2}|\/|无|[xyz*,.]+|\*+)?$/i

/** 金额（分）, 余额（单位：万元）; a heading that names none is in yuan. */
const unitForm = /[(（[:：/](?:单位[:：为]?)?(?:人民币)?(元|分|万元)[)）\]]?$/
export const unitOf = (heading: string): string | undefined => unitForm.exec(heading.replaceAll(/\s/g, ''))?.[1]

/**
 * What a cell says in fen, its sign kept, in the unit that its column names; null where it says nothing. Throws where it
 * says what no amount can be.
 */
export function amountIn(cell: RawCell | undefined, row: number, column: string): bigint | null {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'number') return signed(cell < 0, -cell, cell, row, column)
  const written = cellText(cell).normalize('NFKC').replaceAll(/\s/g, '').replace('−', '-')
  // (300.00) is how accountants write a minus.
  const text = written.replace(/^\((.*\d.*)\)$/, '-$1')
  if (empty.test(text)) return null
  const sign = /^[+-]/.exec(text)?.[0] ?? (/[+-]$/.exec(text)?.[0] || '')
  const bare = text.replace(/^[+-]|[+-]$/g, '')
  if (/^[+-]/.test(bare)) throw new UnreadableStatement(notAnAmount(row, column, text))
  const found = read(bare, row, column, text)
  return sign === '-' ? -found : found
}

const signed = (negative: boolean, opposite: number, number: number, row: number, column: string): bigint =>
  negative ? -read(opposite, row, column, String(number)) : read(number, row, column, String(number))

function read(cell: string | number, row: number, column: string, shown: string): bigint {
  const unit = unitOf(column)
  const found = readMoney(cell, unit === '万元' ? 'ten-thousand-yuan' : 'yuan')
  if (found.kind === 'amount' && unit !== '分') return found.fen
  if (found.kind === 'amount' && found.fen % 100n === 0n) return found.fen / 100n
  if (found.kind === 'amount') throw new UnreadableStatement(tooManyDecimals(row, column, shown))
  const why = found.kind === 'refused' && found.why === 'third-decimal' ? tooManyDecimals : notAnAmount
  throw new UnreadableStatement(why(row, column, shown))
}

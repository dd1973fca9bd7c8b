import { cellText, readMoney, type RawCell } from '#capabilities/ledgers'
import { notAnAmount, tooManyDecimals, UnreadableStatement } from './statement.ts'

/** Signs that banks put where nothing stands, or hide what does. */
const empty = /^(?:-{1,2}|—{1,2}|\/|无|[xyz*,.]+|\*+)?$/i

/** What a cell says in fen, its sign kept; null where it says nothing. Throws where it says what no amount can be. */
export function amountIn(cell: RawCell | undefined, row: number, column: string): bigint | null {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'number') return signed(cell < 0, -cell, cell, row, column)
  const text = cellText(cell).normalize('NFKC').replaceAll(/\s/g, '').replace('−', '-')
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
  const found = readMoney(cell, 'yuan')
  if (found.kind === 'amount') return found.fen
  const why = found.kind === 'refused' && found.why === 'third-decimal' ? tooManyDecimals : notAnAmount
  throw new UnreadableStatement(why(row, column, shown))
}

import { cellText, readDate, type RawCell, type RawRow } from '#capabilities/ledgers'
import { amountIn, unitOf } from './amount.ts'
import type { ColumnMap } from './columns.ts'
import {
  bothWays,
  brokenFile,
  noAmount,
  noDirection,
  noSuchDay,
  UnreadableStatement,
  type StatementLine,
} from './statement.ts'

export type TableLine = StatementLine & { readonly ownAccount: string | null }
export type TotalRow = {
  readonly row: number
  readonly incomingFen: bigint | null
  readonly outgoingFen: bigint | null
}
export type TableRow = { readonly line: TableLine } | { readonly total: TotalRow } | null

const inwards = /^(?:收入?|贷方?|转入|存入?|来账|入账?|c|cr|credit|\+)$/i
const outwards = /^(?:支出?|借方?|转出|取出?|支取|往账|出账?|付|d|dr|debit|-)$/i
/** +1 money in, −1 money out, 0 what is neither. */
export const directionOf = (text: string): 1 | -1 | 0 => {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/[(（].*$/, '')
  return inwards.test(plain) ? 1 : outwards.test(plain) ? -1 : 0
}

const totals = /^[^\d]{0,8}(?:合\s*计|总\s*计|累\s*计|小\s*计|total)/i

export const plainText = (cell: RawCell | undefined): string =>
  cell === null || cell === undefined
    ? ''
    : cellText(cell)
        .replaceAll(/[\t\r\n\u00a0\u3000 ]+/g, ' ')
        .trim()

const orNull = (text: string): string | null => (text === '' || /^[-—/]{1,3}$/.test(text) ? null : text)

/** How the rows of one file are to be taken. */
export type TableForm = {
  readonly columns: ColumnMap
  readonly headings: readonly string[]
  /** Amounts bear their sign although a column says which way they went. */
  readonly isSigned: boolean
  /** What was paid out bears a minus although it has a column of its own. */
  readonly paidIsNegative: boolean
  /** 单位：万元 above the head, for columns that name no unit themselves. */
  readonly unit: string | null
}

/** A row beneath the head: a line, the totals, or nothing of either. Throws where it is a line that cannot be read. */
export function tableRow({ rowNumber: row, cells }: RawRow, form: TableForm): TableRow {
  const { columns } = form
  const text = (index: number | undefined): string => (index === undefined ? '' : plainText(cells[index]))
  const dayText = text(columns.day)
  const first = cells.map(plainText).find((cell) => cell !== '') ?? ''
  if (totals.test(first)) return { total: totalOf(row, cells, form) }
  const day = dayOf(cells[columns.day ?? -1] ?? null, dayText)
  if (day.kind === 'impossible') throw new UnreadableStatement(noSuchDay(row, dayText))
  if (day.kind !== 'day') return notALine(row, cells, form, dayText)
  const amountFen = moved(row, cells, form)
  if (amountFen === null) return cutOff(row, form)
  if (amountFen === 0n) return null
  const peer = peerOf(text, columns, amountFen)
  return {
    line: {
      row,
      day: day.day,
      time: timeOf(cells[columns.time ?? -1] ?? null),
      amountFen,
      balanceFen:
        columns.balance === undefined ? null : amountIn(cells[columns.balance], row, headingOf(form, columns.balance)),
      ...peer,
      summary: orNull(text(columns.summary)),
      memo: orNull(text(columns.memo)),
      serial: serialOf(text(columns.serial)),
      subAccount: orNull(text(columns.subAccount)),
      ownAccount: orNull(text(columns.ownAccount)),
    },
  }
}

function headingOf({ headings, unit }: TableForm, index: number): string {
  const heading = headings[index] ?? ''
  return unit === null || unitOf(heading) !== undefined ? heading : `${heading}（${unit}）`
}

type Day = { readonly kind: 'day'; readonly day: string } | { readonly kind: 'impossible' | 'other' }

/** 20240102 09:30:15, 2024-01-02 09:30:15.0 and a spreadsheet's own days. */
function dayOf(cell: RawCell, text: string): Day {
  const compact = /^(\d{8})\s*\d{2}:?\d{2}/.exec(text)?.[1] ?? /^(\d{8})\d{6}$/.exec(text)?.[1]
  const found = readDate(compact ?? (typeof cell === 'string' ? text : cell))
  if (found.kind === 'day') return { kind: 'day', day: found.day }
  return { kind: found.kind === 'impossible' ? 'impossible' : 'other' }
}

function timeOf(cell: RawCell): string | null {
  const text = plainText(cell)
  const clock = /(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(text)
  if (clock) return `${clock[1]?.padStart(2, '0')}:${clock[2]}:${clock[3] ?? '00'}`
  const digits = /^(?:\d{8}\s*)?(\d{2})(\d{2})(\d{2})$/.exec(text)
  return digits && text.length !== 8 ? `${digits[1]}:${digits[2]}:${digits[3]}` : null
}

/** A row without a day: words of the bank when it has no amount, a broken line when it has one. */
function notALine(row: number, cells: readonly RawCell[], form: TableForm, dayText: string): null {
  const filled = cells.filter((cell) => plainText(cell) !== '').length
  if (filled <= 2) return null
  const { incoming, outgoing, amount } = form.columns
  const speaksOfMoney = [incoming, outgoing, amount].some(
    (index) => index !== undefined && /\d/.test(plainText(cells[index])),
  )
  if (!speaksOfMoney) return null
  if (/^(?:期初|上期|承前|期末|过次|余额)/.test(cells.map(plainText).find((cell) => cell !== '') ?? '')) return null
  throw new UnreadableStatement(dayText === '' ? brokenFile(row, '有金额而没有日期') : noSuchDay(row, dayText))
}

function cutOff(row: number, { columns }: TableForm): null {
  if (columns.day === undefined) return null
  throw new UnreadableStatement(noAmount(row))
}

function moved(row: number, cells: readonly RawCell[], form: TableForm): bigint | null {
  const { columns, isSigned, paidIsNegative } = form
  if (columns.incoming !== undefined && columns.outgoing !== undefined) {
    const incoming = amountIn(cells[columns.incoming], row, headingOf(form, columns.incoming))
    const outgoing = amountIn(cells[columns.outgoing], row, headingOf(form, columns.outgoing))
    if (incoming === null && outgoing === null) return null
    if ((incoming ?? 0n) !== 0n && (outgoing ?? 0n) !== 0n) throw new UnreadableStatement(bothWays(row))
    return (incoming ?? 0n) - (paidIsNegative ? -(outgoing ?? 0n) : (outgoing ?? 0n))
  }
  if (columns.amount === undefined) return null
  const amount = amountIn(cells[columns.amount], row, headingOf(form, columns.amount))
  if (amount === null || columns.direction === undefined || isSigned) return amount
  const said = plainText(cells[columns.direction])
  const direction = directionOf(said)
  if (direction === 0) throw new UnreadableStatement(noDirection(row, said))
  return direction === 1 ? amount : -amount
}

function totalOf(row: number, cells: readonly RawCell[], form: TableForm): TotalRow {
  const { columns } = form
  const read = (index: number | undefined): bigint | null => {
    if (index === undefined || index === 0) return null
    try {
      return amountIn(cells[index], row, headingOf(form, index))
    } catch {
      return null
    }
  }
  const paid = read(columns.outgoing)
  const outgoingFen = form.paidIsNegative && paid !== null && paid < 0n ? -paid : paid
  return { row, incomingFen: read(columns.incoming), outgoingFen }
}

/** 张三 6666…, 6222…/张三: banks that give name and number in one cell. */
const numberInName = /(?:^|[\s/|_，,:：-])?([\d*]{6,}[\d*xX]*)(?:$|[\s/|_，,-])/

function peerOf(text: (index: number | undefined) => string, columns: ColumnMap, amountFen: bigint) {
  const [name, account] =
    columns.peerName === undefined && columns.payerName !== undefined
      ? amountFen > 0n
        ? [text(columns.payerName), text(columns.payerAccount)]
        : [text(columns.payeeName), text(columns.payeeAccount)]
      : [text(columns.peerName), text(columns.peerAccount)]
  if (account !== '' || name === '') return { peerName: orNull(name), peerAccount: orNull(account.replaceAll(' ', '')) }
  const number = numberInName.exec(name)?.[1] ?? null
  if (number === null) return { peerName: orNull(name), peerAccount: null }
  const bare = name.replace(number, '').replaceAll(/^[\s/|_，,:：-]+|[\s/|_，,:：-]+$/g, '')
  return { peerName: orNull(bare), peerAccount: number }
}

/** A number of nothing but noughts numbers nothing. */
const serialOf = (text: string): string | null => {
  const found = orNull(text.replaceAll(' ', ''))
  return found === null || /^0+$/.test(found) ? null : found
}

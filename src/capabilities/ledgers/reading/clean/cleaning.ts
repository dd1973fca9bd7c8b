import { noMoney } from '#kernel/values/money.ts'
import type { CleanValue, Column, Severity } from '../layout.ts'
import type { RawCell } from '../raw.ts'
import type { MoneyUnit } from './money.ts'

/** What was done to a cell's text to read it; the names are stable, their words stand in `repairWords`. */
export type Repair =
  | 'blanks'
  | 'width'
  | 'empty-mark'
  | 'case-number-form'
  | 'paper-suffix'
  | 'date-form'
  | 'date-serial'
  | 'amount-form'
  | 'amount-unit'
  | 'binary-noise'
  | 'list-split'
  | 'et-al'
  | 'identifier-form'
  | 'phone-form'
  | 'synonym'
  | 'yes-no-form'

/** Where a cleaner reports. One sink serves a whole row; cleaners return the value, `null` or `[]` when there is none. */
export type Sink = {
  repair(repair: Repair): void
  /** The cell cannot be taken as it is: an error sets its row aside. */
  problem(code: string, message: string, severity?: Severity): void
}

/** Signs and words people put where nothing is known: they mean an empty cell. */
const emptyMark =
  /^(?:[/\\\-—–―－_﹣*]+|无|空|空白|暂无|没有|不详|未知|不明|待定|待补|待填|待查|待核实?|N\/?A|NULL|NONE|NaN)$/i

const outerBlanks = /^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g
/** Blanks lie below 0x21 or between these; most cells begin and end with neither, and are not searched. */
const mayBeBlank = (code: number): boolean =>
  code <= 0x20 || code === 0xa0 || (code >= 0x1680 && code <= 0x3000) || code === 0xfeff
export const trimmed = (text: string): string =>
  mayBeBlank(text.charCodeAt(0)) || mayBeBlank(text.charCodeAt(text.length - 1)) ? text.replace(outerBlanks, '') : text

const emptyMarkStart = /^[/\\\-—–―－_﹣*无空暂没不未待Nn／＼＊Ｎｎ]/
export const isEmptyMark = (text: string): boolean =>
  text.length <= 8 && emptyMarkStart.test(text) && emptyMark.test(text.normalize('NFKC'))

const anyBlank = /[\s\u200b-\u200d\ufeff\u00ad]+/g
export const withoutBlanks = (text: string): string => text.replace(anyBlank, '')
/** One way of writing every sign, without blanks: what comparison and reading of numbers need. */
export const compact = (text: string): string => withoutBlanks(text.normalize('NFKC'))

/** How a cell is quoted in a message: short, on one line. */
export function quoted(text: string): string {
  const line = text.replace(anyBlank, ' ').trim()
  return `“${line.length > 30 ? `${line.slice(0, 30)}…` : line}”`
}

export type CleaningSettings = {
  readonly unit: MoneyUnit
  readonly today: Temporal.PlainDate
  /** For the column that names the record: whose case numbers, and of which types, belong into the ledger. */
  readonly own?: { readonly court: string | null; readonly caseTypes: readonly string[] }
}

/** Reads one cell of a column: the value, or `null` (lists: `[]`) with what is wrong said to the sink. */
export type Cleaner = (cell: RawCell, sink: Sink) => CleanValue

export const isList = ({ type }: Column): boolean => type === 'list' || type === 'id-list' || type === 'phone-list'

/** What an empty cell of the column means. */
export function emptyValue(column: Column): CleanValue {
  if (isList(column)) return []
  if (column.type === 'money' && column.emptyIsZero === true) return noMoney
  return column.type === 'yes-no' && column.emptyIsNo === true ? false : null
}

/** The value of a cell that holds only a placeholder. */
export function emptied<T>(text: string, sink: Sink, value: T): T {
  if (trimmed(text) !== '') sink.repair('empty-mark')
  return value
}

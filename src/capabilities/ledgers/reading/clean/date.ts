import type { RawCell } from '../raw.ts'
import { dateOfSerial } from '../file/serial-date.ts'
import type { Repair } from './cleaning.ts'
import { compact, isEmptyMark, trimmed } from './cleaning.ts'

export type DateReading =
  | { readonly kind: 'empty'; readonly repair?: Repair }
  | { readonly kind: 'unreadable' }
  /** Looks like a day, but the calendar has no such day. */
  | { readonly kind: 'impossible' }
  | { readonly kind: 'day'; readonly day: string; readonly repair?: Repair }

const isoForm = /^\d{4}-\d{2}-\d{2}$/
const separated =
  /^(\d{4})[年./,、_·—-](\d{1,2})[月./,、_·—-](\d{1,2})[日号]?\.?(?:[(]?(?:星期|周)[一二三四五六日天][)]?)?$/
/** A time of day, told from the day by a blank, a T or 日 before it. */
const timeOfDay =
  /(?:[\sT]+|(?<=[日号]))(?:[上下]午)?\d{1,2}\s*[:时点](?:\s*\d{1,2}\s*(?:[:分](?:\s*\d{1,2}(?:\.\d+)?秒?)?)?)?Z?$/
const joined = /^((?:19|20)\d{2})(\d{2})(\d{2})$/
const serial = /^\d{5}(?:\.\d+)?$/
const notYet = /^(?:尚?未.{0,6}|在办|办理中|执行中)$/
/** Serial numbers that can be meant as days: 1954 to 2064. */
const [firstSerial, lastSerial] = [20_000, 60_000]

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

function dayOf(year: number, month: number, day: number): string | undefined {
  const leap = month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0)
  const last = (daysInMonth[month - 1] ?? 0) + (leap ? 1 : 0)
  if (day < 1 || day > last || year < 1900 || year > 2199) return undefined
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const dayFrom = (year: string, month: string, day: string): DateReading => {
  const found = dayOf(Number(year), Number(month), Number(day))
  return found === undefined ? { kind: 'impossible' } : { kind: 'day', day: found, repair: 'date-form' }
}

/** A day as clerks and spreadsheets write it. A time of day is dropped; a month without a day is no day. */
export function readDate(cell: RawCell): DateReading {
  if (cell === null) return { kind: 'empty' }
  if (typeof cell === 'number') return daySerial(cell)
  if (typeof cell === 'boolean') return { kind: 'unreadable' }
  if (typeof cell === 'object') {
    const day = cell.text.slice(0, 10)
    return isoForm.test(day) ? plainDay(day, cell.text.length > 10) : { kind: 'unreadable' }
  }
  if (isoForm.test(cell)) return plainDay(cell, false)
  const outer = trimmed(cell)
  if (outer === '') return { kind: 'empty' }
  if (isEmptyMark(outer) || notYet.test(outer)) return { kind: 'empty', repair: 'empty-mark' }
  const text = compact(outer.normalize('NFKC').replace(timeOfDay, ''))
  const parts = separated.exec(text) ?? joined.exec(text)
  if (parts) return dayFrom(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '')
  return serial.test(text) ? daySerial(Number(text)) : { kind: 'unreadable' }
}

function plainDay(text: string, hadTime: boolean): DateReading {
  const found = dayOf(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)))
  if (found === undefined) return { kind: 'impossible' }
  return hadTime ? { kind: 'day', day: found, repair: 'date-form' } : { kind: 'day', day: found }
}

function daySerial(number: number): DateReading {
  const packed = joined.exec(String(number))
  if (packed) return dayFrom(packed[1] ?? '', packed[2] ?? '', packed[3] ?? '')
  if (!(number >= firstSerial && number < lastSerial)) return { kind: 'unreadable' }
  const day = dateOfSerial(Math.floor(number))
  return day === undefined ? { kind: 'unreadable' } : { kind: 'day', day: day.text, repair: 'date-serial' }
}

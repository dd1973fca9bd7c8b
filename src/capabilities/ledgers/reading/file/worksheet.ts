import type { DateCell, MergedRange, RawCell, RawRow } from '../raw.ts'
import { formulaWithoutResult } from '../raw.ts'
import type { SharedStrings } from './shared-strings.ts'
import { cellStyles } from './workbook.ts'
import { richText, xmlText } from './xml-text.ts'

export type WorksheetContext = {
  readonly strings: SharedStrings
  readonly styles: readonly number[]
  readonly since1904: boolean
}

/** Once a reader needs one column only, the other cells are not decoded: they read `true` where anything stands. */
export type Glance = { only?: number }

/** No ledger is wider; a stray cell far to the right must not make every row as wide as the sheet. */
const widestColumn = 1024
const longestRow = 64 * 1024 ** 2

const [lessThan, greaterThan, slash, equals, space] = [60, 62, 47, 61, 32]
const [letterA, letterZ, digit0, digit9, point] = [65, 90, 48, 57, 46]
const [c, d, f, i, n, r, s, t, v, b, e] = [...'cdfinrstvbe'].map((sign) => sign.charCodeAt(0))

/**
 * The rows of one sheet of an .xlsx, read from its unpacked bytes as they come; the merged ranges, which the file lists
 * after the last row, are told at the end.
 *
 * Works on bytes and decodes only cell values: markup is nine tenths of a sheet. It waits for its reader, so memory does
 * not grow with the sheet, and it tells a formula without a stored result from an empty cell.
 */
export async function* worksheetRows(
  chunks: AsyncIterable<Buffer>,
  context: WorksheetContext,
  tellMerges: (merges: readonly MergedRange[]) => void,
  glance: Glance = {},
): AsyncGenerator<RawRow> {
  let pending: Buffer = Buffer.alloc(0)
  let names: TagNames | undefined
  let previousRow = 0
  let inTail = false
  for await (const chunk of chunks) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    if (inTail) continue
    names ??= tagNames(pending)
    if (!names) continue
    let at = 0
    while (true) {
      const open = nextRow(pending, at, names)
      if (open === -1) {
        inTail = pending.indexOf(names.dataEnd, at) !== -1
        break
      }
      const openEnd = pending.indexOf(greaterThan, open)
      if (openEnd === -1) break
      const isEmpty = pending[openEnd - 1] === slash
      const close = isEmpty ? openEnd : pending.indexOf(names.rowEnd, openEnd)
      if (close === -1) break
      previousRow = rowNumberIn(pending, open, openEnd) ?? previousRow + 1
      const cells = isEmpty ? [] : readCells(pending, openEnd + 1, close, names.skip, context, glance.only)
      at = close + 1
      yield { rowNumber: previousRow, cells }
    }
    if (!inTail) pending = pending.subarray(keepFrom(pending, at, names))
    if (pending.length > longestRow) return
  }
  tellMerges(mergedRanges(pending.toString('latin1')))
}

type TagNames = { readonly skip: number; readonly row: Buffer; readonly rowEnd: Buffer; readonly dataEnd: Buffer }

/** Some writers prefix every tag: `<x:row>`. */
function tagNames(head: Buffer): TagNames | undefined {
  const found = /<(?:([\w.-]+):)?worksheet[\s>]/.exec(head.toString('latin1', 0, 4096))
  if (!found) return undefined
  const prefix = found[1] === undefined ? '' : `${found[1]}:`
  return {
    skip: prefix.length,
    row: Buffer.from(`<${prefix}row`),
    rowEnd: Buffer.from(`</${prefix}row>`),
    dataEnd: Buffer.from(`</${prefix}sheetData>`),
  }
}

function nextRow(bytes: Buffer, from: number, { row }: TagNames): number {
  let at = bytes.indexOf(row, from)
  while (at !== -1) {
    const sign = bytes[at + row.length]
    if (sign === undefined || sign === space || sign === greaterThan || sign === slash) return at
    at = bytes.indexOf(row, at + 1)
  }
  return -1
}

/** Bytes before the next row are done with; without one in sight the last few may be half a tag. */
function keepFrom(bytes: Buffer, at: number, names: TagNames): number {
  const open = nextRow(bytes, at, names)
  return open === -1 ? Math.max(at, bytes.length - 64) : open
}

function rowNumberIn(bytes: Buffer, open: number, openEnd: number): number | undefined {
  const found = /\sr=["'](\d{1,7})["']/.exec(bytes.toString('latin1', open, openEnd))
  return found ? Number(found[1]) : undefined
}

function readCells(
  bytes: Buffer,
  from: number,
  to: number,
  skip: number,
  context: WorksheetContext,
  only: number | undefined,
): RawCell[] {
  const cells: RawCell[] = []
  let column = -1
  let at = from
  while (at < to) {
    if (bytes[at] !== lessThan || bytes[at + 1 + skip] !== c || !isNameEnd(bytes[at + 2 + skip])) {
      at++
      continue
    }
    // The opening tag: r="B5" s="3" t="s", in any order.
    column++
    let style = -1
    let type = n
    at += 2 + skip
    while (at < to && bytes[at] !== greaterThan) {
      if (bytes[at] === space || bytes[at] === slash || bytes[at] === 10 || bytes[at] === 13 || bytes[at] === 9) {
        at++
        continue
      }
      const nameFrom = at
      while (at < to && bytes[at] !== equals) at++
      const isShort = at - nameFrom === 1
      const quote = bytes[at + 1]
      const valueFrom = at + 2
      at = valueFrom
      while (at < to && bytes[at] !== quote) at++
      if (isShort && bytes[nameFrom] === r) column = columnIn(bytes, valueFrom)
      else if (isShort && bytes[nameFrom] === s) style = integerIn(bytes, valueFrom, at)
      else if (isShort && bytes[nameFrom] === t) type = typeIn(bytes, valueFrom, at)
      at++
    }
    const isEmpty = bytes[at - 1] === slash
    at++
    if (isEmpty) continue

    // The content, up to </c>.
    let valueFrom = -1
    let valueTo = -1
    let hasFormula = false
    let inline: string | undefined
    while (at < to) {
      if (bytes[at] !== lessThan) {
        at++
        continue
      }
      if (bytes[at + 1] === slash) {
        if (bytes[at + 2 + skip] === c && bytes[at + 3 + skip] === greaterThan) break
        at += 2
        continue
      }
      const name = bytes[at + 1 + skip]
      const after = bytes[at + 2 + skip]
      if (name === i && after === s) {
        const end = bytes.indexOf('is>', at + 4 + skip)
        const stop = end === -1 || end > to ? to : end
        inline = richText(bytes.toString('utf8', at, stop + 3))
        at = stop
        continue
      }
      const isValue = name === v && isNameEnd(after)
      if (name === f && isNameEnd(after)) hasFormula = true
      while (at < to && bytes[at] !== greaterThan) at++
      at++
      if (!isValue || bytes[at - 2] === slash) continue
      valueFrom = at
      while (at < to && bytes[at] !== lessThan) at++
      valueTo = at
    }
    if (column >= widestColumn) continue
    const isWanted = only === undefined || only === column
    const hasValue = inline !== undefined || hasFormula || valueTo > valueFrom
    const value = isWanted
      ? (inline ?? valueOf(bytes, valueFrom, valueTo, type, style, hasFormula, context))
      : hasValue || null
    if (value === null) continue
    while (cells.length < column) cells.push(null)
    cells[column] = value
  }
  return cells
}

const isNameEnd = (sign: number | undefined): boolean =>
  sign === space || sign === greaterThan || sign === slash || sign === 10 || sign === 13 || sign === 9

function columnIn(bytes: Buffer, from: number): number {
  let column = 0
  for (let at = from; ; at++) {
    const sign = bytes[at] ?? 0
    if (sign < letterA || sign > letterZ) return column - 1
    column = column * 26 + sign - letterA + 1
  }
}

function integerIn(bytes: Buffer, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) value = value * 10 + (bytes[at] ?? digit0) - digit0
  return value
}

const formulaText = 1
/** `str` is the text a formula gave; every other type is known by its first letter. */
function typeIn(bytes: Buffer, from: number, to: number): number | undefined {
  return to - from === 3 ? formulaText : bytes[from]
}

function valueOf(
  bytes: Buffer,
  from: number,
  to: number,
  type: number | undefined,
  style: number,
  hasFormula: boolean,
  { strings, styles, since1904 }: WorksheetContext,
): RawCell {
  if (from === -1 || from === to) {
    return hasFormula && type !== formulaText ? { kind: 'error', text: formulaWithoutResult } : null
  }
  if (type === s) return strings.at(integerIn(bytes, from, to))
  if (type === formulaText || type === i) return xmlText(bytes.toString('utf8', from, to))
  if (type === b) return bytes[from] !== digit0
  if (type === e) return { kind: 'error', text: bytes.toString('latin1', from, to) }
  if (type === d)
    return {
      kind: 'date',
      text: bytes
        .toString('latin1', from, to)
        .replace('T', ' ')
        .replace(/(\.\d+)?Z?$/, ''),
    }
  const number = numberIn(bytes, from, to)
  if (Number.isNaN(number)) return xmlText(bytes.toString('utf8', from, to))
  const meaning = styles[style]
  if (meaning === cellStyles.date) return dateOfSerial(number, since1904) ?? number
  if (meaning === cellStyles.percent) return percentText(bytes.toString('latin1', from, to))
  return number
}

function numberIn(bytes: Buffer, from: number, to: number): number {
  if (to - from > 9) return Number(bytes.toString('latin1', from, to))
  let value = 0
  for (let at = from; at < to; at++) {
    const sign = bytes[at] ?? point
    if (sign < digit0 || sign > digit9) return Number(bytes.toString('latin1', from, to))
    value = value * 10 + sign - digit0
  }
  return value
}

/** 0.9974 in a percent cell is read by everybody as 99.74%. */
export function percentText(text: string): string {
  const percent = Number((Number(text) * 100).toPrecision(14))
  return `${percent}%`
}

const lastSerial = 2_958_465
const dates = new Map<number, DateCell | undefined>()
const rememberedDates = 40_000

/** Days since 1899-12-30 (since 1904-01-01 in workbooks of old Macs) as the day they show; times to the second. */
export function dateOfSerial(serial: number, since1904 = false): DateCell | undefined {
  const days = since1904 ? serial + 1462 : serial
  if (dates.has(days)) return dates.get(days)
  const cell = dateCell(days)
  if (dates.size < rememberedDates) dates.set(days, cell)
  return cell
}

function dateCell(serial: number): DateCell | undefined {
  if (!(serial >= 0) || serial > lastSerial + 1 || Math.floor(serial) === 60) return undefined
  const seconds = Math.round(serial * 86_400)
  const days = Math.floor(seconds / 86_400)
  const time = seconds % 86_400
  const clock = [time / 3600, (time / 60) % 60, time % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':')
  if (days === 0) return { kind: 'date', text: clock }
  // Excel believes that 1900 was a leap year; days before that March stand one later.
  const day = new Temporal.PlainDate(1899, 12, days < 60 ? 31 : 30).add({ days }).toString()
  return { kind: 'date', text: time === 0 ? day : `${day} ${clock}` }
}

const mergePattern = /mergeCell\s[^>]*ref=["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/g

const columnNumber = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - letterA + 1, 0)

function mergedRanges(tail: string): MergedRange[] {
  return [...tail.matchAll(mergePattern)].map(([, left = '', top = '', right = '', bottom = '']) => ({
    fromRow: Number(top),
    toRow: Number(bottom),
    fromColumn: columnNumber(left),
    toColumn: columnNumber(right),
  }))
}

import type { RawCell } from '../raw.ts'
import { formulaWithoutResult } from '../raw.ts'
import { dateOfSerial, percentText } from './serial-date.ts'
import type { SharedStrings } from './shared-strings.ts'
import { cellStyles } from './workbook.ts'
import { richText, xmlText } from './xml-text.ts'

export type WorksheetContext = {
  readonly fileName: string
  readonly strings: SharedStrings
  readonly styles: readonly number[]
  readonly since1904: boolean
}

/** No ledger is wider; a stray cell far to the right must not make every row as wide as the sheet. */
const widestColumn = 1024

const [lessThan, greaterThan, slash, equals, space] = [60, 62, 47, 61, 32]
const [letterA, letterZ, digit0, digit9, point] = [65, 90, 48, 57, 46]
const [c, d, f, i, n, r, s, t, v, b, e] = [...'cdfinrstvbe'].map((sign) => sign.charCodeAt(0))

/**
 * The cells of one row from its bytes between `from` and `to`; `skip` is the length of the prefix of every tag. With
 * `only`, cells of other columns are not decoded: they read `true` where anything stands.
 */
export function readCells(
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

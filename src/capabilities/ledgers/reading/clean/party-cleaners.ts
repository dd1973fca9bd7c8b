import type { Column } from '../layout.ts'
import { cellText } from '../raw.ts'
import type { Cleaner, Sink } from './cleaning.ts'
import { compact, emptied, quoted, withoutBlanks } from './cleaning.ts'
import {
  identifierFault,
  identifierText,
  isPhone,
  isPlainIdentifier,
  isPlainPhone,
  phoneText,
  splitJoined,
  wholeNumberText,
} from './identifier.ts'
import { cleanName, isPlainName, readName, splitByBlanks, splitList } from './list.ts'
import { wordsOf } from './word-cleaners.ts'

export function listCleaner({ names, codes = {} }: Column): Cleaner {
  const canonical = wordsOf(codes)
  return (cell, sink) => {
    const text = cellText(cell)
    if (canonical.size === 0 && isPlainName(text)) return [text]
    const pieces = splitList(text)
    if (pieces.every((piece) => piece === '')) return emptied(text, sink, [])
    const entries = pieces.flatMap((piece) => (names === true ? splitByBlanks(piece) : [piece]))
    const values = cleanEntries(entries, text, names === true, sink)
    return canonical.size === 0 ? values : values.map((value) => canonical.get(compact(value).toLowerCase()) ?? value)
  }
}

/** Also used when identifiers beside the names prove where one name ends. */
export function cleanEntries(entries: readonly string[], text: string, names: boolean, sink: Sink): string[] {
  const read = entries.map(readName)
  const values = read.map(({ name }, index) => (names ? name : cleanName(entries[index] ?? '')))
  if (names) {
    const etAl = read.find((entry) => entry.etAl)
    if (etAl) {
      sink.repair('et-al')
      sink.problem(
        'W_PARTY_ET_AL',
        `${quoted(text)}没有写全，只能登记写出的“${etAl.name}”；请补齐其余的人。`,
        'warning',
      )
    }
    const masked = read.find((entry) => entry.masked)
    if (masked) sink.problem('W_NAME_MASKED', `姓名“${masked.name}”经过隐名处理，请填写真实姓名。`, 'warning')
  }
  if (values.length > 1) sink.repair('list-split')
  else if (values[0] !== text) sink.repair(withoutBlanks(text) === values[0] ? 'blanks' : 'width')
  return values
}

export const identifierCleaner =
  ({ title }: Column, today: Temporal.PlainDate): Cleaner =>
  (cell, sink) => {
    if (typeof cell === 'number') {
      const whole = wholeNumberText(cell)
      if (whole === undefined) {
        sink.problem(
          'E_ID_FORMAT',
          `${title}按数字保存，超过15位的部分已经丢失，无法恢复；请在原表把该列设为文本后重新填写。`,
        )
        return []
      }
    }
    const text = cellText(cell)
    const values = isPlainIdentifier(text)
      ? [text]
      : splitList(text).flatMap((piece) => splitJoined(identifierText(piece), /\s/.test(piece)))
    if (values.every((value) => value === '')) return keepPlaces(values, text, sink)
    for (const value of values) {
      const fault = value === '' ? undefined : identifierFault(value, today)
      if (fault) sink.problem(fault.code, fault.message, fault.code.startsWith('W') ? 'warning' : 'error')
    }
    if (values.length > 1) sink.repair('list-split')
    else if (values[0] !== text) sink.repair('identifier-form')
    return values
  }

/** `/、/` says that neither of two persons has one; a lone mark says nothing at all. */
function keepPlaces(values: readonly string[], text: string, sink: Sink): readonly string[] {
  return values.length > 1 ? values : emptied(text, sink, [])
}

export const phoneCleaner =
  ({ title }: Column): Cleaner =>
  (cell, sink) => {
    const text = cellText(cell)
    const values = isPlainPhone(text)
      ? [text]
      : splitList(text).flatMap((piece) => splitJoined(phoneText(piece), /\s/.test(piece)))
    if (values.every((value) => value === '')) return keepPlaces(values, text, sink)
    const wrong = values.find((value) => value !== '' && !isPhone(value))
    if (wrong !== undefined) {
      sink.problem('W_PHONE', `${title}“${wrong}”不像电话号码，请核对位数。`, 'warning')
    }
    if (values.length > 1) sink.repair('list-split')
    else if (typeof cell === 'string' && values[0] !== text) sink.repair('phone-form')
    return values
  }

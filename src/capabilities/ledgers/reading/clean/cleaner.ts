import { formatYuan, noMoney } from '#kernel/values/money.ts'
import { withoutNeutral } from '#kernel/sheets/formula-text.ts'
import type { CleanValue, Column, Severity } from '../layout.ts'
import type { RawCell } from '../raw.ts'
import { cellText, isErrorText } from '../raw.ts'
import { readCaseNumberCell } from './case-number.ts'
import type { Repair, Sink } from './cleaning.ts'
import { compact, isEmptyMark, quoted, trimmed, withoutBlanks } from './cleaning.ts'
import { readDate } from './date.ts'
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
import type { MoneyUnit } from './money.ts'
import { readMoney } from './money.ts'

export type CleaningSettings = {
  readonly unit: MoneyUnit
  readonly today: Temporal.PlainDate
  /** For the column that names the record: whose case numbers, and of which types, belong into the ledger. */
  readonly own?: { readonly court: string | null; readonly caseTypes: readonly string[] }
}

/** Reads one cell of a column: the value, or `null` (lists: `[]`) with what is wrong said to the sink. */
export type Cleaner = (cell: RawCell, sink: Sink) => CleanValue

/** The cleaner of a declared column. Pure: the same cell gives the same value, whatever was read before. */
export function cleanerFor(column: Column, settings: CleaningSettings): Cleaner {
  const clean = repeats(column) ? remembering(cleanerOfType(column, settings)) : cleanerOfType(column, settings)
  const empty = emptyValue(column)
  return (cell, sink) => {
    if (cell === null || cell === '') return empty
    const failed = failedFormula(cell)
    if (failed !== undefined) {
      sink.problem(
        isMinor(column) ? 'W_FORMULA_ERROR' : 'E_FORMULA_ERROR',
        `“${column.title}”是公式错误 ${failed}，没有可用的值；请在原表改正公式，或直接填写结果。`,
        isMinor(column) ? 'warning' : 'error',
      )
      return isList(column) ? [] : null
    }
    return clean(typeof cell === 'string' && cell.charCodeAt(0) === 39 ? withoutNeutral(cell) : cell, sink)
  }
}

/** Columns in which the same few texts come again and again: days, codes, people of the court, causes. */
const repeats = ({ type, names }: Column): boolean =>
  type === 'date' || type === 'code' || type === 'yes-no' || type === 'text' || (type === 'list' && names !== true)

/** How a formula failed, in a workbook or in the text saved from one. */
function failedFormula(cell: RawCell): string | undefined {
  if (typeof cell === 'string') return isErrorText(cell) ? cell.trim() : undefined
  return typeof cell === 'object' && cell?.kind === 'error' ? cell.text : undefined
}

const rememberedCells = 4000
const longestRemembered = 24

type Remark = readonly [code: string, message: string, severity: Severity | undefined]
type Verdict = { readonly value: CleanValue; readonly repairs: readonly Repair[]; readonly remarks: readonly Remark[] }

/** The same cleaner, which keeps its verdicts on short texts and repeats them word for word. */
function remembering(clean: Cleaner): Cleaner {
  const verdicts = new Map<RawCell, Verdict>()
  return (cell, sink) => {
    if (typeof cell === 'string' && cell.length > longestRemembered) return clean(cell, sink)
    let verdict = verdicts.get(cell)
    if (!verdict) {
      verdict = judgeOnce(clean, cell)
      // A copy of a text: a slice of the file would keep the whole piece alive.
      const key = typeof cell === 'string' ? Buffer.from(cell).toString() : cell
      if (verdicts.size < rememberedCells) verdicts.set(key, verdict)
    }
    if (verdict.repairs === nothing && verdict.remarks === nothing) return verdict.value
    for (const repair of verdict.repairs) sink.repair(repair)
    for (const [code, message, severity] of verdict.remarks) sink.problem(code, message, severity)
    return verdict.value
  }
}

const nothing: readonly never[] = []

function judgeOnce(clean: Cleaner, cell: RawCell): Verdict {
  const repairs: Repair[] = []
  const remarks: Remark[] = []
  const value = clean(cell, {
    repair: (repair) => void repairs.push(repair),
    problem: (code, message, severity) => void remarks.push([code, message, severity]),
  })
  const isPlain = repairs.length === 0 && remarks.length === 0
  return isPlain ? { value, repairs: nothing, remarks: nothing } : { value, repairs, remarks }
}

/** Running numbers and remarks: a fault in them is no reason to refuse a row. */
const isMinor = ({ type, required }: Column): boolean => type === 'integer' && required !== true

export const isList = ({ type }: Column): boolean => type === 'list' || type === 'id-list' || type === 'phone-list'

/** What an empty cell of the column means. */
export function emptyValue(column: Column): CleanValue {
  if (isList(column)) return []
  if (column.type === 'money' && column.emptyIsZero === true) return noMoney
  return column.type === 'yes-no' && column.emptyIsNo === true ? false : null
}

function cleanerOfType(column: Column, { unit, today, own }: CleaningSettings): Cleaner {
  switch (column.type) {
    case 'case-number':
      return caseNumberCleaner(column, own)
    case 'date':
      return dateCleaner(column, today.toString())
    case 'money':
      return moneyCleaner(column, unit)
    case 'list':
      return listCleaner(column)
    case 'id-list':
      return identifierCleaner(column, today)
    case 'phone-list':
      return phoneCleaner(column)
    case 'code':
      return codeCleaner(column)
    case 'yes-no':
      return yesNoCleaner(column)
    case 'integer':
      return integerCleaner(column)
    case 'number':
      return numberCleaner(column)
    case 'text':
      return textCleaner(column)
  }
}

const caseNumberCleaner =
  ({ title, required }: Column, own: CleaningSettings['own']): Cleaner =>
  (cell, sink) => {
    const text = cellText(cell)
    const found = readCaseNumberCell(text)
    if (found.kind === 'empty') return emptied(text, sink, null)
    if (found.kind === 'unreadable') {
      const isKey = required === true
      sink.problem(
        isKey ? 'E_CASE_NO_FORMAT' : 'W_CASE_NO_FORMAT',
        `${title}${quoted(text)}不是完整的案号；应写成“（年份）法院代字类型代字编号号”，例如（2024）川1123执12号的样式。`,
        isKey ? 'error' : 'warning',
      )
      return null
    }
    // Numbers of the form used to 2015 carry the court in a word of their own, which says nothing certain.
    if (own && found.court !== null) {
      if (own.court !== null && found.court !== own.court) {
        sink.problem(
          'E_COURT_CODE',
          `${title}${found.canonical}是${found.court}的案号，本院代字是${own.court}，请核对。`,
        )
      }
      if (own.caseTypes.length > 0 && !own.caseTypes.includes(found.type)) {
        const types = own.caseTypes.map((type) => `“${type}”`).join('、')
        sink.problem(
          'E_CASE_TYPE',
          `${title}${found.canonical}是“${found.type}”字案件，本台账只收${types}字案件；请导入对应的台账。`,
        )
      }
    }
    if (found.paperDropped) sink.repair('paper-suffix')
    if (found.canonical !== text) sink.repair('case-number-form')
    return found.canonical
  }

function emptied<T>(text: string, sink: Sink, value: T): T {
  if (trimmed(text) !== '') sink.repair('empty-mark')
  return value
}

const dateCleaner =
  ({ title, mayBeAhead }: Column, today: string): Cleaner =>
  (cell, sink) => {
    const found = readDate(cell)
    if (found.kind === 'empty') {
      if (found.repair) sink.repair(found.repair)
      return null
    }
    if (found.kind !== 'day') {
      const why = found.kind === 'impossible' ? '不是日历上有的日期' : '不是日期'
      sink.problem('E_DATE_INVALID', `${title}${quoted(cellText(cell))}${why}，请写成 2024-03-05 的样式。`)
      return null
    }
    if (found.day > today && mayBeAhead !== true) {
      sink.problem('E_DATE_FUTURE', `${title}${found.day}在今天（${today}）之后，尚未发生的事不能导入，请核对年份。`)
      return null
    }
    if (found.repair) sink.repair(found.repair)
    return found.day
  }

const refusedMoney = {
  text: ['E_AMOUNT_TEXT', '不是金额；须写到分，不能写“余”“约”或文字说明'],
  negative: ['E_AMOUNT_NEGATIVE', '是负数；金额不能为负，退回的钱请在案款台账登记'],
  'third-decimal': ['E_AMOUNT_DECIMALS', '不足一分；金额最多两位小数，请核对'],
  overflow: ['E_AMOUNT_OVERFLOW', '超出可以记账的范围，请核对位数和单位'],
} as const

const moneyCleaner =
  (column: Column, unit: MoneyUnit): Cleaner =>
  (cell, sink) => {
    const found = readMoney(cell, unit)
    if (found.kind === 'amount') {
      if (found.repair) sink.repair(found.repair)
      return found.fen
    }
    if (found.kind === 'empty') {
      if (found.repair) sink.repair(found.repair)
      return emptyValue(column)
    }
    const [code, words] = refusedMoney[found.why]
    sink.problem(code, `${column.title}${quoted(cellText(cell))}${words}。`)
    return null
  }

function listCleaner({ names, codes = {} }: Column): Cleaner {
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

const identifierCleaner =
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

const phoneCleaner =
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

function wordsOf(codes: NonNullable<Column['codes']>): ReadonlyMap<string, string> {
  const canonical = new Map<string, string>()
  for (const [code, synonyms] of Object.entries(codes)) {
    for (const word of [code, ...synonyms]) canonical.set(compact(word).toLowerCase(), code)
  }
  return canonical
}

function codeCleaner({ title, codes = {}, unknown }: Column): Cleaner {
  const canonical = wordsOf(codes)
  const known = Object.keys(codes)
    .filter((code) => code !== '')
    .join('、')
  return (cell, sink) => {
    const text = cellText(cell)
    const word = compact(text).toLowerCase()
    const code = canonical.get(word) ?? canonical.get(word.replace(/\([^)]*\)/g, ''))
    if (code !== undefined) {
      if (code !== text) sink.repair('synonym')
      return code === '' ? null : code
    }
    if (isEmptyMark(trimmed(text))) return emptied(text, sink, null)
    if (word === '') return null
    if (unknown === undefined) return keptText(text, sink)
    sink.problem(unknown, `${title}${quoted(text)}不是已知的写法；请改为其中之一：${known}。`)
    return null
  }
}

const yes = /^(?:是|有|√|✓|✔|☑|●|Y|YES|TRUE|1|已.*|是[,，(（].*)$/i
const no = /^(?:否|无|没有|×|✗|✘|X|☐|□|N|NO|FALSE|0|未.*|不是|[/\\\-—]+)$/i

const yesNoCleaner =
  (column: Column): Cleaner =>
  (cell, sink) => {
    if (typeof cell === 'boolean') return cell
    const text = cellText(cell)
    const word = compact(text)
    if (word === '') return emptyValue(column)
    const value = yes.test(word) ? true : no.test(word) ? false : null
    if (value === null) {
      sink.problem('W_YES_NO', `${column.title}${quoted(text)}看不出是或否，按未填处理。`, 'warning')
    } else if (text !== (value ? '是' : '否')) sink.repair('yes-no-form')
    return value
  }

const integerCleaner =
  ({ title, required }: Column): Cleaner =>
  (cell, sink) => {
    const text = compact(cellText(cell))
    if (text === '' || isEmptyMark(text)) return null
    const digits = /^(-?\d{1,15})(?:\.0*)?[次人件名个天日]?$/.exec(text)?.[1]
    if (digits !== undefined) return Number(digits)
    if (required === true) sink.problem('E_NUMBER', `${title}${quoted(text)}不是整数，请核对。`)
    else sink.problem('W_NUMBER', `${title}${quoted(text)}不是整数，按未填处理。`, 'warning')
    return null
  }

/** A decimal number, kept as the text of its digits: 99.74 stays 99.74. */
const numberCleaner =
  ({ title }: Column): Cleaner =>
  (cell, sink) => {
    const text = typeof cell === 'number' ? plainNumber(cell) : compact(cellText(cell)).replaceAll(',', '')
    if (text === '' || isEmptyMark(text)) return null
    const digits = /^(-?\d+(?:\.\d+)?)[%‰]?$/.exec(text)?.[1]
    if (digits !== undefined) return digits
    sink.problem('E_NUMBER', `${title}${quoted(cellText(cell))}不是数字，请核对。`)
    return null
  }

const plainNumber = (number: number): string => {
  const short = String(Number(number.toPrecision(14)))
  return short.includes('e') ? number.toFixed(10).replace(/\.?0+$/, '') : short
}

const textCleaner =
  ({ names, prose, documentNumber }: Column): Cleaner =>
  (cell, sink) => {
    const text = cellText(cell)
    const outer = trimmed(text)
    if (outer === '' || isEmptyMark(outer)) return emptied(text, sink, null)
    if (prose === true) return keptText(text, sink)
    const plain = names === true ? cleanName(withoutPost(outer)) : plainText(outer)
    const value = documentNumber === true ? documentNumberIn(plain) : plain
    if (value !== text) sink.repair(withoutBlanks(text) === withoutBlanks(value) ? 'blanks' : 'width')
    return value
  }

/** 陈某（员额法官） and 陈某 法官 are the person 陈某; the post is in the roll of staff. */
const post = /[(（][^()（）]*[)）]$|(?<=^\S{2,4}\s*)(?:员额法官|法官助理|法官|执行员|审判员|书记员|副?庭长|副?局长)$/
const withoutPost = (text: string): string => text.replace(post, '').replace(/\s+$/, '') || text

const wideSign = /[０-９Ａ-Ｚａ-ｚ]/g
const blanksInChinese =
  /(?<=[\u3400-\u9fff，。、；：（）〔〕])\s+(?=[\u3400-\u9fff，。、；：（）〔〕\d])|(?<=\d)\s+(?=[\u3400-\u9fff])/g

/** A word or title: digits and letters in half width, no blanks where Chinese has none. */
const plainText = (text: string): string =>
  text.replace(wideSign, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(blanksInChinese, '')

function documentNumberIn(text: string): string {
  const found = readCaseNumberCell(text)
  return found.kind === 'read' && !found.paperDropped ? found.canonical : text
}

function keptText(text: string, sink: Sink): string {
  const kept = trimmed(text)
  if (kept !== text) sink.repair('blanks')
  return kept
}

/** A cleaned value as people read it, for lists of what was changed. */
export function printValue(value: CleanValue, column: Column): string {
  if (value === null) return ''
  if (typeof value === 'bigint') return formatYuan(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'object') return value.map((entry) => (entry === '' ? '/' : entry)).join('、')
  return column.type === 'date' ? value.toString() : String(value)
}

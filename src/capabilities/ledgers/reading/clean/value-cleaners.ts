import type { Column } from '../layout.ts'
import { cellText } from '../raw.ts'
import { readCaseNumberCell } from './case-number.ts'
import type { Cleaner, CleaningSettings } from './cleaning.ts'
import { compact, emptied, emptyValue, isEmptyMark, quoted } from './cleaning.ts'
import { readDate } from './date.ts'
import type { MoneyUnit } from './money.ts'
import { readMoney } from './money.ts'

/** 法〔2015〕137号: numbers of these years take the form of their time. */
const beforeModernForm = /(?<!\d)(?:19\d\d|20(?:0\d|1[0-5]))(?!\d)/

export const caseNumberCleaner =
  ({ title, required }: Column, own: CleaningSettings['own']): Cleaner =>
  (cell, sink) => {
    const text = cellText(cell)
    const found = readCaseNumberCell(text)
    if (found.kind === 'empty') return emptied(text, sink, null)
    if (found.kind === 'unreadable') {
      const isKey = required === true
      sink.problem(
        isKey ? 'E_CASE_NO_FORMAT' : 'W_CASE_NO_FORMAT',
        `${title}${quoted(text)}不是完整的案号；应写成“（年份）法院代字类型代字编号号”，例如（2024）川1123执12号的样式。${beforeModernForm.test(text) ? '2015年及以前的案号用旧格式：（年份）…字第…号。' : ''}`,
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

export const dateCleaner =
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

export const moneyCleaner =
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

export const integerCleaner =
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
export const numberCleaner =
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

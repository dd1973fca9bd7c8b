import { withoutNeutral } from '#kernel/sheets/formula-text.ts'
import { formatYuan } from '#kernel/values/money.ts'
import type { CleanValue, Column } from '../layout.ts'
import type { RawCell } from '../raw.ts'
import { isErrorText } from '../raw.ts'
import type { Cleaner, CleaningSettings } from './cleaning.ts'
import { emptyValue, isList } from './cleaning.ts'
import { identifierCleaner, listCleaner, phoneCleaner } from './party-cleaners.ts'
import { remembering } from './remembering.ts'
import { caseNumberCleaner, dateCleaner, integerCleaner, moneyCleaner, numberCleaner } from './value-cleaners.ts'
import { codeCleaner, textCleaner, yesNoCleaner } from './word-cleaners.ts'

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

/** Running numbers and remarks: a fault in them is no reason to refuse a row. */
const isMinor = ({ type, required }: Column): boolean => type === 'integer' && required !== true

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

/** A cleaned value as people read it, for lists of what was changed. */
export function printValue(value: CleanValue, column: Column): string {
  if (value === null) return ''
  if (typeof value === 'bigint') return formatYuan(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'object') return value.map((entry) => (entry === '' ? '/' : entry)).join('、')
  return column.type === 'date' ? value.toString() : String(value)
}

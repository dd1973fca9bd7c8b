import { printValue } from './clean/cleaner.ts'
import { compact } from './clean/cleaning.ts'
import type { Column, Layout, LedgerRecord } from './layout.ts'

/** Whether several cells of a row name its record together. */
export const isComposed = ({ keyFields }: Layout): boolean => keyFields.length > 1

/** Between the parts of a name that is made of several cells, as people read it. */
const between = ' · '

/** The name that several cells of a row give its record: （2024）川1123执12号 · 2024-05-06 · 张三. Null when all are empty. */
export function composedKey({ columns, keyFields }: Layout): (record: LedgerRecord) => string | null {
  const parts = keyFields.flatMap((field) => columns.find((column) => column.field === field) ?? [])
  const plain = (record: LedgerRecord, column: Column): string =>
    compact(printValue(record[column.field] ?? null, column)).replaceAll('·', '・')
  const part = (record: LedgerRecord, column: Column): string =>
    column.type === 'case-number' ? printValue(record[column.field] ?? null, column) : plain(record, column)
  return (record) => {
    const texts = parts.map((column) => part(record, column))
    return texts.every((text) => text === '') ? null : texts.join(between)
  }
}

/** Rows that agree in all that names them are true repeats; the second is #2, so that the same sheet again finds each. */
export function repeats(): (key: string) => string {
  const seen = new Map<string, number>()
  return (key) => {
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? key : `${key} #${count}`
  }
}

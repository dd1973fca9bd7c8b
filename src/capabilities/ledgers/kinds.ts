import type { Tx } from '#kernel/database/transaction.ts'
import type { Intake } from './intake.ts'
import type { CleanValue, Column, ColumnType, Layout } from './reading/index.ts'
import { formatYuan } from '#kernel/values/money.ts'

export const intakeOf = (tx: Tx, kind: string): Intake | undefined =>
  tx.platform.registry.gather('ledgers').find(({ layout }) => layout.kind === kind)

export const titleOf = (layout: Layout | undefined, field: string): string =>
  layout?.columns.find((column) => column.field === field)?.title ?? field

const personal: ReadonlySet<ColumnType> = new Set(['id-list', 'phone-list'])
export const isPersonal = (column: Column | undefined): boolean => column !== undefined && personal.has(column.type)

/** 511…4021. */
const masked = (text: string): string => (text.length <= 4 ? '…' : `${text.slice(0, 3)}…${text.slice(-4)}`)

/** A value as a person reads it; identifiers and phones masked unless `open`. Money may be a `bigint` or digits with n. */
export function valueText(value: CleanValue, column: Column | undefined, open = false): string | null {
  if (value === null || value === '') return null
  if (Array.isArray(value)) {
    const texts = (value as readonly string[]).map((text) => (open || !isPersonal(column) ? text : masked(text)))
    return texts.length === 0 ? null : texts.join('、')
  }
  if (typeof value === 'bigint') return formatYuan(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  const text = String(value)
  if (column?.type === 'money' && /^-?\d+n$/.test(text)) return formatYuan(BigInt(text.slice(0, -1)))
  return open || !isPersonal(column) ? text : masked(text)
}

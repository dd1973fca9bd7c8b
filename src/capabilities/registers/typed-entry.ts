import type { LedgerRecord } from '#capabilities/ledgers'
import { isRefusal, type Refusal } from '#kernel/problem.ts'
import { plainText } from '#kernel/values/text.ts'
import { parseCaseNumber } from '#law/case-number.ts'
import { ownFields, type Register } from './declaration.ts'
import { dayOutOfReach, numberUnreadable } from './problems.ts'

/** What a person typed, as a ledger would state it: days as ISO text, lists taken apart, case numbers in their form. */
export function entryFrom(register: Register, typed: Readonly<Record<string, unknown>>): LedgerRecord | Refusal {
  const record: Record<string, LedgerRecord[string]> = {}
  for (const [field, { kind }] of Object.entries(register.fields)) {
    if (!(field in typed) || typed[field] === undefined) continue
    const value =
      kind === 'case' || kind === 'case-number' ? numberIn(field, typed[field]) : plainValue(kind, typed[field])
    if (isRefusal(value)) return value
    if (kind === 'day' && typeof value === 'string' && !isWithinReach(value)) return dayOutOfReach(field)
    record[field] = value
  }
  return record
}

/** Days that a term may still be added to: nothing a court records lies beyond. */
const isWithinReach = (day: string): boolean => day >= '1900-01-01' && day <= '2199-12-31'

/** Every field of the register, those not typed as empty as a sheet would leave them. */
export const withEmpty = (register: Register, record: LedgerRecord): LedgerRecord => ({
  ...Object.fromEntries(
    ownFields(register).map(([field, { kind, emptyIsNone }]) => [
      field,
      kind === 'list' ? [] : kind === 'yes-no' && emptyIsNone ? false : null,
    ]),
  ),
  ...record,
})

function plainValue(kind: string, value: unknown): LedgerRecord[string] {
  if (value instanceof Temporal.PlainDate) return value.toString()
  if (kind === 'list' && typeof value === 'string')
    return value
      .split(/[、；;，,\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
  return (value ?? (kind === 'list' ? [] : null)) as LedgerRecord[string]
}

function numberIn(field: string, value: unknown): string | null | Refusal {
  if (value === null) return null
  const read = parseCaseNumber(plainText(value))
  return read.ok ? read.canonical : numberUnreadable(field)
}

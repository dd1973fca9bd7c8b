import type { Label } from '#kernel/values/labels.ts'
import type { Fen } from '#kernel/values/money.ts'
import type { DayRangeText } from './period.ts'

export type ColumnType =
  | 'case-number'
  | 'date'
  | 'money'
  | 'list'
  | 'id-list'
  | 'phone-list'
  | 'code'
  | 'yes-no'
  | 'text'
  | 'integer'
  | 'number'

/** How a room describes one column of its ledger. The engine knows columns only by this. */
export type Column = {
  readonly field: string
  /** The heading in the bureau's own words; problems name the column by it. */
  readonly title: string
  readonly type: ColumnType
  /** Other headings that mean the same, whatever stands around them. */
  readonly synonyms?: readonly string[]
  /** Headings that mean this column only beneath or to the right of the list it is aligned with: 证件号码, 电话. */
  readonly short?: readonly string[]
  readonly required?: boolean
  /** Code of the problem when a required cell is empty. */
  readonly missing?: string
  /** For `code` and `list`: each value with the other ways of writing it. */
  readonly codes?: Readonly<Record<string, readonly string[]>>
  /** Code of the problem when a value is not in `codes`; without it an unknown value is kept as written. */
  readonly unknown?: string
  /** Money: an empty cell means nothing was paid, not that nobody knows. */
  readonly emptyIsZero?: boolean
  /** Yes-no: an empty cell means no. */
  readonly emptyIsNo?: boolean
  /** Dates that may lie ahead, such as the day a seizure ends. */
  readonly mayBeAhead?: boolean
  /** Lists whose n-th entry belongs to the n-th entry of that list. */
  readonly alignedWith?: string
  /** Lists of party names, or one person's name: blanks inside are typing, 等12人 and 某某 are remarked. */
  readonly names?: boolean
  /** Read past: the record does not keep it, and a ledger written out has no such column. */
  readonly withheld?: boolean
  /** Text in sentences, whose blanks and width are left as they are. */
  readonly prose?: boolean
  /** Text that is mostly a case number, such as the document enforced: it is printed as one when it can be read as one. */
  readonly documentNumber?: boolean
}

type ValueOf<T extends ColumnType> = T extends 'money'
  ? Fen | null
  : T extends 'list' | 'id-list' | 'phone-list'
    ? readonly string[]
    : T extends 'yes-no'
      ? boolean | null
      : T extends 'integer'
        ? number | null
        : string | null

export type CleanValue = string | number | boolean | bigint | readonly string[] | null
/** A cleaned row: days as `2024-03-05`, money in fen, decimals and case numbers as text, `null` or `[]` for empty. */
export type LedgerRecord = Readonly<Record<string, CleanValue>>

export type RecordFrom<C extends readonly Column[]> = {
  readonly [K in C[number] as K['field']]: ValueOf<K['type']>
}
/** The record type of a declared layout: `RecordOf<typeof firstEnforcement>`. */
export type RecordOf<L> = L extends Layout<infer R> ? R : never

export type Severity = 'error' | 'warning'

export type CheckContext = {
  /** The machine's day, `2025-01-06`. */
  readonly today: string
  /** The days the ledger reports on, when it says so. */
  readonly period: DayRangeText | null
  readonly court: string | null
  /** The sheet has the column and its cell was left empty, as opposed to unreadable. */
  absent(field: string): boolean
}

/** Something about a row as a whole that a court would question. Runs only when the cells it reads could be read. */
export type Check<R> = {
  readonly code: string
  readonly severity: Severity
  /** The column under which the problem is shown. */
  readonly field: keyof R & string
  /** The column it is shown under when that one says nothing: the check then rests on this one. */
  readonly otherwise?: keyof R & string
  /** What is wrong and what to do, in a sentence for the clerk; undefined when nothing is. */
  find(record: R, context: CheckContext): string | undefined
}

/** A check as the engine runs it, its record no longer known by type. */
export type StoredCheck = Omit<Check<LedgerRecord>, 'field' | 'otherwise' | 'find'> & {
  readonly field: string
  readonly otherwise?: string
  find(record: LedgerRecord, context: CheckContext): string | undefined
}

export type Layout<R = LedgerRecord> = {
  readonly kind: string
  readonly title: Label
  /** Words by which file, sheet or title line hint at this ledger. */
  readonly hints: readonly string[]
  readonly columns: readonly Column[]
  /** The field that names a record, or the first of those that do. Null when rows have no name of their own. */
  readonly key: string | null
  /**
   * One field: no two rows of a file may share it. Several: together they name a record, and rows that agree in all of
   * them are repeats, told apart by #2, #3 … in the order of the sheet.
   */
  readonly keyFields: readonly string[]
  /** Kinds of ledgers that go in before this one when a folder comes at once. */
  readonly after: readonly string[]
  /** For a key of case numbers: the types that belong into this ledger. */
  readonly caseTypes: readonly string[]
  readonly checks: readonly StoredCheck[]
  /** Facts besides the key by which two rows are known to speak of one record; one in common is enough. */
  marks(record: R): readonly string[]
}

/**
 * Declares a ledger. Every field name appears once, and checks and key name declared fields: the compiler sees to it.
 * A key goes into tables and lists as it is, so that no identifier or phone may be part of it.
 */
export function layout<const C extends readonly Column[]>(declared: {
  readonly kind: string
  readonly title: Label
  readonly hints: readonly string[]
  readonly columns: C
  readonly key?: C[number]['field'] | readonly C[number]['field'][]
  readonly after?: readonly string[]
  readonly caseTypes?: readonly string[]
  readonly checks?: readonly Check<RecordFrom<C>>[]
  readonly marks?: (record: RecordFrom<C>) => readonly string[]
}): Layout<RecordFrom<C>> {
  const { kind, title, hints, columns, after = [], caseTypes = [], checks = [], marks = () => [] } = declared
  const keyFields = declared.key === undefined ? [] : typeof declared.key === 'string' ? [declared.key] : declared.key
  const secret = columns.find(({ field, type }) => keyFields.includes(field) && personal.has(type))
  if (secret) throw new Error(`ledger ${kind}: personal data in its key (${secret.field})`)
  return { kind, title, hints, columns, key: keyFields[0] ?? null, keyFields, after, caseTypes, checks, marks }
}

const personal: ReadonlySet<ColumnType> = new Set(['id-list', 'phone-list'])

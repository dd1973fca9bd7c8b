import type { LedgerRecord } from '#capabilities/ledgers'
import type { EntryOf, Register } from './declaration.ts'

/** The case an entry speaks of, as far as the law asks about it. */
export type CaseAround = {
  readonly caseId: string
  readonly caseNumber: string
  readonly typeCode: string
  readonly filedOn: string
  readonly closedOn: string | null
  readonly manner: string | null
  readonly handlerId: string | null
  readonly clerkId: string | null
  readonly teamId: string | null
  readonly debtors: readonly Debtor[]
}
export type Debtor = {
  readonly partyId: string
  readonly name: string
  readonly kind: string
  readonly idMasked: string | null
  /** By the number of the card; only for a register that asks how old people are, and null when none is on record. */
  readonly bornOn?: string | null
}

/** An entry of the same register about the same person in the same case. */
export type Earlier<E = LedgerRecord> = { readonly entryId: string; readonly record: E }

export type Around<E = LedgerRecord> = {
  /** Null when the case named is not on record, or none is named. */
  readonly case: CaseAround | null
  readonly debtor: Debtor | null
  readonly others: readonly Earlier<E>[]
}

export type CheckFacts<E = LedgerRecord> = {
  /** `2025-01-06` */
  readonly today: string
  /** Null while a sheet is read row by row. */
  readonly around: Around<E> | null
  /** The entry as it stood before this act changes it. */
  readonly before?: E
  /** Who enters it; nobody while a ledger is read. */
  readonly by?: string
}

/**
 * Something the law or good sense has against an entry. Unlawful: refused when a person enters it, and marked when a ledger
 * says that it happened. Doubtful: marked in either case.
 */
export type EntryCheck<E = LedgerRecord> = {
  /** `W_…`, stable. */
  readonly code: string
  readonly kind: 'unlawful' | 'doubtful'
  /** The field under which it is shown. */
  readonly field: string
  /** The rule it rests on; one that the court has yet to confirm marks and does not refuse. */
  readonly rule?: string
  /** Looks at the case or at other entries, so that a row alone cannot be judged by it. */
  readonly needs?: 'case' | 'others'
  /** May come or go as days pass, without an act on the entry. */
  readonly ages?: true
  /** Speaks of the act and who did it, not of what stands: its mark is never reckoned anew. */
  readonly ofAct?: true
  /** What is wrong and what to do, in a sentence for the clerk; undefined when nothing is. */
  readonly find: (entry: E, facts: CheckFacts<E>) => string | undefined
}

/** Checks of one register, its fields known by type. */
export const checksFor = <R extends Register>(
  _register: R,
  checks: readonly EntryCheck<EntryOf<R>>[],
): readonly EntryCheck[] => checks as readonly unknown[] as readonly EntryCheck[]

export type Finding = Pick<EntryCheck, 'code' | 'field' | 'rule'> & {
  readonly text: string
  readonly unlawful: boolean
}

/** Every check of a register, what all of them ask first. */
export const checksOf = (register: Register, checks: readonly EntryCheck[]): readonly EntryCheck[] => [
  ...commonChecks(register),
  ...checks,
]

/** All that is against an entry. */
export function findingsOf(
  register: Register,
  checks: readonly EntryCheck[],
  entry: LedgerRecord,
  facts: CheckFacts,
): readonly Finding[] {
  return checksOf(register, checks).flatMap(({ code, kind, field, rule, find }) => {
    const text = find(entry, facts)
    return text === undefined ? [] : [{ code, field, text, unlawful: kind === 'unlawful', ...(rule && { rule }) }]
  })
}

export const dayIn = (entry: LedgerRecord, field: string): string | null => {
  const value = entry[field]
  return typeof value === 'string' && value !== '' ? value : null
}

function commonChecks(register: Register): readonly EntryCheck[] {
  const { about, day, fields, steps = [], mayPrecedeFiling = false, mayFollowClosing = false } = register
  const titleOf = (field: string): string => fields[field]?.title.zh ?? field
  const personField = Object.keys(fields).find((field) => fields[field]?.kind === 'person') ?? day
  const ofDebtor: EntryCheck = {
    code: 'W_NOT_A_DEBTOR',
    kind: 'unlawful',
    field: personField,
    needs: 'case',
    find: (entry, { around }) =>
      around?.case && !around.debtor
        ? `“${String(entry[personField] ?? '')}”不是${around.case.caseNumber}的被执行人；请核对案号和姓名，或先依法变更、追加被执行人。`
        : undefined,
  }
  const afterFiling: EntryCheck = {
    code: 'W_BEFORE_FILING',
    kind: 'unlawful',
    field: day,
    needs: 'case',
    find: (entry, { around }) => {
      const on = dayIn(entry, day)
      return around?.case && on !== null && on < around.case.filedOn
        ? `${titleOf(day)}${on}早于本案立案日期${around.case.filedOn}，请核对日期。`
        : undefined
    },
  }
  const afterClosing: EntryCheck = {
    code: 'W_AFTER_CLOSING',
    kind: 'doubtful',
    field: day,
    needs: 'case',
    find: (entry, { around }) => {
      const [on, closedOn] = [dayIn(entry, day), around?.case?.closedOn ?? null]
      return on !== null && closedOn !== null && on > closedOn
        ? `${titleOf(day)}${on}晚于本案结案日期${closedOn}，请核对日期，或登记恢复执行的案号。`
        : undefined
    },
  }
  const dated = steps.filter((step) => fields[step.day]?.kind === 'day' && !step.mayPrecede)
  const inOrder = dated.map((step): EntryCheck => ({
    code: 'W_STEP_BEFORE_START',
    kind: 'unlawful',
    field: step.day,
    find: (entry) => {
      const [start, taken] = [dayIn(entry, day), dayIn(entry, step.day)]
      return start !== null && taken !== null && taken < start
        ? `${titleOf(step.day)}${taken}早于${titleOf(day)}${start}，请核对两个日期。`
        : undefined
    },
  }))
  return [
    ...(about === 'debtor' ? [ofDebtor] : []),
    ...(about === 'debtor' && !mayFollowClosing ? [afterClosing] : []),
    ...(mayPrecedeFiling ? [] : [afterFiling]),
    ...inOrder,
  ]
}

import type { LedgerRecord } from '#capabilities/ledgers'
import type { Fact, Subject } from '#kernel/fact.ts'
import type { Mark } from './contract.ts'
import type { Register } from './declaration.ts'
import type { Placed } from './around.ts'

/** What happened to an entry: `measures.detention-recorded`, `-delivered`, `-corrected`, `-withdrawn`. */
export type EntryFact = Fact & {
  readonly entryId: string
  readonly caseId: string | null
  /** The entry as it will be; a withdrawal leaves it as it is. */
  readonly record: LedgerRecord
  readonly partyId: string | null
  readonly marks: readonly Mark[]
  /** Fields this act filled or changed. */
  readonly changed: readonly string[]
  readonly reason: string | null
}

type Told = { readonly entryId: string; readonly changed: readonly string[]; readonly reason: string | null }

export const entryFact = (
  register: Register,
  done: string,
  { record, partyId, around }: Placed,
  marks: readonly Mark[],
  told: Told,
): EntryFact => ({
  type: `${register.room}.${register.name}-${done}`,
  caseId: around.case?.caseId ?? null,
  record,
  partyId,
  marks,
  ...told,
})

export const ofEntry =
  (register: Register) =>
  ({ entryId, caseId }: EntryFact): readonly [Subject, ...Subject[]] => [
    `${register.name}:${entryId}`,
    ...(caseId === null ? [] : [`case:${caseId}` as const]),
  ]

/** Long texts tell of people. */
export const personalFields = ({ fields }: Register): readonly string[] =>
  Object.keys(fields).filter((field) => fields[field]?.kind === 'long')

import { recordKind, type RecordKind } from '#kernel/command.ts'
import type { CaseAround } from './check.ts'
import { fieldOf, type Register } from './declaration.ts'
import { casesAround } from './around.ts'
import { noSuchEntry } from './problems.ts'
import { findEntries, type StoredEntry } from './store.ts'

/** An entry as its commands see it, with the case whose people it belongs to. */
export type Entry = StoredEntry & { readonly case: CaseAround | null }

/** Whose an entry is: of those who handle its case. One without a case is the whole court's. */
export const entryKind = (register: Register): RecordKind<Entry> =>
  recordKind<Entry>({
    kind: register.name,
    idField: 'entryId',
    load: async (tx, id, lock) => {
      const [entry] = await findEntries(tx, register, { by: 'entry_id', values: [id] }, lock)
      if (!entry) return noSuchEntry(register)
      const number = entry.record[fieldOf(register, 'case') ?? '']
      const cases = typeof number === 'string' ? await casesAround(tx, [number]) : new Map<string, CaseAround>()
      return { ...entry, case: cases.get(String(number)) ?? null }
    },
    belongs: ({ case: around }) =>
      around === null ? { own: [], team: null } : { own: [around.handlerId, around.clerkId], team: around.teamId },
    version: ({ version }) => version,
  })

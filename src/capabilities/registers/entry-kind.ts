import { sql } from 'kysely'
import { recordKind, type RecordKind } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { CaseAround } from './check.ts'
import { fieldOf, type Register, tableOf } from './declaration.ts'
import { casesAround } from './around.ts'
import { ownerIn } from './list.ts'
import { noSuchEntry } from './problems.ts'
import { findEntries, type StoredEntry } from './store.ts'

/** An entry as its commands see it, with the case whose people it belongs to. */
export type Entry = StoredEntry & {
  readonly case: CaseAround | null
  /** The person of the court whom it names. */
  readonly ownerId: string | null
}

/** Whose an entry is: of those who handle its case and whom it names. Otherwise it is the whole court's. */
export const entryKind = (register: Register): RecordKind<Entry> =>
  recordKind<Entry>({
    kind: register.name,
    idField: 'entryId',
    load: async (tx, id, lock) => {
      const [entry] = await findEntries(tx, register, { by: 'entry_id', values: [id] }, lock)
      if (!entry) return noSuchEntry(register)
      const number = entry.record[fieldOf(register, 'case') ?? '']
      const cases = typeof number === 'string' ? await casesAround(tx, [number]) : new Map<string, CaseAround>()
      return { ...entry, case: cases.get(String(number)) ?? null, ownerId: await ownerOf(tx, register, id) }
    },
    belongs: ({ case: around, ownerId }) => ({
      own: [around?.handlerId ?? null, around?.clerkId ?? null, ownerId],
      team: around?.teamId ?? null,
    }),
    version: ({ version }) => version,
  })

async function ownerOf(tx: Tx, register: Register, entryId: string): Promise<string | null> {
  if (fieldOf(register, 'staff') === undefined) return null
  const { rows } = await sql<{ owner: string | null }>`
    select ${ownerIn(register)} as owner from ${sql.table(tableOf(register))} e
    where e.entry_id = ${entryId}::uuid`.execute(tx.db)
  return rows[0]?.owner ?? null
}

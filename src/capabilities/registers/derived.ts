import type { LedgerRecord } from '#capabilities/ledgers'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { newId } from '#kernel/values/ids.ts'
import { placeEntries } from './around.ts'
import { ownFields, type Register, tableOf } from './declaration.ts'
import { marksOf, withoutItself } from './intake.ts'
import type { Keeping } from './keeping.ts'
import { findEntries, insertEntries, reviseEntries } from './store.ts'
import { withEmpty } from './typed-entry.ts'

/** An entry that follows from a record of another room, under a name of its own there. */
export type Derived = { readonly key: string; readonly record: LedgerRecord }

/**
 * Keeps entries in step with the records of another room: those of these names are made, revised or taken away until the
 * register says what follows from there now. What a person has typed since stays, and so does an entry that was withdrawn.
 * The room it follows from stands as who recorded it.
 */
export async function deriveEntries(
  tx: Tx,
  { register, checks = [] }: Pick<Keeping, 'register' | 'checks'>,
  names: readonly string[],
  derived: readonly Derived[],
  from: string,
  occasion: Occasion,
): Promise<void> {
  const stored = await findEntries(tx, register, { by: 'ledger_key', values: names })
  const known = new Map(stored.map((entry) => [entry.ledgerKey, entry]))
  const kept = new Set(derived.map(({ key }) => key))
  await removeEntries(
    tx,
    register,
    stored.filter(({ ledgerKey }) => !kept.has(ledgerKey)).map(({ entryId }) => entryId),
  )
  const entries = derived.map(({ key, record }) => {
    const entry = known.get(key)
    const said = entry ? { ...record, ...typedIn(entry.record, entry.typed) } : record
    return { key, entry, record: withEmpty(register, said) }
  })
  const changing = entries.filter(({ entry, record }) => !entry || differs(register, entry.record, record))
  const placed = await placeEntries(
    tx,
    register,
    changing.map(({ record }) => record),
    null,
  )
  const written = changing.flatMap(({ key, entry }, i) => {
    const one = placed[i]
    if (!one) return []
    const entryId = entry?.entryId ?? newId()
    const { record, partyId } = one
    const marks = marksOf(register, checks, withoutItself(one, entryId), occasion)
    return [{ entryId, ledgerKey: key, record, partyId, extra: {}, marks, typed: [], isNew: entry === undefined }]
  })
  await insertEntries(
    tx,
    register,
    written.filter(({ isNew }) => isNew),
    { batchId: null, by: from, at: occasion.now.toString(), typed: [] },
  )
  await reviseEntries(
    tx,
    register,
    written.filter(({ isNew }) => !isNew),
  )
}

const typedIn = (record: LedgerRecord, typed: readonly string[]): LedgerRecord =>
  Object.fromEntries(typed.map((field) => [field, record[field] ?? null]))

const differs = (register: Register, before: LedgerRecord, after: LedgerRecord): boolean =>
  Object.keys(after).some((field) => String(before[field] ?? '') !== String(after[field] ?? '')) ||
  ownFields(register).some(([field]) => String(before[field] ?? '') !== String(after[field] ?? ''))

async function removeEntries(tx: Tx, register: Register, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.client.query(`delete from ${tableOf(register)} where entry_id = any($1::uuid[])`, [ids])
}

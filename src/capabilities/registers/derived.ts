import { createHash } from 'node:crypto'
import { composedKey, type LedgerRecord } from '#capabilities/ledgers'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { placeEntries } from './around.ts'
import { columnOf, fieldOf, type Register, tableOf } from './declaration.ts'
import { marksOf, withoutItself } from './intake.ts'
import type { Keeping } from './keeping.ts'
import { ledgerOf } from './layout.ts'
import { findEntries, insertEntries, reviseEntries, type StoredEntry } from './store.ts'
import { withEmpty } from './typed-entry.ts'

/** Entries that follow from the records of another room, each known again by what it says in one field. */
export type Derivation = {
  /** The room they follow from: it stands as who recorded them. */
  readonly from: string
  readonly by: string
  /** What that field says of the records that may have changed. */
  readonly values: readonly string[]
  /** What follows of them now, one entry a value at most. */
  readonly records: readonly LedgerRecord[]
}

/**
 * Keeps entries in step with the records of another room: made, revised or taken away until the register says what
 * follows from there now. What a person has typed since stays, with its entry, and so does one that was withdrawn.
 */
export async function deriveEntries(
  tx: Tx,
  { register, checks = [] }: Pick<Keeping, 'register' | 'checks'>,
  { from, by, values, records }: Derivation,
  occasion: Occasion,
): Promise<void> {
  const stored = await derivedEntries(tx, register, from, by, values)
  const named = (record: LedgerRecord): string => String(record[by])
  const known = new Map(stored.map((entry) => [named(entry.record), entry]))
  const following = new Set(records.map(named))
  await removeEntries(
    tx,
    register,
    stored.filter((entry) => !following.has(named(entry.record)) && !isActedOn(entry)),
  )
  const said = records.map((record) => {
    const entry = known.get(named(record))
    return { entry, record: withEmpty(register, entry ? { ...record, ...typedIn(entry) } : record) }
  })
  const changing = said.filter(({ entry, record }) => !entry || differs(entry.record, record))
  const placed = await placeEntries(
    tx,
    register,
    changing.map(({ record }) => record),
    null,
  )
  const keyOf = await freeKeys(tx, register, changing)
  const written = changing.flatMap(({ entry }, i) => {
    const one = placed[i]
    if (!one) return []
    const entryId = entry?.entryId ?? idOf(tx, register, named(one.record))
    const marks = marksOf(register, checks, withoutItself(one, entryId), occasion)
    const { record, partyId } = one
    return [{ entry, entryId, ledgerKey: keyOf(record, entryId), record, partyId, extra: {}, marks, typed: [] }]
  })
  // Untouched ones are made anew rather than revised: what comes and goes again leaves no trace.
  const [fresh, revised] = [
    written.filter(({ entry }) => !isActedOn(entry)),
    written.filter(({ entry }) => isActedOn(entry)),
  ]
  await removeEntries(
    tx,
    register,
    fresh.flatMap(({ entry }) => entry ?? []),
  )
  const source = { batchId: null, by: `${room}${from}`, at: occasion.now.toString(), typed: [] }
  await insertEntries(tx, register, fresh, source)
  await reviseEntries(tx, register, revised)
  await settle(tx, register, written)
}

const isActedOn = (entry: StoredEntry | undefined): boolean =>
  entry !== undefined && (entry.typed.length > 0 || entry.withdrawn)

/** The same record gives an entry of the same id, whenever it is derived. */
function idOf({ court }: Tx, register: Register, value: string): string {
  const hex = createHash('sha256')
    .update([court, tableOf(register), value].join(' '))
    .digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

/** Who recorded what a room said: `room:cases`. */
const room = 'room:'

/**
 * Names what was revised anew, and ties what nobody has acted on to the batch that brought its person: it is nothing that
 * was built on that batch, goes with it, and is derived again.
 */
async function settle(
  tx: Tx,
  register: Register,
  written: readonly { readonly entryId: string; readonly ledgerKey: string }[],
): Promise<void> {
  await tx.client.query(
    `update ${tableOf(register)} e
     set ledger_key = r.key,
         batch_id = case when e.typed = '{}' then (select o.batch_id from parties_origin o
                                                   where o.court_id = e.court_id and o.party_id = e.party_id) end
     from unnest($1::uuid[], $2::text[]) as r (id, key) where e.entry_id = r.id`,
    [written.map(({ entryId }) => entryId), written.map(({ ledgerKey }) => ledgerKey)],
  )
}

async function derivedEntries(
  tx: Tx,
  register: Register,
  from: string,
  by: string,
  values: readonly string[],
): Promise<readonly StoredEntry[]> {
  if (values.length === 0) return []
  const column = by === fieldOf(register, 'case') ? 'case_number' : columnOf(by)
  const { rows } = await tx.client.query<{ entry_id: string }>(
    `select entry_id from ${tableOf(register)} where recorded_by = $1 and ${column} = any($2::text[])`,
    [`${room}${from}`, values],
  )
  return findEntries(tx, register, { by: 'entry_id', values: rows.map(({ entry_id }) => entry_id) })
}

const typedIn = ({ record, typed }: StoredEntry): LedgerRecord =>
  Object.fromEntries(typed.map((field) => [field, record[field] ?? null]))

const differs = (before: LedgerRecord, after: LedgerRecord): boolean =>
  Object.keys(after).some((field) => String(before[field] ?? '') !== String(after[field] ?? ''))

/** The name such an entry would have in its ledger; where another entry bears it already, one of its own. */
async function freeKeys(tx: Tx, register: Register, changing: readonly { readonly record: LedgerRecord }[]) {
  const composed = composedKey(ledgerOf(register))
  const keys = changing.flatMap(({ record }) => composed(record) ?? [])
  const bearers = await findEntries(tx, register, { by: 'ledger_key', values: keys })
  const taken = new Map(bearers.map(({ ledgerKey, entryId }) => [ledgerKey, entryId]))
  return (record: LedgerRecord, entryId: string): string => {
    const key = composed(record) ?? entryId
    const bearer = taken.get(key)
    if (bearer !== undefined && bearer !== entryId) return `${key} ${entryId}`
    taken.set(key, entryId)
    return key
  }
}

async function removeEntries(tx: Tx, register: Register, entries: readonly StoredEntry[]): Promise<void> {
  if (entries.length === 0) return
  const ids = entries.map(({ entryId }) => entryId)
  await tx.client.query(`delete from ${tableOf(register)} where entry_id = any($1::uuid[])`, [ids])
}

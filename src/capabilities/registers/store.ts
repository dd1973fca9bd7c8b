import type { LedgerRecord } from '#capabilities/ledgers'
import type { Tx } from '#kernel/database/transaction.ts'
import { fen } from '#kernel/values/money.ts'
import { plainText } from '#kernel/values/text.ts'
import { columnOf, fieldOf, type Field, ownFields, type Register, tableOf } from './declaration.ts'
import type { Mark } from './contract.ts'

/** An entry on its way to its table. */
export type NewEntry = {
  readonly entryId: string
  readonly ledgerKey: string
  readonly record: LedgerRecord
  readonly partyId: string | null
  readonly extra: Readonly<Record<string, string>>
  readonly marks: readonly Mark[]
}

export type StoredEntry = {
  readonly entryId: string
  readonly ledgerKey: string
  /** As its ledger states it; the certificate stays with the party. */
  readonly record: LedgerRecord
  readonly partyId: string | null
  readonly idSealed: string | null
  readonly typed: readonly string[]
  readonly withdrawn: boolean
  /** What stands against it. */
  readonly marks: readonly Mark[]
  readonly version: number
}

/** How many entries go to the database in one statement. */
const chunkSize = 2_000

const sqlTypes: Partial<Record<Field['kind'], string>> = {
  day: 'date',
  fen: 'bigint',
  integer: 'int',
  decimal: 'numeric',
  'yes-no': 'boolean',
  list: 'text[]',
}
export const sqlTypeOf = ({ kind }: Field): string => sqlTypes[kind] ?? 'text'

/** `summoned_on date, hours int`: the register's own columns as a recordset declares them. */
const typedColumns = (register: Register): string =>
  ownFields(register)
    .map(([field, declared]) => `${columnOf(field)} ${sqlTypeOf(declared)}`)
    .join(', ')
const columnNames = (register: Register, prefix = ''): string =>
  ownFields(register)
    .map(([field]) => `${prefix}${columnOf(field)}`)
    .join(', ')

/** The register's own columns of one entry, as JSON takes them. */
function columnsIn(register: Register, record: LedgerRecord): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    ownFields(register).map(([field]) => {
      const value = record[field] ?? null
      return [columnOf(field), typeof value === 'bigint' ? value.toString() : value]
    }),
  )
}

const frameOf = (register: Register, { entryId, ledgerKey, record, partyId, extra, marks }: NewEntry) => ({
  entry_id: entryId,
  ledger_key: ledgerKey,
  case_number: textIn(record, fieldOf(register, 'case')),
  person: textIn(record, fieldOf(register, 'person')),
  party_id: partyId,
  extra,
  marks,
})

const textIn = (record: LedgerRecord, field: string | undefined): string | null => {
  const value = field === undefined ? null : record[field]
  return typeof value === 'string' && value !== '' ? value : null
}

export type EntrySource = {
  readonly batchId: string | null
  readonly by: string
  readonly at: string
  readonly typed: readonly string[]
}

/** Puts entries on record: one by hand and 100,000 of a ledger go the same way. */
export async function insertEntries(
  tx: Tx,
  register: Register,
  entries: readonly NewEntry[],
  { batchId, by, at, typed }: EntrySource,
): Promise<void> {
  const own = columnNames(register)
  for (let from = 0; from < entries.length; from += chunkSize) {
    const chunk = entries.slice(from, from + chunkSize)
    await tx.client.query(
      `insert into ${tableOf(register)} (entry_id, ledger_key, case_number, person, party_id, extra, marks, typed,
         batch_id, recorded_by, recorded_at, ${own})
       select entry_id, ledger_key, case_number, person, party_id, extra, marks, $2::text[], $3::uuid, $4,
              $5::timestamptz, ${own}
       from jsonb_to_recordset($1::jsonb) as r (entry_id uuid, ledger_key text, case_number text, person text,
         party_id uuid, extra jsonb, marks jsonb, ${typedColumns(register)})`,
      [
        JSON.stringify(chunk.map((entry) => ({ ...frameOf(register, entry), ...columnsIn(register, entry.record) }))),
        typed,
        batchId,
        by,
        at,
      ],
    )
  }
}

/** Writes entries anew as they will be, under the key they came by. */
export async function reviseEntries(
  tx: Tx,
  register: Register,
  entries: readonly (NewEntry & { readonly typed: readonly string[] })[],
): Promise<void> {
  const own = columnNames(register)
  for (let from = 0; from < entries.length; from += chunkSize) {
    const chunk = entries.slice(from, from + chunkSize)
    await tx.client.query(
      `update ${tableOf(register)} e
       set (case_number, person, party_id, extra, marks, ${own}) =
             (r.case_number, r.person, r.party_id, e.extra || r.extra, r.marks, ${columnNames(register, 'r.')}),
           typed = array(select distinct unnest(e.typed || r.typed) order by 1), version = e.version + 1,
           -- What another room said becomes the court's own once a person acts on it.
           batch_id = case when e.recorded_by like 'room:%' and cardinality(r.typed) > 0 then null else e.batch_id end
       from jsonb_to_recordset($1::jsonb) as r (entry_id uuid, case_number text, person text, party_id uuid,
         extra jsonb, marks jsonb, typed text[], ${typedColumns(register)})
       where e.entry_id = r.entry_id`,
      [
        JSON.stringify(
          chunk.map((entry) => ({
            ...frameOf(register, entry),
            ...columnsIn(register, entry.record),
            typed: entry.typed,
          })),
        ),
      ],
    )
  }
}

export async function withdrawEntry(tx: Tx, register: Register, entryId: string, reason: string): Promise<void> {
  await tx.client.query(
    `update ${tableOf(register)} set withdrawn_because = $2, version = version + 1 where entry_id = $1`,
    [entryId, reason],
  )
}

type Found = { readonly by: 'ledger_key' | 'entry_id' | 'case_number'; readonly values: readonly string[] }

/** Entries by their keys, ids or case numbers. */
export async function findEntries(
  tx: Tx,
  register: Register,
  { by, values }: Found,
  lock = false,
): Promise<readonly StoredEntry[]> {
  if (values.length === 0) return []
  const { rows } = await tx.client.query<Record<string, unknown>>(
    `select e.entry_id, e.ledger_key, e.case_number, e.person, e.party_id, e.typed, e.version,
            e.withdrawn_because is not null as withdrawn, e.marks, s.id_sealed, ${columnNames(register, 'e.')}
     from ${tableOf(register)} e
     left join parties_sealed s on s.court_id = e.court_id and s.party_id = e.party_id
     where e.${by} = any($1${by === 'entry_id' ? '::uuid[]' : '::text[]'}) order by e.recorded_at, e.entry_id
     ${lock ? 'for update of e' : ''}`,
    [values],
  )
  return rows.map((row) => storedEntry(register, row))
}

function storedEntry(register: Register, row: Readonly<Record<string, unknown>>): StoredEntry {
  const [number, person] = [fieldOf(register, 'case'), fieldOf(register, 'person')]
  const own = ownFields(register).map(([field, { kind }]) => [field, valueIn(kind, row[columnOf(field)])])
  return {
    entryId: String(row['entry_id']),
    ledgerKey: String(row['ledger_key']),
    record: {
      ...(number && { [number]: row['case_number'] }),
      ...(person && { [person]: row['person'] }),
      ...Object.fromEntries(own),
    } as LedgerRecord,
    partyId: row['party_id'] as string | null,
    idSealed: row['id_sealed'] as string | null,
    typed: row['typed'] as readonly string[],
    withdrawn: row['withdrawn'] === true,
    marks: row['marks'] as readonly Mark[],
    version: Number(row['version']),
  }
}

function valueIn(kind: Field['kind'], value: unknown): LedgerRecord[string] {
  if (value === null || value === undefined) return kind === 'list' ? [] : null
  if (kind === 'fen') return fen(BigInt(plainText(value)))
  return value as LedgerRecord[string]
}

/** Gives the numbers that the register counts by itself: the next of its day. Whoever else counts waits for this one. */
export async function withNumbers(tx: Tx, register: Register, record: LedgerRecord): Promise<LedgerRecord> {
  const numbered = { ...record }
  for (const [field, { numbered: form }] of ownFields(register)) {
    if (form === undefined || (record[field] ?? null) !== null) continue
    const prefix = form.replace('{day}', String(record[register.day] ?? '').replaceAll('-', '')).replace(/\{n+\}$/, '')
    const width = /\{(n+)\}$/.exec(form)?.[1]?.length ?? 1
    // The second statement sees what was committed while the first one waited.
    await tx.client.query('select pg_advisory_xact_lock(hashtextextended(current_court() || $1, 0))', [
      tableOf(register),
    ])
    const column = columnOf(field)
    const { rows } = await tx.client.query<{ next: number }>(
      `select coalesce(max(substr(${column}, $2)::int), 0) + 1 as next from ${tableOf(register)}
       where starts_with(${column}, $1) and substr(${column}, $2) ~ '^[0-9]{1,9}$'`,
      [prefix, prefix.length + 1],
    )
    numbered[field] = `${prefix}${String(rows[0]?.next ?? 1).padStart(width, '0')}`
  }
  return numbered
}

/** The certificate number of an entry's person; a sheet's cell may hold several, the first is theirs. */
export function certificateIn(register: Register, record: LedgerRecord): string | null {
  const value = record[fieldOf(register, 'certificate') ?? ''] ?? null
  const first = Array.isArray(value) ? (value as readonly string[])[0] : value
  return typeof first === 'string' && first !== '' ? first : null
}

import { pinyin } from 'pinyin-pro'
import type { Tx } from '#kernel/database/transaction.ts'
import { newId } from '#kernel/values/ids.ts'
import type { PartyKind } from './tables.ts'

/** A person or organisation as a document or a ledger names it. */
export type NamedParty = {
  readonly name: string
  readonly kind: PartyKind
  /** 自然人, 个体工商户 …: the kind in the document's own word, when it has one. */
  readonly kindAsWritten?: string
  /** Resident number or unified social credit code, already cleaned; null when none is given. */
  readonly identifier: string | null
  readonly phone: string | null
}

/**
 * Finds or makes the party of each name, in order. An identifier that is on record is that party, whatever the name;
 * without an identifier a new party is made: a name alone identifies nobody.
 *
 * Set-based: one lookup and at most two inserts however many names there are.
 */
export async function registerParties(
  tx: Tx,
  named: readonly NamedParty[],
  batchId: string | null,
): Promise<readonly string[]> {
  const indexes = named.map(({ identifier }) => (identifier === null ? null : indexOf(tx, identifier)))
  const found = await byIndex(tx, indexes)
  const fresh: NewParty[] = []
  const ids = named.map((party, i) => {
    const index = indexes[i] ?? null
    const known = index === null ? undefined : found.get(index)
    if (known !== undefined) return known
    const partyId = newId()
    if (index !== null) found.set(index, partyId)
    fresh.push({ partyId, party, index })
    return partyId
  })
  await insertParties(tx, fresh, batchId)
  const phones = named.flatMap(({ phone }, i) =>
    phone === null ? [] : [{ phone, partyId: ids[i] ?? '', index: phoneIndexOf(tx, phone) }],
  )
  await insertPhones(tx, phones, batchId, 'skip')
  return ids
}

type NewParty = { readonly partyId: string; readonly party: NamedParty; readonly index: string | null }

export const indexOf = (tx: Tx, identifier: string): string =>
  tx.platform.cipher.blindIndex(tx.court, 'party-identifier', identifier)

export const phoneIndexOf = (tx: Tx, phone: string): string =>
  tx.platform.cipher.blindIndex(tx.court, 'party-phone', phone)

/** Last four characters, the way people quote a number aloud. */
export function tailIndexOf(tx: Tx, purpose: 'identifier' | 'phone', tail: string): string {
  const { cipher } = tx.platform
  const known = tails.get(cipher) ?? new Map<string, string>()
  tails.set(cipher, known)
  const name = `${tx.court} ${purpose} ${tail.toUpperCase()}`
  const index = known.get(name) ?? cipher.blindIndex(tx.court, `party-${purpose}-tail`, tail.toUpperCase())
  if (known.size < mostTails) known.set(name, index)
  return index
}

/** There are few tails, and every party of a ledger has one or two. */
const tails = new WeakMap<Tx['platform']['cipher'], Map<string, string>>()
const mostTails = 50_000

const tailOf = (text: string): string => text.slice(-4)

/** 511…4021: enough to recognise, too little to use. */
export const masked = (text: string): string => (text.length <= 4 ? '…' : `${text.slice(0, 3)}…${tailOf(text)}`)

/** Initials of the name read as Chinese: 周某华 gives zmh; characters without a reading stay as they are. */
export const initialsOf = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', mode: 'surname', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .slice(0, 60)

async function byIndex(tx: Tx, indexes: readonly (string | null)[]): Promise<Map<string, string>> {
  const asked = [...new Set(indexes.filter((index) => index !== null))]
  if (asked.length === 0) return new Map()
  const { rows } = await tx.client.query<{ id_index: string; party_id: string }>({
    name: 'parties_by_identifier',
    // A merged record is found again: what a later ledger says of it lies where it can be taken apart. One by one through
    // the index that knows them, whatever the statistics of a table say that is being filled.
    text: `select asked.id_index, p.party_id from unnest($1::text[]) as asked (id_index)
           cross join lateral (
             select party_id from parties_party where court_id = current_court() and id_index = asked.id_index offset 0
           ) p`,
    values: [asked],
  })
  return new Map(rows.map(({ id_index, party_id }) => [id_index, party_id]))
}

async function insertParties(tx: Tx, fresh: readonly NewParty[], batchId: string | null): Promise<void> {
  if (fresh.length === 0) return
  const { cipher } = tx.platform
  await tx.client.query({
    name: 'parties_insert',
    text: `insert into parties_party (party_id, kind, name, initials, id_sealed, id_index, id_tail_index, id_masked, batch_id)
           select *, $9::uuid from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])`,
    values: [
      fresh.map(({ partyId }) => partyId),
      fresh.map(({ party }) => party.kind),
      fresh.map(({ party }) => party.name),
      fresh.map(({ party }) => initialsOf(party.name)),
      fresh.map(
        ({ partyId, party }) => party.identifier && cipher.seal(tx.court, `party:${partyId}`, party.identifier),
      ),
      fresh.map(({ index }) => index),
      fresh.map(({ party }) => party.identifier && tailIndexOf(tx, 'identifier', tailOf(party.identifier))),
      fresh.map(({ party }) => party.identifier && masked(party.identifier)),
      batchId,
    ],
  })
}

type Phone = { readonly partyId: string; readonly phone: string; readonly index: string }

/** `known` says what becomes of a phone the party has already. */
export async function insertPhones(
  tx: Tx,
  phones: readonly Phone[],
  batchId: string | null,
  known: 'skip' | 'refuse',
): Promise<void> {
  if (phones.length === 0) return
  const { cipher } = tx.platform
  await tx.client.query({
    name: `parties_phones_insert_${known}`,
    text: `insert into parties_phone (party_id, phone_index, tail_index, sealed, masked, batch_id)
           select *, $6::uuid from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
           ${known === 'skip' ? 'on conflict do nothing' : ''}`,
    values: [
      phones.map(({ partyId }) => partyId),
      phones.map(({ index }) => index),
      phones.map(({ phone }) => tailIndexOf(tx, 'phone', tailOf(phone))),
      phones.map(({ phone, partyId }) => cipher.seal(tx.court, `party:${partyId}`, phone)),
      phones.map(({ phone }) => masked(phone)),
      batchId,
    ],
  })
}

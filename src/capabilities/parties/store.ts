import { sql } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import { mayInCourt, mayTouch, type Belongs, type Occasion } from '#kernel/occasion.ts'
import type { Refusal } from '#kernel/problem.ts'
import { noSuchParty } from './problems.ts'
import type { PartyRecord } from './slots.ts'
import type { PartyKind } from './tables.ts'

/** A record of the register; its number stays sealed until somebody has a ground to open it. */
export type Party = {
  readonly partyId: string
  readonly kind: PartyKind
  readonly name: string
  readonly idMasked: string | null
  readonly idSealed: string | null
  readonly mergedInto: string | null
  readonly hasMerged: boolean
  readonly version: number
}

export async function findParty(tx: Tx, partyId: string, lock: boolean): Promise<Party | Refusal> {
  const query = tx.db
    .selectFrom('parties_party as p')
    .select([
      'p.party_id as partyId',
      'p.kind',
      'p.name',
      'p.id_masked as idMasked',
      'p.id_sealed as idSealed',
      'p.merged_into as mergedInto',
      sql<boolean>`exists (select from parties_party m where m.court_id = p.court_id and m.merged_into = p.party_id)`.as(
        'hasMerged',
      ),
      'p.version',
    ])
    .where('p.party_id', '=', partyId)
  return (await (lock ? query.forUpdate('p') : query).executeTakeFirst()) ?? noSuchParty()
}

export const identifierOf = ({ platform: { cipher }, court }: Tx, { partyId, idSealed }: Party): string | null =>
  idSealed === null ? null : cipher.open(court, `party:${partyId}`, idSealed)

/** The records that are this one person: the whole it belongs to, and all that were merged into it. */
export async function recordsOfWhole(tx: Tx, partyId: string): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('parties_named as p')
    .innerJoin('parties_named as asked', (on) =>
      on.onRef('asked.court_id', '=', 'p.court_id').onRef('asked.whole_id', '=', 'p.whole_id'),
    )
    .select('p.party_id')
    .where('asked.party_id', '=', partyId)
    .execute()
  return rows.map(({ party_id }) => party_id)
}

/** Everything these parties stand in, of whatever room. */
export async function recordsWith(tx: Tx, partyIds: readonly string[]): Promise<readonly PartyRecord[]> {
  const found: PartyRecord[] = []
  for (const source of tx.platform.registry.gather('partyRecords')) found.push(...(await source(tx, partyIds)))
  return found
}

const nobody: Belongs = { own: [], team: null }

/**
 * Whose a party is, as far as this caller is concerned: of the records it stands in, the first within reach. A party is
 * open to whoever may touch one of its cases; one that stands in no case, to those with the whole court.
 */
export async function reachOf(tx: Tx, partyId: string, { actor }: Occasion, may: string): Promise<Belongs> {
  if (mayInCourt(actor, may)) return nobody
  const records = await recordsWith(tx, await recordsOfWhole(tx, partyId))
  return records.find((record) => mayTouch(actor, may, record)) ?? nobody
}

export const isWithin = ({ actor }: Occasion, may: string, belongs: Belongs): boolean => mayTouch(actor, may, belongs)

import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { isRefusal, type Refusal } from '#kernel/problem.ts'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { mayReveal, type PartyRevealed } from '../commands/reveal.ts'
import { Revealed, RevealedValue } from '../contract.ts'
import { lookIsOver, nothingToReveal } from '../problems.ts'
import { findParty, identifierOf } from '../store.ts'

/** How long one journalled look stays open. */
const secondsOpen = 60

/** The full number, for the person who has just journalled why; a minute later it asks again. */
export const revealedValue = reading({
  name: 'parties.revealed-value',
  title: label('查看完整号码', 'The full number'),
  may: mayReveal,
  reach: 'anyone',
  input: Revealed,
  output: RevealedValue,
  read: async (tx, { partyId, seq }, occasion) => {
    const field = await fieldLookedAt(tx, partyId, seq, occasion)
    if (isRefusal(field)) return field
    const value = await valueOf(tx, partyId, field)
    return isRefusal(value) ? value : { value }
  },
})

async function fieldLookedAt(
  { client }: Tx,
  partyId: string,
  seq: string,
  { actor, now }: Occasion,
): Promise<string | Refusal> {
  const { rows } = await client.query<{ field: string }>(
    `select text::jsonb -> 'fact' ->> 'field' as field from kernel_journal
     where seq = $1 and type = $2 and actor_id = $3 and stream = $4 and recorded_at >= $5`,
    [
      seq,
      'parties.party-revealed' satisfies PartyRevealed['type'],
      actor.id,
      `party:${partyId}`,
      now.subtract({ seconds: secondsOpen }).toString(),
    ],
  )
  return rows[0]?.field ?? lookIsOver()
}

async function valueOf(tx: Tx, partyId: string, field: string): Promise<string | Refusal> {
  if (field === 'identifier') {
    const party = await findParty(tx, partyId, false)
    return isRefusal(party) ? party : (identifierOf(tx, party) ?? nothingToReveal())
  }
  const phone = await tx.db
    .selectFrom('parties_phone')
    .select('sealed')
    .where('party_id', '=', partyId)
    .where('phone_index', '=', field.slice('phone:'.length))
    .executeTakeFirst()
  return phone ? tx.platform.cipher.open(tx.court, `party:${partyId}`, phone.sealed) : nothingToReveal()
}

import { command } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/fact.ts'
import { isRefusal, type Refusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { Reveal, type purposeCodes } from '../contract.ts'
import { noSuchParty, notInThatCase, nothingToReveal } from '../problems.ts'
import { findParty, reachOf, recordsOfWhole, recordsWith } from '../store.ts'

/** Who saw which number of whom, for what. The number itself is not in it. */
export type PartyRevealed = Fact & {
  readonly type: 'parties.party-revealed'
  readonly partyId: string
  readonly field: string
  readonly purpose: (typeof purposeCodes)[number]
  readonly caseId: string | null
}

export const mayReveal = 'parties.reveal'

/**
 * Opens a full number for a minute. The command journals the look; the number comes by `parties.revealed-value`, so that
 * it lies neither in the journal nor among the kept replies.
 */
export const reveal = command({
  name: 'parties.reveal',
  title: label('查看证件号或电话', 'See a full number'),
  may: mayReveal,
  cites: [],
  input: Reveal,
  load: async (tx, { partyId, field, caseId }, occasion) => {
    const party = await findParty(tx, partyId, false)
    if (isRefusal(party)) return noSuchParty()
    if (!(await isOnRecord(tx, partyId, field, party.idSealed))) return nothingToReveal()
    const belongs = await reachOf(tx, partyId, occasion, mayReveal)
    const subjects =
      caseId === undefined
        ? []
        : (await recordsWith(tx, await recordsOfWhole(tx, partyId))).map(({ subject }) => subject)
    return { belongs, inCase: caseId === undefined || subjects.includes(`case:${caseId}`) }
  },
  belongs: ({ belongs }) => belongs,
  decide: ({ inCase }, { partyId, field, purpose, caseId }): PartyRevealed | Refusal =>
    inCase ? { type: 'parties.party-revealed', partyId, field, purpose, caseId: caseId ?? null } : notInThatCase(),
  save: () => undefined,
  subjects: ({ partyId, caseId }) => [`party:${partyId}`, ...(caseId === null ? [] : [`case:${caseId}` as const])],
})

async function isOnRecord(tx: Tx, partyId: string, field: string, idSealed: string | null): Promise<boolean> {
  if (field === 'identifier') return idSealed !== null
  const row = await tx.db
    .selectFrom('parties_phone')
    .select('party_id')
    .where('party_id', '=', partyId)
    .where('phone_index', '=', field.slice('phone:'.length))
    .executeTakeFirst()
  return row !== undefined
}

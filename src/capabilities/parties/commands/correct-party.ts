import { command } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/fact.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { staleVersion } from '#kernel/pipeline/problems.ts'
import { isRefusal, type Refusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { AddPhone, CorrectName } from '../contract.ts'
import { phoneKnown, sameSpelling } from '../problems.ts'
import { initialsOf, insertPhones, phoneIndexOf } from '../register.ts'
import { findParty, reachOf } from '../store.ts'

export const mayEdit = 'parties.edit'

export type PartyRenamed = Fact & {
  readonly type: 'parties.party-renamed'
  readonly partyId: string
  readonly before: string
  readonly after: string
  readonly reason: string
}
export type PhoneAdded = Fact & {
  readonly type: 'parties.phone-added'
  readonly partyId: string
  readonly phone: string
}

/** The record, locked and at the version the caller saw, and whose it is. */
async function editable(tx: Tx, { partyId, version }: { partyId: string; version: number }, occasion: Occasion) {
  const party = await findParty(tx, partyId, true)
  if (isRefusal(party)) return party
  const belongs = await reachOf(tx, partyId, occasion, mayEdit)
  return { party, belongs, stale: party.version === version ? undefined : staleVersion(version, party.version) }
}

/** How the register spells a name. What a document of a case says stays as it was written there. */
export const correctName = command({
  name: 'parties.correct-name',
  title: label('更正姓名写法', 'Correct the spelling'),
  may: mayEdit,
  cites: [],
  input: CorrectName,
  load: editable,
  belongs: ({ belongs }) => belongs,
  decide: ({ party, stale }, { name, reason }): PartyRenamed | Refusal => {
    if (stale) return stale
    if (party.name === name) return sameSpelling()
    return { type: 'parties.party-renamed', partyId: party.partyId, before: party.name, after: name, reason }
  },
  save: async (tx, facts) => {
    for (const { partyId, after } of facts)
      await tx.db
        .updateTable('parties_party')
        .set((eb) => ({ name: after, initials: initialsOf(after), version: eb('version', '+', 1) }))
        .where('party_id', '=', partyId)
        .execute()
  },
  subjects: ({ partyId }) => [`party:${partyId}`],
})

export const addPhone = command({
  name: 'parties.add-phone',
  title: label('加电话', 'Add a phone'),
  may: mayEdit,
  cites: [],
  input: AddPhone,
  load: editable,
  belongs: ({ belongs }) => belongs,
  decide: ({ party, stale }, { phone }): PhoneAdded | Refusal =>
    stale ?? { type: 'parties.phone-added', partyId: party.partyId, phone: phone.replaceAll(/[ -]/g, '') },
  save: async (tx, facts) => {
    for (const { partyId, phone } of facts) {
      await insertPhones(tx, [{ partyId, phone, index: phoneIndexOf(tx, phone) }], null, 'refuse')
      await tx.db
        .updateTable('parties_party')
        .set((eb) => ({ version: eb('version', '+', 1) }))
        .where('party_id', '=', partyId)
        .execute()
    }
  },
  subjects: ({ partyId }) => [`party:${partyId}`],
  onConstraint: { parties_phone_pkey: phoneKnown },
})

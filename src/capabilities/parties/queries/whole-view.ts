import { z } from 'zod'
import type { Tx } from '#kernel/database/transaction.ts'
import { mayTouch, type Belongs, type Occasion } from '#kernel/occasion.ts'
import { outsideScope } from '#kernel/pipeline/problems.ts'
import { isRefusal } from '#kernel/problem.ts'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { mayApprove } from '../commands/decide-merge.ts'
import { mayEdit } from '../commands/correct-party.ts'
import { mayPropose } from '../commands/propose-merge.ts'
import { mayReveal, type PartyRevealed } from '../commands/reveal.ts'
import { WholeView } from '../contract.ts'
import { findParty, recordsOfWhole, recordsWith } from '../store.ts'

const title = label('当事人全景', 'One party, whole court')
export const mayRead = 'parties.read'

/** One person or organisation in the whole court: every name and number (masked), and what each room knows of them. */
export const wholeView = reading({
  name: 'parties.whole-view',
  title,
  may: mayRead,
  reach: 'anyone',
  input: z.object({ partyId: z.uuid() }),
  output: WholeView,
  read: async (tx, { partyId: asked }, occasion) => {
    const found = await findParty(tx, asked, false)
    if (isRefusal(found)) return found
    const party = found.mergedInto === null ? found : await findParty(tx, found.mergedInto, false)
    if (isRefusal(party)) return party
    const ids = await recordsOfWhole(tx, party.partyId)
    const records: readonly Belongs[] = await recordsWith(tx, ids)
    const may = (permission: string) => reaches(occasion, permission, records)
    if (!may(mayRead)) return outsideScope(title)
    const [people, phones, sameName, seen] = [
      await peopleOf(tx, ids),
      await phonesOf(tx, ids),
      await sameNameCount(tx, party.name, ids),
      await looksAt(tx, ids),
    ]
    const sections: WholeView['sections'] = []
    for (const source of tx.platform.registry.gather('debtorSections'))
      sections.push(withDefaults(await source(tx, ids, occasion)))
    return {
      partyId: party.partyId,
      version: party.version,
      kind: party.kind,
      name: party.name,
      names: [...new Set(people.map(({ name }) => name))].filter((name) => name !== party.name),
      identifiers: people.flatMap(({ partyId, idMasked }) =>
        idMasked === null ? [] : [{ partyId, masked: idMasked }],
      ),
      phones,
      merged: people.filter(({ partyId }) => partyId !== party.partyId),
      sameName,
      sections,
      seen: seen.slice(0, 5),
      seenTotal: seen.length,
      may: {
        reveal: may(mayReveal),
        edit: may(mayEdit),
        proposeMerge: may(mayPropose),
        undoMerge: may(mayApprove),
      },
    }
  },
})

const withDefaults = (section: z.input<typeof WholeView>['sections'][number]): WholeView['sections'][number] => ({
  ...section,
  rows: section.rows.map(({ tone = 'neutral', ...row }) => ({ ...row, tone })),
})

/** Within reach through any record the party stands in, or through the whole court. */
export const reaches = ({ actor }: Occasion, permission: string, records: readonly Belongs[]): boolean =>
  [{ own: [], team: null }, ...records].some((record) => mayTouch(actor, permission, record))

const peopleOf = ({ db }: Tx, ids: readonly string[]) =>
  db
    .selectFrom('parties_party')
    .select(['party_id as partyId', 'name', 'id_masked as idMasked'])
    .where('party_id', 'in', [...ids])
    .orderBy('party_id')
    .execute()

async function phonesOf({ db }: Tx, ids: readonly string[]): Promise<WholeView['phones']> {
  const rows = await db
    .selectFrom('parties_phone')
    .select(['party_id', 'phone_index', 'masked'])
    .where('party_id', 'in', [...ids])
    .orderBy('party_id')
    .orderBy('phone_index')
    .limit(50)
    .execute()
  return rows.map(({ party_id, phone_index, masked }) => ({
    partyId: party_id,
    field: `phone:${phone_index}`,
    masked,
  }))
}

async function sameNameCount({ db }: Tx, name: string, ids: readonly string[]): Promise<number> {
  const { count } = await db
    .selectFrom('parties_party')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('name', '=', name)
    .where('merged_into', 'is', null)
    .where('party_id', 'not in', [...ids])
    .executeTakeFirstOrThrow()
  return Number(count)
}

type Look = WholeView['seen'][number]

async function looksAt({ client }: Tx, ids: readonly string[]): Promise<readonly Look[]> {
  const { rows } = await client.query<Look>({
    name: 'parties_looks',
    text: `select j.recorded_at as at, coalesce(n.name, j.actor_id) as who,
             j.text::jsonb -> 'fact' ->> 'purpose' as purpose,
             split_part(j.text::jsonb -> 'fact' ->> 'field', ':', 1) as field
           from kernel_subject s
           join kernel_journal j on j.court_id = s.court_id and j.seq = s.seq
           left join identity_staff_name n on n.court_id = j.court_id and n.staff_id::text = j.actor_id
           where s.subject = any($1) and j.type = $2
           order by j.seq desc limit 200`,
    values: [ids.map((id) => `party:${id}`), 'parties.party-revealed' satisfies PartyRevealed['type']],
  })
  return rows
}

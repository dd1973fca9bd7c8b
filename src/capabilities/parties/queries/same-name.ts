import { z } from 'zod'
import type { Belongs } from '#kernel/occasion.ts'
import { outsideScope } from '#kernel/pipeline/problems.ts'
import { isRefusal } from '#kernel/problem.ts'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { Namesakes } from '../contract.ts'
import { merges } from '../merges.ts'
import { findParty, recordsOfWhole, recordsWith } from '../store.ts'
import { mayRead, reaches } from './whole-view.ts'

const title = label('同名当事人', 'Parties of one name')
const most = 100

/** Everybody of the same name. They are other people until two colleagues find otherwise. */
export const sameName = reading({
  name: 'parties.same-name',
  title,
  may: mayRead,
  reach: 'anyone',
  input: z.object({ partyId: z.uuid() }),
  output: Namesakes,
  read: async (tx, { partyId }, occasion) => {
    const party = await findParty(tx, partyId, false)
    if (isRefusal(party)) return party
    const whole = await recordsOfWhole(tx, partyId)
    if (!reaches(occasion, mayRead, await recordsWith(tx, whole))) return outsideScope(title)
    const rows = await tx.db
      .selectFrom('parties_party')
      .select(['party_id as partyId', 'name', 'kind', 'id_masked as idMasked'])
      .where('name', '=', party.name)
      .where('merged_into', 'is', null)
      .where('party_id', 'not in', [...whole])
      .orderBy('party_id')
      .limit(most)
      .execute()
    const records = Map.groupBy(
      await recordsWith(
        tx,
        rows.map((row) => row.partyId),
      ),
      (record) => record.partyId,
    )
    const belongs = (id: string): readonly Belongs[] => records.get(id) ?? []
    const shown = rows.filter((row) => reaches(occasion, mayRead, belongs(row.partyId)))
    const waiting = new Set((await merges.open(tx)).flatMap(({ keepId, mergeId }) => [keepId, mergeId]))
    return {
      rows: shown.map((row) => ({
        ...row,
        records: belongs(row.partyId).length,
        proposed: waiting.has(row.partyId),
      })),
      hidden: rows.length - shown.length,
    }
  },
})

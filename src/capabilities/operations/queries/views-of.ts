import { z } from 'zod'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { QueryName, SavedView } from '../contract.ts'

/** The saved filters of a list that this person may use: their own, their teams' and the court's. */
export const viewsOf = reading({
  name: 'operations.views-of',
  title: label('已存视图', 'Saved views'),
  may: 'operations.keep-views',
  reach: 'anyone',
  input: z.object({ query: QueryName }),
  output: z.array(SavedView),
  read: async (tx, { query }, { actor }) => {
    const shares = ['court', ...actor.teams.map((team) => `team:${team}`)]
    const rows = await tx.db
      .selectFrom('kernel_view')
      .select(['view_id', 'query', 'name', 'shared_with', 'owner_id', 'input'])
      .where('query', '=', query)
      .where((eb) => eb.or([eb('owner_id', '=', actor.id), eb('shared_with', 'in', shares)]))
      .orderBy('name')
      .orderBy('view_id')
      .limit(200)
      .execute()
    return rows.map((row) => ({
      viewId: row.view_id,
      query: row.query,
      name: row.name,
      sharedWith: row.shared_with,
      mine: row.owner_id === actor.id,
      input: z.record(z.string(), z.unknown()).parse(row.input),
    }))
  },
})

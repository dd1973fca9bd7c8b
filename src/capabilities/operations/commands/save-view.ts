import { z } from 'zod'
import { command } from '#kernel/command.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { QueryName, ViewShare } from '../contract.ts'
import { noSuchList, notYourTeam } from '../problems.ts'

export type ViewSaved = {
  readonly type: 'operations.view-saved'
  readonly viewId: string
  readonly query: string
  readonly name: string
  readonly sharedWith: string
  readonly ownerId: string
  readonly input: Readonly<Record<string, unknown>>
}

/** Keeps the filter of a list under a name; the same name of the same list is written over. */
export const saveView = command({
  name: 'operations.save-view',
  title: label('保存视图', 'Save the view'),
  may: 'operations.keep-views',
  cites: [],
  input: z.object({
    query: QueryName,
    name: z.string().trim().min(1).max(40),
    sharedWith: ViewShare,
    input: z
      .record(z.string().max(60), z.json())
      .refine((value) => JSON.stringify(value).length <= 8_000, { error: '条件太多' }),
  }),
  output: z.object({ viewId: z.uuid() }),
  load: async (tx, { query, name }, { actor }) => {
    if (tx.platform.registry.queries.get(query)?.shape !== 'list') return noSuchList(query)
    const same = await tx.db
      .selectFrom('kernel_view')
      .select('view_id')
      .where('query', '=', query)
      .where('name', '=', name)
      .where('owner_id', '=', actor.id)
      .forUpdate()
      .executeTakeFirst()
    return { viewId: same?.view_id ?? null, ownerId: actor.id }
  },
  belongs: ({ ownerId }) => ({ own: [ownerId], team: null }),
  decide: ({ viewId, ownerId }, { query, name, sharedWith, input }, { actor }) => {
    const team = /^team:(.+)$/.exec(sharedWith)?.[1]
    if (team !== undefined && !actor.teams.includes(team)) return notYourTeam()
    const saved: ViewSaved = {
      type: 'operations.view-saved',
      viewId: viewId ?? newId(),
      query,
      name,
      sharedWith,
      ownerId,
      input,
    }
    return saved
  },
  save: async (tx, facts) => {
    for (const { viewId, query, name, sharedWith, ownerId, input } of facts) {
      const row = { query, name, shared_with: sharedWith, owner_id: ownerId, input: JSON.stringify(input) }
      await tx.db
        .insertInto('kernel_view')
        .values({ view_id: viewId, ...row })
        .onConflict((conflict) => conflict.columns(['court_id', 'view_id']).doUpdateSet(row))
        .execute()
    }
  },
  subjects: ({ viewId }) => [`view:${viewId}`],
  answer: ({ viewId }) => ({ viewId }),
})

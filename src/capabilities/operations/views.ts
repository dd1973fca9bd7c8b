import { recordKind } from '#kernel/command.ts'
import { notFound } from '#kernel/pipeline/problems.ts'
import { label } from '#kernel/values/labels.ts'

export type View = {
  readonly view_id: string
  readonly query: string
  readonly name: string
  readonly shared_with: string
  readonly owner_id: string
}

/** A named filter of a list. Others may use a shared one; only its keeper changes it. */
export const viewRecord = recordKind<View>({
  kind: 'view',
  idField: 'viewId',
  load: async (tx, id, lock) => {
    const query = tx.db
      .selectFrom('kernel_view')
      .select(['view_id', 'query', 'name', 'shared_with', 'owner_id'])
      .where('view_id', '=', id)
    return (await (lock ? query.forUpdate() : query).executeTakeFirst()) ?? notFound(label('这个视图', 'view'))
  },
  belongs: ({ owner_id }) => ({ own: [owner_id], team: null }),
  version: () => 1,
})

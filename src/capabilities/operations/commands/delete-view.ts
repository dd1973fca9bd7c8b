import { z } from 'zod'
import { recordCommand } from '#kernel/command.ts'
import { label } from '#kernel/values/labels.ts'
import { viewRecord } from '../views.ts'

export type ViewDeleted = {
  readonly type: 'operations.view-deleted'
  readonly viewId: string
  readonly query: string
  readonly name: string
}

export const deleteView = recordCommand(viewRecord, {
  name: 'operations.delete-view',
  title: label('删除视图', 'Delete the view'),
  may: 'operations.keep-views',
  cites: [],
  input: z.object({}),
  load: async (_tx, view) => view,
  decide: ({ view_id, query, name }): ViewDeleted => ({
    type: 'operations.view-deleted',
    viewId: view_id,
    query,
    name,
  }),
  save: async (tx, facts) => {
    const ids = facts.map(({ viewId }) => viewId)
    await tx.db.deleteFrom('kernel_view').where('view_id', 'in', ids).execute()
  },
  subjects: ({ viewId }) => [`view:${viewId}`],
})

import { command } from '#kernel/command.ts'
import type { Fact } from '#kernel/fact.ts'
import { label } from '#kernel/values/labels.ts'
import { MarkRead } from '../contract.ts'
import { useDesk } from '../permissions.ts'

export type NoticesRead = Fact & {
  readonly type: 'desk.notices-read'
  readonly staffId: string
  readonly at: Temporal.Instant
}

/** 标为已阅: everything told so far counts as read. */
export const markRead = command({
  name: 'desk.mark-read',
  title: label('标为已阅', 'Mark as read'),
  may: useDesk,
  cites: [],
  input: MarkRead,
  load: async (_tx, _input, { actor }) => ({ staffId: actor.id }),
  belongs: ({ staffId }) => ({ own: [staffId], team: null }),
  decide: ({ staffId }, _input, { now }): NoticesRead => ({ type: 'desk.notices-read', staffId, at: now }),
  save: async (tx, facts) => {
    for (const { staffId, at } of facts)
      await tx.db
        .insertInto('desk_seen')
        .values({ staff_id: staffId, seen_at: at.toString() })
        .onConflict((conflict) => conflict.columns(['court_id', 'staff_id']).doUpdateSet({ seen_at: at.toString() }))
        .execute()
  },
  subjects: ({ staffId }) => [`staff:${staffId}`],
})

import { command } from '#kernel/command.ts'
import type { Fact } from '#kernel/fact.ts'
import type { Refusal } from '#kernel/problem.ts'
import { day, isBefore } from '#kernel/values/dates.ts'
import { label } from '#kernel/values/labels.ts'
import { PutOff } from '../contract.ts'
import { gatherItems } from '../items.ts'
import { useDesk } from '../permissions.ts'
import { dueToday, noSuchItem, notLater, pastTheLimit } from '../problems.ts'

export type ItemPutOff = Fact & {
  readonly type: 'desk.item-put-off'
  readonly staffId: string
  readonly itemId: string
  readonly until: Temporal.PlainDate
}

/** 稍后: takes a row off this person's desk for some days, never past its limit. Nobody else's desk changes. */
export const putOff = command({
  name: 'desk.put-off',
  title: label('稍后', 'Later'),
  may: useDesk,
  cites: [],
  input: PutOff,
  load: async (tx, { itemId }, occasion) => {
    const item = (await gatherItems(tx, occasion)).items.find(({ id }) => id === itemId)
    return item ? { staffId: occasion.actor.id, dueOn: item.dueOn === null ? null : day(item.dueOn) } : noSuchItem()
  },
  belongs: ({ staffId }) => ({ own: [staffId], team: null }),
  gate: ({ dueOn }, { today }) => (dueOn !== null && !isBefore(today, dueOn) ? dueToday() : undefined),
  decide: ({ staffId, dueOn }, { itemId, until }, { today }): ItemPutOff | Refusal => {
    if (!isBefore(today, until)) return notLater(today)
    if (dueOn !== null && isBefore(dueOn, until)) return pastTheLimit(dueOn)
    return { type: 'desk.item-put-off', staffId, itemId, until }
  },
  save: async (tx, facts) => {
    for (const { staffId, itemId, until } of facts)
      await tx.db
        .insertInto('desk_later')
        .values({ staff_id: staffId, item_id: itemId, until_on: until.toString() })
        .onConflict((conflict) =>
          conflict.columns(['court_id', 'staff_id', 'item_id']).doUpdateSet({ until_on: until.toString() }),
        )
        .execute()
  },
  subjects: ({ staffId }) => [`staff:${staffId}`],
})

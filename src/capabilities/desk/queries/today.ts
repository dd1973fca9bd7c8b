import { z } from 'zod'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { reading } from '#kernel/query.ts'
import { day } from '#kernel/values/dates.ts'
import { label } from '#kernel/values/labels.ts'
import { Today } from '../contract.ts'
import { gatherItems } from '../items.ts'
import { useDesk } from '../permissions.ts'

/** 今日必办: what this person must decide or do, and nothing that is only to be known. */
export const today = reading({
  name: 'desk.today',
  title: label('今日工作台', 'Today'),
  may: useDesk,
  reach: 'anyone',
  input: z.object({}),
  output: Today,
  read: async (tx, _input, occasion) => {
    const { sections, items } = await gatherItems(tx, occasion)
    const later = await tx.db
      .selectFrom('desk_later')
      .select('item_id')
      .where('staff_id', '=', occasion.actor.id)
      .where('until_on', '>', occasion.today.toString())
      .execute()
    const off = new Set(later.map(({ item_id }) => item_id))
    const shown = items.filter(({ id }) => !off.has(id))
    return {
      sections: sections.map(({ id, title }) => ({
        id,
        title,
        count: shown.filter(({ section }) => section === id).length,
      })),
      rows: shown.map((item) => ({
        ...item,
        daysLeft: item.dueOn === null ? null : occasion.today.until(day(item.dueOn)).days,
      })),
      putOff: items.length - shown.length,
      next: shown.length > 0 ? null : await nextDue(tx, occasion),
    }
  },
})

/** The soonest of what the rooms know. */
async function nextDue(tx: Tx, occasion: Occasion) {
  const found = []
  for (const source of tx.platform.registry.gather('nextDue')) found.push(await source(tx, occasion))
  return found.filter((next) => next !== null).toSorted((a, b) => (a.on < b.on ? -1 : 1))[0] ?? null
}

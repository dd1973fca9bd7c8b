import type { Keeping } from '#capabilities/registers'
import { day } from '#kernel/values/dates.ts'
import { addWorkingDays } from '#law/calendar.ts'

type Complete = NonNullable<Keeping['complete']>

/** A request without a due day gets that of the unit asked, where the unit says how long it takes. */
export const dueByUnit: Complete = async (tx, entry) => {
  const { unit, sentOn, dueOn } = entry
  if (typeof unit !== 'string' || typeof sentOn !== 'string' || typeof dueOn === 'string') return entry
  const { rows } = await tx.client.query<{ days: number }>(
    `select reply_days as days from partners_member_in_force
     where unit = $1 and reply_days > 0 and joined_on <= $2 and (left_on > $2) is not false
     order by joined_on desc limit 1`,
    [unit, sentOn],
  )
  const [found] = rows
  return found ? { ...entry, dueOn: addWorkingDays(day(sentOn), found.days).toString() } : entry
}

import { courtCalendar } from '#capabilities/deadlines'
import type { Reaction } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { isWorkingDay } from '#law/calendar.ts'

const [firstYear, yearsAhead] = [2020, 2] as const

/** The court's working days, so that its own clocks are reckoned where the rows lie. Years without a notice go by weekends. */
export async function keepWorkingDays(tx: Tx, { today }: { readonly today: Temporal.PlainDate }): Promise<void> {
  const calendar = await courtCalendar(tx)
  const days: string[] = []
  const end = new Temporal.PlainDate(today.year + yearsAhead, 12, 31)
  let at = new Temporal.PlainDate(firstYear, 1, 1)
  while (Temporal.PlainDate.compare(at, end) <= 0) {
    if (isWorkingDay(at, calendar)) days.push(at.toString())
    at = at.add({ days: 1 })
  }
  await tx.client.query(
    `with wanted as (select unnest($1::date[]) as day),
          gone as (delete from funds_working_day where day not in (select day from wanted))
     insert into funds_working_day (day) select day from wanted on conflict do nothing`,
    [days],
  )
}

export const workingDayReaction: Reaction = {
  on: ['deadlines.notice-signed'],
  react: async (tx, _facts, occasion) => {
    await keepWorkingDays(tx, occasion)
    return []
  },
}

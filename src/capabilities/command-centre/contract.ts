import { z } from 'zod'
import { FenText } from '#kernel/values/wire.ts'

/** A number on the wall and the list that it counts. No names: a wall is read by whoever passes. */
const Counted = z.object({ count: z.int(), href: z.string() })

export const Wall = z.object({
  court: z.string(),
  /** When it was reckoned. */
  at: z.string(),
  today: z.string(),
  duty: z.object({
    leader: z.string().nullable(),
    shifts: z.int(),
    bailiffs: z.int(),
    standby: z.int(),
    handedOver: z.int(),
    /** Days of the coming week on which nobody leads. */
    uncovered: z.array(z.string()),
  }),
  calls: z.object({
    received: Counted,
    dispatched: Counted,
    controlled: Counted,
    resolved: Counted,
    open: z.array(z.object({ number: z.string(), state: z.string(), minutes: z.int() })),
  }),
  custody: z.object({
    inside: Counted,
    releasedToday: z.int(),
    overdue: z.int(),
    cases: z.array(z.object({ caseNumber: z.string(), lastDay: z.string(), daysLeft: z.int() })),
  }),
  clocks: z.object({ overdue: Counted, today: Counted, week: Counted }),
  orders: z.object({ open: Counted, overdue: Counted }),
  money: z.array(z.object({ title: z.string(), fen: FenText.nullable(), count: z.int().nullable(), href: z.string() })),
})
export type Wall = z.output<typeof Wall>
/** As the server says it: money as digits in fen. */
export type WallMoney = z.input<typeof Wall>['money'][number]

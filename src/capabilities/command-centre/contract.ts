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
const LabelText = z.object({ zh: z.string(), en: z.string() })

/** 3+1 on the wall: each figure with what it should reach and what others published. */
export const WallCore = z.object({
  /** When it was reckoned, and the last day whose events count. */
  at: z.string(),
  until: z.string(),
  members: z.array(
    z.object({
      id: z.string(),
      title: LabelText,
      /** Null while nothing is on record; `remark` says so. */
      printed: z.string().nullable(),
      remark: LabelText.nullable(),
      /** ≥90 */
      band: z.string().nullable(),
      inside: z.boolean().nullable(),
      /** 全市 86.01 */
      outside: z.string().nullable(),
      href: z.string(),
    }),
  ),
})
export type WallCore = z.output<typeof WallCore>

/** As the server says it: money as digits in fen. */
export type WallMoney = z.input<typeof Wall>['money'][number]

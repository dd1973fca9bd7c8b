import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { z } from 'zod'
import {
  DayEnd,
  DayQuestion,
  MonthEnd,
  MonthQuestion,
  Overdue,
  OverdueQuestion,
  ReleaseStanding,
} from '../reconciliation/contract.ts'
import { dayBefore } from '../reconciliation/day-before.ts'
import { dayEnd } from '../reconciliation/day-end.ts'
import { monthEnd } from '../reconciliation/month-end.ts'
import { overdueOn } from '../reconciliation/overdue.ts'
import { dayBeforeOpen } from '../reconciliation/problems.ts'
import { digits } from '../reconciliation/wire.ts'

export const dayEndReading = reading({
  name: 'funds.day-end',
  title: label('日终对账', 'Day-end'),
  may: 'funds.read',
  input: DayQuestion,
  output: DayEnd,
  read: async (tx, { day }) => digits(await dayEnd(tx, day.toString())),
})

export const monthEndReading = reading({
  name: 'funds.month-end',
  title: label('月末对账', 'Month-end'),
  may: 'funds.read',
  input: MonthQuestion,
  output: MonthEnd,
  read: async (tx, { month }) => digits(await monthEnd(tx, month)),
})

/** 今日能否放款: what of the day before stands in the way of every payment order of this day, in the words of the refusal. */
export const releaseStanding = reading({
  name: 'funds.release-standing',
  title: label('今日能否放款', 'Release of money today'),
  may: 'funds.read',
  input: z.object({}),
  output: ReleaseStanding,
  read: async (tx, _input, { today }) => {
    const { day, open } = await dayBefore(tx, today)
    const { problem } = dayBeforeOpen(day, open)
    return {
      today: today.toString(),
      day,
      released: open.length === 0,
      open: open.map(({ key, amountFen, text }) => ({ key, amountFen: amountFen.toString(), text })),
      because:
        open.length === 0
          ? null
          : {
              title: problem.title,
              detail: problem.detail,
              rule: problem.rule ?? null,
              href: `/funds/reconcile?day=${day}`,
            },
    }
  },
})

export const overdueReading = reading({
  name: 'funds.overdue',
  title: label('超期未发放', 'Overdue payouts'),
  may: 'funds.read',
  input: OverdueQuestion,
  output: Overdue,
  read: async (tx, { asOf, from }) =>
    digits(await overdueOn(tx, asOf.toString(), from?.toString() ?? `${asOf.year}-01-01`)),
})

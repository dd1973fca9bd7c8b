import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { DayEnd, DayQuestion, MonthEnd, MonthQuestion, Overdue, OverdueQuestion } from '../reconciliation/contract.ts'
import { dayEnd } from '../reconciliation/day-end.ts'
import { monthEnd } from '../reconciliation/month-end.ts'
import { overdueOn } from '../reconciliation/overdue.ts'
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

export const overdueReading = reading({
  name: 'funds.overdue',
  title: label('超期未发放', 'Overdue payouts'),
  may: 'funds.read',
  input: OverdueQuestion,
  output: Overdue,
  read: async (tx, { asOf, from }) =>
    digits(await overdueOn(tx, asOf.toString(), from?.toString() ?? `${asOf.year}-01-01`)),
})

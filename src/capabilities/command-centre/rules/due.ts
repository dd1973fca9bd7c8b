import { courtCalendar } from '#capabilities/deadlines'
import type { LedgerRecord } from '#capabilities/ledgers'
import { settingValue } from '#capabilities/operations'
import type { Tx } from '#kernel/database/transaction.ts'
import { day } from '#kernel/values/dates.ts'
import { addWorkingDays, type Calendar } from '#law/calendar.ts'
import { type Allowance, codeIn, matters } from '../matters.ts'
import { allowances } from '../settings.ts'

export type Due = { readonly dueOn: string; readonly dueAt: string | null }

/** When a matter must be done. Days leave out the day it was asked for; hours and minutes run from the minute. */
export function dueOf(allowance: Allowance, requestedOn: string, requestedAt: string | null, calendar: Calendar): Due {
  const from = day(requestedOn)
  switch (allowance.unit) {
    case 'working-day':
      return { dueOn: addWorkingDays(from, allowance.amount, calendar).toString(), dueAt: null }
    case 'day':
      return { dueOn: from.add({ days: allowance.amount }).toString(), dueAt: null }
    case 'month-end':
      return { dueOn: from.with({ day: from.daysInMonth }).toString(), dueAt: null }
    case 'hour':
    case 'minute': {
      // Without the minute it was asked for, the whole day is allowed.
      const [hour = 23, minute = 59] = (requestedAt ?? '23:59').split(':').map(Number)
      const end = from.toPlainDateTime({ hour, minute }).add({ [`${allowance.unit}s`]: allowance.amount })
      const time = end.toPlainTime().toString({ smallestUnit: 'minute' })
      return { dueOn: end.toPlainDate().toString(), dueAt: requestedAt === null ? null : time }
    }
  }
}

/** The post that owns the matter and the day it is due, where nobody said otherwise. */
export async function withDue(tx: Tx, order: LedgerRecord): Promise<LedgerRecord> {
  const { matter, requestedOn, requestedAt = null, post = null, dueOn = null } = order
  const code = typeof matter === 'string' ? codeIn(matter) : null
  if (code === null || typeof requestedOn !== 'string') return order
  const owned = { ...order, post: post ?? matters[code].post }
  const allowance = dueOn === null ? ((await settingValue(tx, allowances))[code] ?? null) : null
  if (allowance === null) return owned
  const at = typeof requestedAt === 'string' ? requestedAt : null
  return { ...owned, ...dueOf(allowance, requestedOn, at, await courtCalendar(tx)) }
}

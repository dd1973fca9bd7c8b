import { formatDayZh, isBefore } from '#kernel/values/dates.ts'
import { type Calendar, publishedCalendar } from './calendar.ts'
import { daysAfter, laterOf } from './day-number.ts'
import { denied, type Denied, type Finding, finding, isDenied } from './finding.ts'
import { valueOn } from './parameter.ts'
import { payoutAfterDeferral, payoutDays } from './parameters.ts'
import { type OnHoliday, periodEnd } from './period-end.ts'
import { ruleOn } from './rules.ts'

export type PayoutDeferral = {
  readonly from: Temporal.PlainDate
  /** The day the ground was gone; null while it stands. */
  readonly to: Temporal.PlainDate | null
  readonly approved: boolean
}
export type PayoutClock = {
  /** The day the officer was told by the finance office that the money is there. */
  readonly noticeOn: Temporal.PlainDate
  /** Setting `funds.payout`. */
  readonly days?: number | undefined
  readonly unit?: 'day' | 'working-day' | undefined
  readonly onHoliday?: OnHoliday | undefined
  readonly deferrals?: readonly PayoutDeferral[] | undefined
  readonly afterDeferralDays?: number | undefined
}
export type PayoutDeadline = {
  /** Null while an approved deferral is open: no deadline runs. */
  readonly deadline: Temporal.PlainDate | null
  readonly deferred: boolean
}

/**
 * The day by which case money must be paid out (案款发放期限).
 *
 * Only approved deferrals that begin on or before the ordinary deadline count; the result is the later of that deadline
 * and each deferral's end plus ten days.
 *
 * Law: 法发〔2017〕6号 art. 10.
 * Reading: a deferral never shortens the ordinary time; the ten days after it are calendar days and do not roll. The
 * strict reading (ten days after the ground is gone, even inside the thirty) is setting `funds.payout.afterDeferral`.
 */
export function payoutDeadline(
  clock: PayoutClock,
  calendar: Calendar = publishedCalendar,
): Finding<PayoutDeadline> | Denied<'AMOUNT_NOT_POSITIVE'> {
  const { noticeOn, unit = 'day', onHoliday = 'none', deferrals = [] } = clock
  const [term, after] = [valueOn(payoutDays, noticeOn), valueOn(payoutAfterDeferral, noticeOn)]
  const ordinary = periodEnd({ trigger: noticeOn, amount: clock.days ?? term.value, unit, onHoliday }, calendar)
  if (isDenied(ordinary)) return denied(ordinary.error)
  const counted = deferrals.filter(({ approved, from }) => approved && !isBefore(ordinary.value.end, from))
  const afterDays = clock.afterDeferralDays ?? after.value
  const deadline = latestOf(ordinary.value.end, counted, afterDays)
  const grounds = counted.length > 0 ? [term, ruleOn('funds.payout.deferral', noticeOn), after] : [term]
  return finding({ deadline, deferred: counted.length > 0 }, [...grounds, ordinary], () => [
    ...ordinary.workings,
    ...counted.map(({ from, to }) => deferralText(from, to, afterDays)),
    deadline ? `发放期限${formatDayZh(deadline)}` : '延缓发放期间，期限不进行',
  ])
}

function latestOf(ordinary: Temporal.PlainDate, deferrals: readonly PayoutDeferral[], afterDays: number) {
  let latest = ordinary
  for (const { to } of deferrals) {
    if (to === null) return null
    latest = laterOf(latest, daysAfter(to, afterDays))
  }
  return latest
}

const deferralText = (from: Temporal.PlainDate, to: Temporal.PlainDate | null, afterDays: number): string =>
  to
    ? `${formatDayZh(from)}起经批准延缓，事由${formatDayZh(to)}消失，其后${afterDays}日即${formatDayZh(daysAfter(to, afterDays))}`
    : `${formatDayZh(from)}起经批准延缓，事由尚未消失`

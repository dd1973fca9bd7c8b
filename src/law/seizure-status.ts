import { formatDayZh } from '#kernel/values/dates.ts'
import { daysBetween } from './day-number.ts'
import { type Finding, finding } from './finding.ts'
import { ruleOn } from './rules.ts'

export type SeizureStanding = {
  /** Null for a waiting seizure, which has no running term. */
  readonly expiry: Temporal.PlainDate | null
  readonly today: Temporal.PlainDate
  /** Setting `freeze.warnDays`: a choice of the product, no law. */
  readonly warnDays?: readonly number[] | undefined
  readonly waiting?: boolean | undefined
}
export type SeizureStatus = {
  readonly status: 'active' | 'warn' | 'last-day' | 'lapsed' | 'waiting'
  readonly daysLeft: number | null
  /** The smallest warning number not below the days left. */
  readonly level: number | null
}

export const defaultWarnDays: readonly number[] = [30, 15, 7]

/**
 * How near a seizure is to its end. On its last day it still holds until midnight; a waiting one (轮候) has no term yet.
 *
 * Law: 查封规定 (2020) arts. 26, 27.
 */
export function seizureStatus({
  expiry,
  today,
  warnDays = defaultWarnDays,
  waiting = false,
}: SeizureStanding): Finding<SeizureStatus> {
  if (waiting || expiry === null) {
    return finding({ status: 'waiting', daysLeft: null, level: null }, [ruleOn('freeze.waiting', today)], () => [
      '轮候查封尚未生效，没有期限可算',
    ])
  }
  const daysLeft = daysBetween(today, expiry)
  const reached = warnDays.filter((days) => days >= daysLeft)
  const level = daysLeft < 0 || reached.length === 0 ? null : Math.min(...reached)
  return finding(
    { status: statusOf(daysLeft, level), daysLeft, level },
    [ruleOn('freeze.expiry-effect', today)],
    () => [daysLeft < 0 ? `已于${formatDayZh(expiry)}届满失效` : `${formatDayZh(expiry)}届满，还有${daysLeft}日`],
  )
}

function statusOf(daysLeft: number, level: number | null): SeizureStatus['status'] {
  if (daysLeft < 0) return 'lapsed'
  if (daysLeft === 0) return 'last-day'
  return level === null ? 'active' : 'warn'
}

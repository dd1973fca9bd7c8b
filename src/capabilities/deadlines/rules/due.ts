import { day } from '#kernel/values/dates.ts'
import { type Calendar, previousWorkingDay } from '#law/calendar.ts'
import { type ClockRule, type Due, never, type Stops } from '../clock-rule.ts'
import type { LimitEnd, LimitStart } from './limits.ts'

/** When a clock of this rule ends that started on that day. */
export type DueReckoner = (rule: ClockRule, step: number, startedOn: string, stops: Stops | null) => Due

type Known = Map<string, Due>

/** What was reckoned by a calendar stays true as long as there is that calendar. */
const knownBy = new WeakMap<Calendar, WeakMap<ClockRule, Known>>()
/** Starts of one rule that are remembered: all days of a century. */
const knownAtMost = 40_000

/**
 * Reckons ends by one calendar. An end depends on the rule, the start and the stops alone, so a million clocks that
 * started on a thousand days cost a thousand reckonings.
 */
export function dueReckoner(calendar: Calendar): DueReckoner {
  const byRule = knownBy.get(calendar) ?? new WeakMap<ClockRule, Known>()
  knownBy.set(calendar, byRule)
  return (rule, step, startedOn, stops) => {
    const known = byRule.get(rule) ?? new Map<string, Due>()
    if (known.size === 0) byRule.set(rule, known)
    const plain = step === 1 ? startedOn : `${startedOn} ${step}`
    const start = stops === null ? plain : `${plain} ${JSON.stringify(stops)}`
    const before = known.get(start)
    if (before) return before
    if (known.size >= knownAtMost) known.clear()
    const due = reckon(rule, step, startedOn, stops, calendar)
    known.set(start, due)
    return due
  }
}

/** What the limit is asked: a pause that has not ended gives no span. */
export function limitStart(step: number, startedOn: string, stops: Stops | null): LimitStart {
  return {
    on: day(startedOn),
    step,
    pauses: (stops?.pauses ?? []).flatMap(({ from, to }) => (to === null ? [] : [{ from: day(from), to: day(to) }])),
    extensions: (stops?.extensions ?? []).map(({ months }) => ({ months, approved: true })),
  }
}

function reckon(rule: ClockRule, step: number, startedOn: string, stops: Stops | null, calendar: Calendar): Due {
  const { value } = rule.limit(limitStart(step, startedOn, stops), calendar)
  const { version, provisional } = value
  if (standsStill(stops, value.end.toString())) {
    return { dueOn: never, dueFrom: never, urgentFrom: never, provisional: false, version }
  }
  return { dueOn: value.end.toString(), ...warnings(rule, day(startedOn), value, calendar), provisional, version }
}

/** A pause that begins after the limit has run out does not revive it. */
const standsStill = (stops: Stops | null, end: string): boolean =>
  stops?.pauses.some(({ from, to }) => to === null && from <= end) ?? false

/**
 * Due soon: the last working days that the rule warns of, or the last quarter of the length, whichever begins earlier.
 * Urgent: the last day, or the last tenth.
 */
function warnings(rule: ClockRule, start: Temporal.PlainDate, { nominalEnd, end }: LimitEnd, calendar: Calendar) {
  const length = start.until(nominalEnd, { largestUnit: 'day' }).days
  const lastPart = (parts: number) => end.subtract({ days: Math.max(0, Math.ceil(length / parts) - 1) })
  const earlier = earliestOf(lastPart(4), workingDaysBefore(end, rule.warn, calendar))
  return {
    dueFrom: latestOf(earlier, start).toString(),
    urgentFrom: latestOf(lastPart(10), start).toString(),
  }
}

/** The first day from which no more than so many worked days are left, the last day included. */
function workingDaysBefore(end: Temporal.PlainDate, count: number, calendar: Calendar): Temporal.PlainDate {
  let date = previousWorkingDay(end, calendar)
  for (let left = count; left > 0; left -= 1) date = previousWorkingDay(date.subtract({ days: 1 }), calendar)
  return date
}

const earliestOf = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b)
const latestOf = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a)

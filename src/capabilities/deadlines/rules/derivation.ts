import { day } from '#kernel/values/dates.ts'
import { type Calendar, isWorkingDay, whyOff } from '#law/calendar.ts'
import { formatCitation } from '#law/citation.ts'
import { type ClockRule, never, type Stops } from '../clock-rule.ts'
import { limitStart, type DueReckoner, dueReckoner } from './due.ts'
import type { LimitEnd } from './limits.ts'

export type StoredClock = {
  readonly step: number
  readonly startedBy: string
  readonly startedOn: string
  readonly dueOn: string
  readonly finishedBy: string | null
  readonly finishedOn: string | null
  readonly stops: Stops | null
}

/** How the end of a clock was reckoned, part by part. Days are ISO text. */
export type ClockDerivation = {
  readonly startOn: string
  readonly startWhy: string
  readonly length: string
  readonly counted: { readonly from: string; readonly to: string; readonly days: number }[]
  readonly skipped: { readonly from: string; readonly to: string; readonly why: string }[]
  /** Null while the clock stands still. */
  readonly dueOn: string | null
  readonly citations: string[]
  /** The row of law whose text can be opened; null for a rule of the court's own. */
  readonly rule: string | null
  readonly workings: string[]
  readonly remarks: string[]
}

type DayList = { from: string; to: string; why: string }

/**
 * Why this date: the start, the days counted and left out with the reason of each, the articles, and what the court
 * should know before relying on it. Reckoned again from what is stored, so that it can never tell another story.
 */
export function derivationOf(
  rule: ClockRule,
  clock: StoredClock,
  calendar: Calendar,
  kindTitle: (kind: string) => string,
): ClockDerivation {
  const start = limitStart(clock.step, clock.startedOn, clock.stops)
  const limit = rule.limit(start, calendar)
  const pauses = pausedRanges(rule, clock)
  const due = dueReckoner(calendar)(rule, clock.step, clock.startedOn, clock.stops)
  return {
    startOn: clock.startedOn,
    startWhy: `${kindTitle(clock.startedBy)}，当日不计`,
    length: [limit.value.length, ...grantedText(clock.stops)].join('，'),
    counted: countedRanges(start.on.add({ days: 1 }).toString(), limit.value.ranOutOn.toString(), pauses),
    skipped: [...pauses, ...daysOff(start.on, limit.value, calendar)],
    dueOn: clock.dueOn === never ? null : clock.dueOn,
    citations: limit.citations.map((citation) => formatCitation(citation)),
    rule: limit.value.rule,
    workings: [...limit.workings],
    remarks: [...limit.checks, ...standing(rule, clock, due, kindTitle)],
  }
}

const grantedText = (stops: Stops | null): string[] =>
  (stops?.extensions ?? []).map(({ on, months }) => `${on}经批准延长${months}个月`)

/** The pauses that have ended, overlapping ones as they were recorded. */
function pausedRanges({ pauses = [] }: ClockRule, { stops, startedOn }: StoredClock): DayList[] {
  const title = (kind: string) => pauses.find(({ from }) => from === kind)?.title.zh ?? kind
  return (stops?.pauses ?? []).flatMap(({ kind, from, to }) => {
    const first = from > startedOn ? from : dayAfter(startedOn, 1)
    return to === null || to <= first ? [] : [{ from: first, to: dayAfter(to, -1), why: title(kind) }]
  })
}

const dayAfter = (text: string, days: number): string => day(text).add({ days }).toString()

/** The runs of days between the pauses. */
function countedRanges(from: string, to: string, pauses: readonly DayList[]) {
  const ranges: { from: string; to: string; days: number }[] = []
  let next = from
  const add = (last: string) => {
    const days = Temporal.PlainDate.from(next).until(last, { largestUnit: 'day' }).days + 1
    if (days > 0) ranges.push({ from: next, to: last, days })
  }
  for (const pause of pauses.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (pause.from > to) break
    add(dayAfter(pause.from, -1))
    if (pause.to >= next) next = dayAfter(pause.to, 1)
  }
  add(to)
  return ranges
}

/** Days off that moved the end, or that do not count where only worked days do. Neighbours with one reason are one line. */
function daysOff(start: Temporal.PlainDate, { unit, ranOutOn, end }: LimitEnd, calendar: Calendar): DayList[] {
  const from = unit === 'working-day' ? start.add({ days: 1 }) : ranOutOn
  const list: DayList[] = []
  for (let date = from; Temporal.PlainDate.compare(date, end) < 0; date = date.add({ days: 1 })) {
    if (isWorkingDay(date, calendar)) continue
    const why = `${whyOff(date, calendar) ?? ''}${unit === 'working-day' ? '' : '，期满日顺延'}`
    const last = list.at(-1)
    if (last?.why === why && dayAfter(last.to, 1) === date.toString()) last.to = date.toString()
    else list.push({ from: date.toString(), to: date.toString(), why })
  }
  return list
}

function standing(
  { finishes }: ClockRule,
  { dueOn, finishedBy, finishedOn, stops }: StoredClock,
  due: ReturnType<DueReckoner>,
  kindTitle: (kind: string) => string,
): string[] {
  const open = stops?.pauses.find(({ to }) => to === null)
  return [
    ...(dueOn === never && open ? [`${kindTitle(open.kind)}，自${open.from}起暂停，恢复后继续计算`] : []),
    ...(due.provisional ? ['届满日所在年份的放假安排没有收录，期限为暂定'] : []),
    ...(finishedBy !== null && !finishes.includes(finishedBy)
      ? [`${finishedOn}${kindTitle(finishedBy)}，本期限随之终止，未见${finishes.map(kindTitle).join('或')}记录`]
      : []),
    ...(due.dueOn === dueOn ? [] : [`按当时收录的放假安排记为${dueOn}，按现行安排应为${due.dueOn}`]),
  ]
}

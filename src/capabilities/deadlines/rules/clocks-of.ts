import type { Clock, ClockEvent, ClockPause, ClockRule, ClockSubject, Stops } from '../clock-rule.ts'
import type { DueReckoner } from './due.ts'

type Days = ReadonlyMap<string, readonly ClockEvent[]>
type Ending = Pick<Clock, 'finishedBy' | 'finishedOn'>

const running: Ending = { finishedBy: null, finishedOn: null }
const endedBy = ({ kind, on }: ClockEvent): Ending => ({ finishedBy: kind, finishedOn: on })

/** All clocks that the events of a record start, running and ended. The order of the events does not matter. */
export function clocksOf(rules: readonly ClockRule[], subject: ClockSubject, due: DueReckoner): Clock[] {
  const days = Map.groupBy(subject.events.toSorted(byDay), ({ kind }) => kind)
  return rules
    .filter((rule) => concerns(rule, subject.traits))
    .flatMap((rule) => clocksOfRule(rule, subject, days, due))
}

const byDay = (a: ClockEvent, b: ClockEvent): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)

const concerns = ({ among, except = [] }: ClockRule, traits: readonly string[]): boolean =>
  (among === undefined || among.some((trait) => traits.includes(trait))) &&
  !except.some((trait) => traits.includes(trait))

function clocksOfRule(rule: ClockRule, subject: ClockSubject, days: Days, due: DueReckoner): Clock[] {
  const start = rule.starts.map((kind) => days.get(kind)?.[0]).find((event) => event !== undefined)
  if (!start) return []
  const about = {
    subjectId: subject.id,
    caseId: subject.caseId,
    ruleId: rule.id,
    startedBy: start.kind,
    startedOn: start.on,
  }
  if (rule.steps) return turnsOf(rule, about, days, due)
  const ending = endingOf(rule, start.on, days)
  const stops = stopsOf(rule, start.on, ending, days)
  return [{ ...about, step: 1, ...ending, stops, ...due(rule, 1, start.on, stops) }]
}

/** The act, unless the clock lapsed before it. */
function endingOf(rule: ClockRule, startedOn: string, days: Days): Ending {
  const act = firstOf(rule.finishes, days, ({ on }) => rule.early === true || on >= startedOn)
  const lapse = lapseOf(rule, startedOn, days)
  if (act && (!lapse || act.on <= lapse.on)) return endedBy(act)
  return lapse ? endedBy(lapse) : running
}

const lapseOf = ({ lapses = [] }: ClockRule, startedOn: string, days: Days): ClockEvent | undefined =>
  firstOf(lapses, days, ({ on }) => on >= startedOn)

/** The earliest event of these kinds; on the same day the kind named first. */
function firstOf(kinds: readonly string[], days: Days, fits: (event: ClockEvent) => boolean): ClockEvent | undefined {
  let first: ClockEvent | undefined
  for (const kind of kinds) {
    const event = days.get(kind)?.find(fits)
    if (event && (!first || event.on < first.on)) first = event
  }
  return first
}

type About = Pick<Clock, 'subjectId' | 'caseId' | 'ruleId' | 'startedBy' | 'startedOn'>

/**
 * A row that recurs. Each turn opens when the one before it was due, and any act after that meets it: one late look-up
 * settles all that were owed by then. After a lapse only the turns that were open, at least the next one, are left to
 * show it. Turns due before the acts are known are none.
 */
function turnsOf(rule: ClockRule, about: About, days: Days, due: DueReckoner): Clock[] {
  const { startedOn } = about
  const count = rule.steps?.(Temporal.PlainDate.from(startedOn)) ?? 0
  const lapse = lapseOf(rule, startedOn, days)
  const knownOn = days.get(rule.knownFrom ?? '')?.[0]?.on ?? startedOn
  const turns: Clock[] = []
  let lapsed = false
  for (let step = 1, opens = startedOn; step <= count; step += 1) {
    const reckoned = due(rule, step, startedOn, null)
    const act = firstOf(rule.finishes, days, ({ on }) => on > opens)
    const met = act && (!lapse || act.on <= lapse.on) ? act : undefined
    if (lapsed && lapse && lapse.on <= opens) break
    const ending = met ? endedBy(met) : lapse ? endedBy(lapse) : running
    if (met || reckoned.dueOn >= knownOn) {
      turns.push({ ...about, step, ...ending, stops: null, ...reckoned })
      lapsed ||= !met && lapse !== undefined
    }
    opens = reckoned.dueOn
  }
  return turns
}

function stopsOf(rule: ClockRule, startedOn: string, { finishedOn }: Ending, days: Days): Stops | null {
  const pauses = (rule.pauses ?? []).flatMap((kind) => pausesOf(kind, days, finishedOn))
  const extensions = (rule.extendedBy ?? []).flatMap((kind) =>
    (days.get(kind) ?? [])
      .map(({ on, months = 0 }) => ({ kind, on, months }))
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.months - b.months)),
  )
  const counted = pauses.filter(({ to }) => to === null || to > startedOn)
  return counted.length + extensions.length === 0 ? null : { pauses: counted.toSorted(byStart), extensions }
}

const byStart = (a: ClockPause, b: ClockPause): number =>
  a.from < b.from ? -1 : a.from > b.from ? 1 : (a.to ?? '~') < (b.to ?? '~') ? -1 : 1

/** Each beginning with the next end on or after it. What has ended is no longer paused. */
function pausesOf(
  { from: begins, until }: NonNullable<ClockRule['pauses']>[number],
  days: Days,
  finishedOn: string | null,
): ClockPause[] {
  return (days.get(begins) ?? [])
    .filter(({ on }) => finishedOn === null || on < finishedOn)
    .map(({ kind, on: from }) => {
      const end = firstOf(until, days, ({ on }) => on >= from)?.on ?? null
      return { kind, from, to: end === null || (finishedOn !== null && end > finishedOn) ? finishedOn : end }
    })
}

import { isBefore } from '#kernel/values/dates.ts'
import type { Calendar } from '#law/calendar.ts'
import { ruleDeadline } from '#law/rule-deadline.ts'

/** What happened to an objection against a distribution plan, each on its day. */
export type ObjectionCourse = {
  readonly raisedOn: Temporal.PlainDate
  /** The others were told of it. */
  readonly toldOn: Temporal.PlainDate | null
  readonly opposedOn: Temporal.PlainDate | null
  /** The objector was told of the opposition. */
  readonly objectorToldOn: Temporal.PlainDate | null
  readonly suedOn: Temporal.PlainDate | null
  readonly decidedOn: Temporal.PlainDate | null
  readonly outcome: 'upheld' | 'dismissed' | 'withdrawn' | null
}
export type ObjectionStanding = {
  /**
   * to-tell: the others have not been told; opposing: they may still oppose; to-revise: nobody did, the plan is made as the
   * objector asks; to-tell-objector; suing: he may still sue; in-suit: the court decides; dismissed: the plan stands.
   */
  readonly state: 'to-tell' | 'opposing' | 'to-revise' | 'to-tell-objector' | 'suing' | 'in-suit' | 'dismissed'
  /** The last day of the time that runs. */
  readonly until: Temporal.PlainDate | null
}

/** The last day to object to a plan that was served on this day (解释 (2022) art. 509). */
export const objectionWindow = (servedOn: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate =>
  ruleDeadline('order.plan.objection', servedOn, calendar).value.end

/**
 * Where an objection stands. Law: 解释 (2022) arts. 509, 510: the others have fifteen days from the notice to oppose, the
 * objector fifteen from his to sue; without opposition the plan is revised, without a suit it stands as it was.
 */
export function standingOf(course: ObjectionCourse, today: Temporal.PlainDate, calendar: Calendar): ObjectionStanding {
  const { toldOn, opposedOn, objectorToldOn, suedOn, outcome } = course
  if (outcome !== null) return { state: outcome === 'upheld' ? 'to-revise' : 'dismissed', until: null }
  if (suedOn !== null) return { state: 'in-suit', until: null }
  if (toldOn === null) return { state: 'to-tell', until: null }
  if (opposedOn === null) {
    const until = objectionWindow(toldOn, calendar)
    return { state: isBefore(until, today) ? 'to-revise' : 'opposing', until }
  }
  if (objectorToldOn === null) return { state: 'to-tell-objector', until: null }
  const until = objectionWindow(objectorToldOn, calendar)
  return { state: isBefore(until, today) ? 'dismissed' : 'suing', until }
}

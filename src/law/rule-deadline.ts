import { z } from 'zod'
import { type Calendar, publishedCalendar } from './calendar.ts'
import { type Finding, finding, isDenied } from './finding.ts'
import { type PeriodEnd, type PeriodUnit, periodEnd } from './period-end.ts'
import { type Rule, ruleOn, type RuleUnit } from './rules.ts'

const periodUnitOf: Readonly<Partial<Record<RuleUnit, PeriodUnit>>> = {
  'calendar-day': 'day',
  'working-day': 'working-day',
  month: 'month',
  year: 'year',
}

const Length = z.int().positive()

/** Whether a rule counts back from a coming event; such a day is `latestDateBefore`. */
export const countsBack = ({ start }: Rule): boolean => /count(?:ed)? back|backwards/.test(start)

/** Whether a rule names a length of days, months or years that runs forwards from its trigger. */
export const runsForward = (rule: Rule): boolean =>
  !countsBack(rule) &&
  rule.unit !== null &&
  periodUnitOf[rule.unit] !== undefined &&
  Length.safeParse(rule.value).success

/**
 * The end of the period that a rule of the book names, from the day of its trigger event: length, unit and whether a last
 * day off moves it all come from the row in force on that day.
 *
 * Throws RangeError for a rule that names no such length or counts back.
 */
export function ruleDeadline(
  ruleId: string,
  trigger: Temporal.PlainDate,
  calendar: Calendar = publishedCalendar,
): Finding<PeriodEnd> {
  const basis = ruleOn(ruleId, trigger)
  const { rule } = basis
  const unit = rule.unit ? periodUnitOf[rule.unit] : undefined
  if (!unit || !runsForward(rule)) throw new RangeError(`rule ${ruleId} names no period`)
  const end = periodEnd({ trigger, amount: Length.parse(rule.value), unit, onHoliday: rule.onLastDayHoliday }, calendar)
  if (isDenied(end)) throw new RangeError(`rule ${ruleId} names no period`)
  return finding(end.value, [basis, end], () =>
    end.workings.map((line, i) => (i === 0 ? `${rule.titleZh}：${line}` : line)),
  )
}

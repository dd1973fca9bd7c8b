import { caseTimeLimit, type LimitExtension, type TimeLimitKind } from '#law/case-time-limit.ts'
import type { Calendar } from '#law/calendar.ts'
import type { DaySpan } from '#law/day-spans.ts'
import { type Finding, finding, isDenied } from '#law/finding.ts'
import { type Parameter, valueOn } from '#law/parameter.ts'
import { lookupInterval } from '#law/parameters.ts'
import { type OnHoliday, periodEnd, type PeriodUnit, unitNames } from '#law/period-end.ts'
import { postTerminationLookups } from '#law/post-termination-lookups.ts'
import { type Rule, ruleOn } from '#law/rules.ts'

export type LimitStart = {
  readonly on: Temporal.PlainDate
  /** 1, or the turn of a row that recurs. */
  readonly step: number
  readonly pauses: readonly DaySpan[]
  readonly extensions: readonly LimitExtension[]
}

export type LimitEnd = {
  /** The plain length, extensions included. */
  readonly nominalEnd: Temporal.PlainDate
  /** The day on which the length is used up, pauses left out. */
  readonly ranOutOn: Temporal.PlainDate
  /** That day, moved where the law moves it. */
  readonly end: Temporal.PlainDate
  readonly provisional: boolean
  readonly unit: PeriodUnit
  /** 10日, 6个月. */
  readonly length: string
  readonly version: string
  /** The row of law it rests on; null for a length the court set for itself. */
  readonly rule: string | null
}

/** How long a clock runs: pure, chosen by the day it started. */
export type Limit = (start: LimitStart, calendar: Calendar) => Finding<LimitEnd>

const lawOf = ({ id, effectiveFrom }: Rule): Pick<LimitEnd, 'version' | 'rule'> => ({
  version: effectiveFrom ? `${id}@${effectiveFrom}` : id,
  rule: id,
})

const units: Readonly<Record<string, PeriodUnit>> = {
  'calendar-day': 'day',
  'working-day': 'working-day',
  month: 'month',
  year: 'year',
}

type Term = { readonly amount: number; readonly unit: PeriodUnit; readonly onHoliday: OnHoliday }

function termOf({ id, value, unit, onLastDayHoliday }: Rule): Term {
  const counted = units[unit ?? '']
  if (typeof value !== 'number' || counted === undefined) throw new RangeError(`rule ${id} states no period`)
  return { amount: value, unit: counted, onHoliday: onLastDayHoliday }
}

/** The length that a row of the law states, as it stood when the clock started. */
export const byRule = (id: string): Limit =>
  function ruleLimit({ on }, calendar) {
    const basis = ruleOn(id, on)
    return plain(on, termOf(basis.rule), calendar, basis, lawOf(basis.rule))
  }

/** The act goes together with another one: the same length, with its own article in front. */
export const togetherWith = (id: string, own: string): Limit =>
  function sharedLimit({ on }, calendar) {
    const [basis, reason] = [ruleOn(id, on), ruleOn(own, on)]
    const both = {
      citations: [...reason.citations, ...basis.citations],
      checks: [...reason.checks, ...basis.checks],
    }
    return plain(on, termOf(basis.rule), calendar, both, lawOf(basis.rule))
  }

/** A length that a court set for itself: it has an author and a first day in place of an article. */
export const byCourt = (
  term: Term & { readonly author: string; readonly since: string; readonly check?: string },
): Limit =>
  function courtLimit({ on }, calendar) {
    const citation = { instrument: '地方规定或本院制度(设置项)', number: null, article: term.author }
    const source = { version: `${term.author}@${term.since}`, rule: null }
    return plain(on, term, calendar, { citations: [citation], checks: term.check ? [term.check] : [] }, source)
  }

function plain(
  on: Temporal.PlainDate,
  { amount, unit, onHoliday }: Term,
  calendar: Calendar,
  basis: Pick<Finding<unknown>, 'citations' | 'checks'>,
  source: Pick<LimitEnd, 'version' | 'rule'>,
): Finding<LimitEnd> {
  const period = periodEnd({ trigger: on, amount, unit, onHoliday }, calendar)
  if (isDenied(period)) throw new RangeError(`${source.version} states no period`)
  const { nominalEnd, end, provisional } = period.value
  const length = `${amount}${unitNames[unit]}`
  return finding(
    { nominalEnd, ranOutOn: nominalEnd, end, provisional, unit, length, ...source },
    [basis, period],
    () => period.workings,
  )
}

/** The time limit of a case of that kind, less what is deducted, plus what was granted. */
export const byCaseLimit = (kind: TimeLimitKind, figure: Parameter<number>): Limit =>
  function caseLimit({ on, pauses, extensions }, calendar) {
    const limit = caseTimeLimit({ kind, filedOn: on, deductions: pauses, extensions }, calendar)
    const { value, rule } = valueOn(figure, on)
    const unit = figure.unit === '月' ? 'month' : 'day'
    const { nominalEnd, end } = limit.value
    const length = `${value}${unitNames[unit]}`
    return finding(
      { nominalEnd, ranOutOn: end, end, provisional: false, unit, length, ...lawOf(rule) },
      [limit],
      () => limit.workings,
    )
  }

/** The look-ups after a round was ended, each counted from the ruling. */
export const byLookups: Limit = ({ on, step }) => {
  const dates = postTerminationLookups(on)
  const interval = valueOn(lookupInterval, on)
  const end = dates.value[step - 1]
  if (!end) throw new RangeError(`no look-up number ${step}`)
  const length = `${interval.value * step}个月（第${step}次）`
  return finding(
    { nominalEnd: end, ranOutOn: end, end, provisional: false, unit: 'month', length, ...lawOf(interval.rule) },
    [dates],
    () => dates.workings,
  )
}

export const lookupCount = (on: Temporal.PlainDate): number => postTerminationLookups(on).value.length

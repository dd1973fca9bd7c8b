import { formatDayZh } from '#kernel/values/dates.ts'
import { type Calendar, nextWorkingDay, publishedCalendar, unpublishedYears } from './calendar.ts'
import { dayAt, dayNumber, daysAfter, monthsAfter } from './day-number.ts'
import { type DaySpan, formatSpan, type NumberedSpan, unionOf, within } from './day-spans.ts'
import { type Finding, finding } from './finding.ts'
import { type Figure, type Parameter, valueOn } from './parameter.ts'
import {
  changePartyLimit,
  commissionedLimit,
  enforcementLimit,
  extensionLimit,
  nonLitigationLimit,
  objectionLimit,
  reviewLimit,
} from './parameters.ts'
import { type OnHoliday, rollText } from './period-end.ts'
import { ruleOn } from './rules.ts'

export const timeLimitKinds = [
  'enforcement',
  'non-litigation',
  'commissioned',
  'objection',
  'review',
  'change-party',
] as const
export type TimeLimitKind = (typeof timeLimitKinds)[number]

export type LimitExtension = {
  readonly months?: number | undefined
  readonly days?: number | undefined
  readonly approved: boolean
}
export type CaseClock = {
  readonly kind: TimeLimitKind
  readonly filedOn: Temporal.PlainDate
  /** Time that does not count: stay, appraisal, auction, announcement and the like. */
  readonly deductions?: readonly DaySpan[] | undefined
  readonly extensions?: readonly LimitExtension[] | undefined
  /** Setting `limit.onHoliday`. */
  readonly onHoliday?: OnHoliday | undefined
}
export type CaseTimeLimit = {
  readonly nominalEnd: Temporal.PlainDate
  readonly deductedDays: number
  readonly end: Temporal.PlainDate
}

/**
 * The day by which a case should be closed (办案期限).
 *
 * The base and all approved extensions are counted once from filing, so that month ends do not drift. From the day after
 * filing each day uses up one day of the limit, save days that are deducted; overlapping deductions count once, and one
 * that begins after the limit has run out does not help.
 *
 * Law: 执行工作规定 (2020) art. 63; 法释〔2000〕29号 arts. 5, 8, 9; 法发〔2006〕35号 arts. 1, 13. A monitor clock: by default
 * it does not roll past days off.
 */
export function caseTimeLimit(clock: CaseClock, calendar: Calendar = publishedCalendar): Finding<CaseTimeLimit> {
  const { kind, filedOn, deductions = [], extensions = [], onHoliday = 'none' } = clock
  const base = valueOn(limits[kind].parameter, filedOn)
  const approved = extensions.filter((extension) => extension.approved)
  const nominalEnd = nominalEndOf(filedOn, limits[kind].unit, base.value, approved)
  const walk = walkLimit(dayNumber(filedOn), dayNumber(nominalEnd), unionOf(deductions))
  const ranOut = dayAt(walk.end)
  const end = onHoliday === 'extend' ? nextWorkingDay(ranOut, calendar) : ranOut
  const grounds = [base, ...(deductions.length > 0 ? [ruleOn('limit.deductions', filedOn)] : [])]
  return finding(
    { nominalEnd, deductedDays: walk.deducted, end },
    approved.length > 0 ? [...grounds, ruleOn('limit.extension', filedOn)] : grounds,
    () => [
      `${formatDayZh(filedOn)}立案，期限${base.value}${unitText[limits[kind].unit]}${approved.map(extensionText).join('')}，届满${formatDayZh(nominalEnd)}`,
      ...within(unionOf(deductions), dayNumber(filedOn) + 1, walk.end).map((span) => `扣除：${formatSpan(span)}`),
      ...(walk.deducted > 0 ? [`共扣除${walk.deducted}天，期限止于${formatDayZh(ranOut)}`] : []),
      ...(onHoliday === 'extend' ? rollText(ranOut, end, onHoliday, calendar) : []),
    ],
    () => [
      ...longExtension(kind, approved, base),
      ...(onHoliday === 'extend' ? unpublishedYears(ranOut, end, calendar) : []),
    ],
  )
}

type LimitUnit = 'month' | 'day'
const unitText: Record<LimitUnit, string> = { month: '个月', day: '日' }

const limits: Readonly<Record<TimeLimitKind, { readonly parameter: Parameter<number>; readonly unit: LimitUnit }>> = {
  enforcement: { parameter: enforcementLimit, unit: 'month' },
  'non-litigation': { parameter: nonLitigationLimit, unit: 'month' },
  commissioned: { parameter: commissionedLimit, unit: 'month' },
  objection: { parameter: objectionLimit, unit: 'day' },
  review: { parameter: reviewLimit, unit: 'day' },
  'change-party': { parameter: changePartyLimit, unit: 'day' },
}

function nominalEndOf(
  filedOn: Temporal.PlainDate,
  unit: LimitUnit,
  base: number,
  extensions: readonly LimitExtension[],
) {
  let [months, days] = unit === 'month' ? [base, 0] : [0, base]
  for (const extension of extensions) {
    months += extension.months ?? 0
    days += extension.days ?? 0
  }
  const byMonths = monthsAfter(filedOn, months)
  return days === 0 ? byMonths : daysAfter(byMonths, days)
}

/** The day on which the last day of the limit is used up, and how many days were deducted on the way. */
function walkLimit(filedOn: number, nominalEnd: number, deductions: readonly NumberedSpan[]) {
  let left = nominalEnd - filedOn
  let next = filedOn + 1
  let deducted = 0
  for (const { from, to } of deductions) {
    const start = Math.max(from, next)
    if (to <= start) continue
    if (start - next >= left) break
    left -= start - next
    deducted += to - start
    next = to
  }
  return { end: next + left - 1, deducted }
}

const extensionText = ({ months, days }: LimitExtension): string =>
  `，经批准延长${[months ? `${months}个月` : '', days ? `${days}日` : ''].join('')}`

function longExtension(kind: TimeLimitKind, extensions: readonly LimitExtension[], { rule }: Figure<number>): string[] {
  const most = valueOn(extensionLimit).value
  const months = extensions.reduce((sum, extension) => sum + (extension.months ?? 0), 0)
  return kind === 'enforcement' && months > most
    ? [`“${rule.titleZh}”：延长超过${most}个月，须报上级法院，请核对批准手续`]
    : []
}

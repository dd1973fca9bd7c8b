import { formatDayZh } from '#kernel/values/dates.ts'
import {
  addWorkingDays,
  type Calendar,
  formatDayOff,
  nextWorkingDay,
  publishedCalendar,
  touchesUnpublished,
  unpublishedYears,
} from './calendar.ts'
import { dayAt, dayNumber, daysAfter, monthsAfter } from './day-number.ts'
import { denied, type Denied, type Finding, finding, type Ground } from './finding.ts'
import { ruleOn } from './rules.ts'

export const periodUnits = ['day', 'month', 'year', 'working-day'] as const
export type PeriodUnit = (typeof periodUnits)[number]
/** Whether a last day off moves the end: `extend` for procedural periods, `none` for terms that run out by themselves. */
export type OnHoliday = 'extend' | 'none'

export type Period = {
  /** The day of the trigger event, which is not counted. */
  readonly trigger: Temporal.PlainDate
  readonly amount: number
  readonly unit: PeriodUnit
  readonly onHoliday?: OnHoliday | undefined
}
export type PeriodEnd = {
  readonly nominalEnd: Temporal.PlainDate
  readonly end: Temporal.PlainDate
  /** The end leans on a year whose days off are not published. */
  readonly provisional: boolean
}

/**
 * The last day of a procedural period (期间届满日).
 *
 * The trigger day is left out. Months and years end on the corresponding day, or on the last day of a month that has
 * none. A last day off moves to the next worked day; days off inside the period count. Working days are days worked.
 *
 * Law: 民事诉讼法 (2023) art. 85; 民法典 arts. 201–203.
 * Throws RangeError when the end lies beyond the year 9999 or 4000 working days.
 */
export function periodEnd(
  { trigger, amount, unit, onHoliday = 'extend' }: Period,
  calendar: Calendar = publishedCalendar,
): Finding<PeriodEnd> | Denied<'AMOUNT_NOT_POSITIVE'> {
  if (!Number.isInteger(amount) || amount <= 0) return denied('AMOUNT_NOT_POSITIVE')
  const nominalEnd = nominalEndOf(trigger, amount, unit, calendar)
  const end = onHoliday === 'extend' ? nextWorkingDay(nominalEnd, calendar) : nominalEnd
  const leansFrom = unit === 'working-day' ? dayAt(dayNumber(trigger) + 1) : nominalEnd
  const provisional = onHoliday === 'extend' && touchesUnpublished(leansFrom, end, calendar)
  return finding(
    { nominalEnd, end, provisional },
    groundsOf(unit, onHoliday, trigger),
    () => [
      `${formatDayZh(trigger)}（起算事由发生日，不计入）起${amount}${unitNames[unit]}，届满${formatDayZh(nominalEnd)}`,
      ...rollText(nominalEnd, end, onHoliday, calendar),
    ],
    () => (provisional ? unpublishedYears(leansFrom, end, calendar) : []),
  )
}

export const unitNames: Readonly<Record<PeriodUnit, string>> = {
  day: '日',
  month: '个月',
  year: '年',
  'working-day': '个工作日',
}

function nominalEndOf(trigger: Temporal.PlainDate, amount: number, unit: PeriodUnit, calendar: Calendar) {
  if (unit === 'day') return daysAfter(trigger, amount)
  if (unit === 'working-day') return addWorkingDays(trigger, amount, calendar)
  return monthsAfter(trigger, unit === 'year' ? amount * 12 : amount)
}

const unitRules: Readonly<Record<PeriodUnit, string>> = {
  day: 'period.start',
  month: 'period.month-end',
  year: 'period.month-end',
  'working-day': 'period.working-day',
}

function groundsOf(unit: PeriodUnit, onHoliday: OnHoliday, on: Temporal.PlainDate): readonly Ground[] {
  const counted = ruleOn(unitRules[unit], on)
  return onHoliday === 'extend' && unit !== 'working-day' ? [counted, ruleOn('period.holiday', on)] : [counted]
}

/** How a last day was moved, with every day passed over and why. */
export function rollText(
  nominalEnd: Temporal.PlainDate,
  end: Temporal.PlainDate,
  onHoliday: OnHoliday,
  calendar: Calendar,
): string[] {
  if (onHoliday === 'none') return ['期满日为休息日也不顺延']
  if (end.equals(nominalEnd)) return []
  const skipped: string[] = []
  for (let number = dayNumber(nominalEnd); number < dayNumber(end); number += 1) {
    skipped.push(formatDayOff(dayAt(number), calendar))
  }
  return [`期满日休息，顺延：${skipped.join('、')}`, `顺延至${formatDayOff(end, calendar)}`]
}

/**
 * Days counted from 1970-01-01, for arithmetic over many days. Inside `law/` only: what leaves a rule is a PlainDate.
 * Years 0 to 9999, as far as a day can be written.
 */
export type DayNumber = number

const daysInEra = 146_097
const yearsInEra = 400
const epochShift = 719_468
const firstNumber = -719_528
const lastNumber = 2_932_896

/** Proleptic Gregorian calendar; the year is taken to begin in March so that leap days come last. */
export function dayNumber({ year, month, day }: Temporal.PlainDate): DayNumber {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / yearsInEra)
  const yearOfEra = y - era * yearsInEra
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * daysInEra + dayOfEra - epochShift
}

/** Throws RangeError outside the years 0 to 9999. */
export function dayAt(number: DayNumber): Temporal.PlainDate {
  if (!(number >= firstNumber && number <= lastNumber)) throw new RangeError('日期超出公元0年至9999年')
  const shifted = number + epochShift
  const era = Math.floor(shifted / daysInEra)
  const dayOfEra = shifted - era * daysInEra
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return new Temporal.PlainDate(yearOfEra + era * yearsInEra + (month <= 2 ? 1 : 0), month, day)
}

/** Monday is 1, Sunday 7. */
export const weekdayOf = (number: DayNumber): number => ((((number + 3) % 7) + 7) % 7) + 1

export const daysBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate): number => dayNumber(to) - dayNumber(from)

export const daysAfter = (date: Temporal.PlainDate, days: number): Temporal.PlainDate => dayAt(dayNumber(date) + days)

export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/**
 * The corresponding day so many months later (对应日); the last day of the month where it has no such day.
 *
 * Law: 民法典 art. 202. Always count from the original date: adding to a clamped one drifts.
 */
export function monthsAfter({ year, month, day }: Temporal.PlainDate, months: number): Temporal.PlainDate {
  const count = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1]
  if (!(toYear >= 0 && toYear <= 9999)) throw new RangeError('日期超出公元0年至9999年')
  return new Temporal.PlainDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

export const laterOf = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate =>
  dayNumber(a) < dayNumber(b) ? b : a

/** Legal days are `Temporal.PlainDate`; on the wire and in ledgers they are ISO text, `2024-03-11`. */
export type DayRange = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }

export const courtTimeZone = 'Asia/Shanghai'

const isoDay = /^\d{4}-\d{2}-\d{2}$/

/** Throws RangeError on a day that does not exist, 2024-02-30 included. */
export function day(text: string): Temporal.PlainDate {
  if (!isoDay.test(text)) throw new RangeError(`not a day: ${text}`)
  return Temporal.PlainDate.from(text, { overflow: 'reject' })
}

export const isDay = (text: string): boolean => {
  try {
    day(text)
    return true
  } catch {
    return false
  }
}

/** The calendar day in China at that moment. */
export const dayOf = (moment: Temporal.Instant): Temporal.PlainDate =>
  moment.toZonedDateTimeISO(courtTimeZone).toPlainDate()

export const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) < 0

/** 2024年12月31日, as written in sentences. */
export const formatDayZh = (date: Temporal.PlainDate): string => `${date.year}年${date.month}月${date.day}日`

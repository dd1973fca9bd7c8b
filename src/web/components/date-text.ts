import { isDay } from '#kernel/values/dates.ts'

/**
 * Reads a day as a clerk types it: 2024-12-31, 2024/12/31, 2024年12月31日, 20241231, 1231 or 12-31 of this year, 今天, 明天,
 * 昨天, +3. `undefined` when there is no such day.
 */
export function readDay(typed: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const text = typed
    .trim()
    .replaceAll(/[年月./]/g, '-')
    .replace(/日$/, '')
  const named = { 今天: 0, 明天: 1, 昨天: -1, 后天: 2 }[text]
  if (named !== undefined) return today.add({ days: named })
  const later = /^\+(\d{1,3})$/.exec(text)?.[1]
  if (later !== undefined) return today.add({ days: Number(later) })
  const [year, month, date] = partsOf(text, today.year)
  const iso = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`
  return isDay(iso) ? Temporal.PlainDate.from(iso) : undefined
}

function partsOf(text: string, thisYear: number): readonly (string | undefined)[] {
  const whole = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (whole) return whole.slice(1)
  const short = /^(\d{1,2})-(\d{1,2})$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text)
  return short ? [String(thisYear), ...short.slice(1)] : []
}

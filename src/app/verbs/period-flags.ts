import { day, isDay } from '#kernel/values/dates.ts'
import { flagText, Usage, type Arguments } from './verb.ts'

/** A flag that names a day; the words are refused when it does not. */
export function dayFlag(args: Arguments, name: string): Temporal.PlainDate {
  const text = flagText(args, name)
  if (text === undefined || !isDay(text)) throw new Usage(`--${name} 要写成 2024-01-01 这样的日期。`)
  return day(text)
}

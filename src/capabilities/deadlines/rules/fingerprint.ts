import { publishedCalendar } from '#law/calendar.ts'
import type { ClockRule } from '../clock-rule.ts'
import { limitStart } from './due.ts'

/** The first of every half year over which a court has clocks. */
const probes = Array.from({ length: 60 }, (_, i) => `${2000 + Math.floor(i / 2)}-${i % 2 === 0 ? '01' : '07'}-01`)

/** What a rule says, as far as it can be told from outside: two versions of one rule that differ here reckon differently. */
export function fingerprintOf({ limit, ...rule }: ClockRule): string {
  const told = [
    rule.among,
    rule.except,
    rule.starts,
    rule.finishes,
    rule.early,
    rule.lapses,
    rule.pauses,
    rule.extendedBy,
  ]
  const more = [rule.knownFrom, rule.steps?.(Temporal.PlainDate.from('2024-01-01')), rule.warn]
  const ends = probes.map((on) => {
    const { version, end } = limit(limitStart(1, on, null), publishedCalendar).value
    return `${version} ${end.toString()}`
  })
  return JSON.stringify([told, more, ends])
}

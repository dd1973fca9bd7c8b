export type DayMark = { readonly name: string; readonly off: boolean }
export type DayCell = { readonly date: string; readonly day: number; readonly weekend: boolean }

/** The weeks of a month, Monday first; null before the first and after the last day. */
export function weeksOf(year: number, month: number): readonly (readonly (DayCell | null)[])[] {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const lead = first.dayOfWeek - 1
  const cells = Array.from({ length: Math.ceil((lead + first.daysInMonth) / 7) * 7 }, (_, i) => {
    const day = i - lead + 1
    if (day < 1 || day > first.daysInMonth) return null
    return { date: first.with({ day }).toString(), day, weekend: i % 7 > 4 }
  })
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

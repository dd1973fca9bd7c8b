export type YearDays = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }

/** The statistical year that a day lies in, when years begin with this month: with 12, December to November. */
export function yearOf(on: Temporal.PlainDate, startsIn: number): YearDays {
  const year = on.month >= startsIn ? on.year : on.year - 1
  const from = on.with({ year, month: startsIn, day: 1 })
  return { from, to: from.add({ years: 1 }).subtract({ days: 1 }) }
}

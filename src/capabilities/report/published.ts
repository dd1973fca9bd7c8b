import published2024 from './data/published-2024.json' with { type: 'json' }

/** What a court has printed in a report of its own. It stands beside the figure reckoned here, never in its place. */
export type PublishedReport = {
  readonly court: string
  readonly year: number
  readonly source: string
  readonly figures: Readonly<Record<string, string>>
}

const reports: readonly PublishedReport[] = [published2024]

/** What this court printed about exactly this calendar year. */
export function publishedFor(
  court: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): PublishedReport | undefined {
  const isYear = from.year === to.year && from.dayOfYear === 1 && to.dayOfYear === to.daysInYear
  return isYear ? reports.find((one) => one.court === court && one.year === from.year) : undefined
}

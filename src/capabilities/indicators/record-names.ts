/** A month as the journal speaks of it: 2024年12月. */
export const monthNames = async (_tx: unknown, months: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map(
    months.map((month) => {
      const { year, month: number } = Temporal.PlainYearMonth.from(month)
      return [month, `${year}年${number}月`]
    }),
  )

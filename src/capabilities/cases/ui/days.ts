/** 09-12, with the year before it when it is not this one. */
export const shortDay = (date: Temporal.PlainDate, today: Temporal.PlainDate): string =>
  date.year === today.year ? date.toString().slice(5) : date.toString()

import { z } from 'zod'
import { readingContract } from '#web/api.ts'

/** A year of the court's calendar, as the room of deadlines tells it. */
export const courtYear = readingContract({
  name: 'deadlines.calendar',
  input: z.object({ year: z.int() }),
  output: z.object({
    year: z.int(),
    known: z.boolean(),
    source: z.string().nullable(),
    days: z.array(z.object({ date: z.string(), name: z.string(), off: z.boolean() })),
    years: z.array(z.int()),
  }),
})
export type CourtYear = z.output<typeof courtYear.output>

import type { Tx } from '#kernel/database/transaction.ts'
import { day } from '#kernel/values/dates.ts'
import { type Calendar, type HolidayNotice, publishedCalendar, withNotice } from '#law/calendar.ts'
import type { Notice } from './contract.ts'

/** What the court works by: the notices that came with the program, and its own in their place. */
export async function courtCalendar({ db }: Tx): Promise<Calendar> {
  const years = await db.selectFrom('deadlines_year').select(['year', 'source', 'days']).orderBy('year').execute()
  return calendarWith(years)
}

/** The same for whoever is about to store what it gives: waits while the calendar is being changed. */
export async function calendarForReckoning({ client }: Tx): Promise<Calendar> {
  const { rows } = await client.query<Notice>({
    name: 'deadlines_years_for_reckoning',
    text: 'select year, source, days from deadlines_years_for_reckoning()',
  })
  return calendarWith(rows)
}

/** Until the transaction ends nobody else reckons. */
export const holdCalendar = async ({ client }: Tx): Promise<void> => {
  await client.query('select pg_advisory_xact_lock(hashtextextended(current_court(), 731802030))')
}

const calendarWith = (years: readonly Notice[]): Calendar =>
  years.reduce((calendar, notice) => withNotice(calendar, asLaw(notice)), publishedCalendar)

export const asLaw = ({ year, source, days }: Notice): HolidayNotice => ({
  year,
  papers: [source],
  days: days.map(({ date, name, off }) => ({ date: day(date), name, isOffDay: off })),
})

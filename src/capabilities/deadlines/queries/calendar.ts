import { z } from 'zod'
import { reading } from '#kernel/query.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { label } from '#kernel/values/labels.ts'
import { type Calendar, isWorkingDay, publishedCalendar } from '#law/calendar.ts'
import { courtCalendar } from '../calendar.ts'
import { YearCalendar } from '../contract.ts'
import { calendarOf, notices } from '../proposals.ts'

/** One year of the court's calendar: days off, weekends worked in lieu, whose word that is, and which clocks wait for it. */
export const calendar = reading({
  name: 'deadlines.calendar',
  title: label('节假日', 'Calendar'),
  may: 'deadlines.read',
  input: z.object({ year: z.int().min(2000).max(2999) }),
  output: YearCalendar,
  read: async (tx, { year }) => {
    const court = await courtCalendar(tx)
    const [own, proposal, waiting] = [
      await ownNotice(tx, year),
      await notices.waiting(tx, calendarOf(year)),
      await waitingFor(tx, year),
    ]
    const notice = court.notices.find((known) => known.year === year)
    return {
      year,
      known: notice !== undefined,
      source: notice?.papers.join('、') ?? null,
      importedBy: own?.name ?? null,
      importedAt: own?.at ?? null,
      days: (notice?.days ?? []).map(({ date, name, isOffDay }) => ({ date: date.toString(), name, off: isOffDay })),
      workedDays: workedDays(year, court),
      waiting,
      proposal: proposal
        ? {
            approvalId: proposal.approvalId,
            proposedBy: await nameOf(tx, proposal.proposedBy),
            proposedAt: proposal.proposedAt,
            notice: proposal.notice,
          }
        : null,
      years: [...new Set([...publishedCalendar.years, ...court.years, Math.max(...court.years) + 1])].toSorted(
        (a, b) => a - b,
      ),
    }
  },
})

async function ownNotice(tx: Tx, year: number) {
  const row = await tx.db
    .selectFrom('deadlines_year')
    .select(['imported_at', 'imported_by'])
    .where('year', '=', year)
    .executeTakeFirst()
  return row && { at: row.imported_at, name: await nameOf(tx, row.imported_by) }
}

/** System actors are no staff; they are named by their id. */
async function nameOf({ client }: Tx, staffId: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    'select name from identity_staff_name where staff_id::text = $1',
    [staffId],
  )
  return rows[0]?.name ?? staffId
}

/** Running clocks that lean on the year while its notice is missing. */
async function waitingFor({ client }: Tx, year: number): Promise<number> {
  const { rows } = await client.query<{ clocks: number }>(
    `select count(*)::int as clocks from deadlines_clock
     where finished_on is null and provisional and due_on between make_date($1, 1, 1) and make_date($1 + 1, 1, 31)`,
    [year],
  )
  return rows[0]?.clocks ?? 0
}

function workedDays(year: number, court: Calendar): number {
  let count = 0
  for (let date = new Temporal.PlainDate(year, 1, 1); date.year === year; date = date.add({ days: 1 })) {
    if (isWorkingDay(date, court)) count += 1
  }
  return count
}

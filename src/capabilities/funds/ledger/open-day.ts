import type { Tx } from '#kernel/database/transaction.ts'

/** The last day that was reconciled and signed; nothing is posted into it or before it. Null when none was. */
export async function lastClosedDay({ client }: Pick<Tx, 'client'>): Promise<string | null> {
  const { rows } = await client.query<{ day: string | null }>({
    name: 'funds_last_closed_day',
    text: 'select max(day)::text as day from funds_closed_day',
  })
  return rows[0]?.day ?? null
}

/** A day that is wanted, or the first open one after it. */
export const openDayAfter = (wanted: string, closed: string | null): string =>
  closed === null || wanted > closed ? wanted : Temporal.PlainDate.from(closed).add({ days: 1 }).toString()

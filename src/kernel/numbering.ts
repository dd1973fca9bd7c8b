import type { Tx } from './database/transaction.ts'

/** The next number of a series in a year, without gaps: it is given back when the transaction does not commit. */
export async function nextNumber(tx: Tx, series: string, year: number): Promise<number> {
  const { rows } = await tx.client.query<{ last: number }>({
    name: 'next_number',
    text: `insert into kernel_number (series, year, last) values ($1, $2, 1)
           on conflict (court_id, series, year) do update set last = kernel_number.last + 1 returning last`,
    values: [series, year],
  })
  return rows[0]?.last ?? 1
}

/** Lifts a series to at least `last`, when numbers given elsewhere come in by import. */
export async function numberReached(tx: Tx, series: string, year: number, last: number): Promise<void> {
  await tx.client.query(
    `insert into kernel_number (series, year, last) values ($1, $2, $3)
     on conflict (court_id, series, year) do update set last = greatest(kernel_number.last, excluded.last)`,
    [series, year, last],
  )
}

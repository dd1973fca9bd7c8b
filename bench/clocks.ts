import { courtCalendar } from '#capabilities/deadlines'
import { inTransaction } from '#kernel/database/transaction.ts'
import { rerunClocks } from '../src/capabilities/deadlines/rerun.ts'
import { court } from './court.ts'
import { size } from './importing.ts'
import { inTurns, result, seconds, type Result } from './measure.ts'
import { withOwner, type Bench } from './server.ts'

/** Every running clock reckoned again by the calendar and moved, against a bare UPDATE of as many rows. */
export async function benchClocks(bench: Bench, filled: string, count: number, runs: number): Promise<Result> {
  const url = await bench.database(filled)
  const clocks = await fill(url, count)
  const platform = bench.platform(url, 1)
  let written = 0
  const whole = <T>(work: Parameters<typeof inTransaction<T>>[2]) =>
    inTransaction(platform, { court, unit: null }, work)
  // All clocks stand a day off before each turn, so that each must be written.
  const unsettle = () =>
    withOwner(url, async (client) => {
      await client.query('update deadlines_clock set due_on = due_on + 1 where finished_on is null')
      await client.query('vacuum full analyze deadlines_clock')
      await client.query('checkpoint')
    })
  try {
    const { ours, bare } = await inTurns(
      runs,
      async () => {
        await unsettle()
        return seconds(() => whole(async (tx) => (written = await rerunClocks(tx, await courtCalendar(tx)))))
      },
      async () => {
        await unsettle()
        return seconds(() =>
          whole((tx) => tx.client.query('update deadlines_clock set due_on = due_on - 1 where finished_on is null')),
        )
      },
    )
    return result({
      name: 'clocks reckoned again',
      size: size(count),
      unit: 's',
      ours,
      bare,
      goal: { atMost: 3 },
      beside: { clocks, written, 'clocks/s': written / ours },
    })
  } finally {
    await platform.close()
    await bench.drop(url)
  }
}

/** Copies of the running clocks that the import left, on days spread over a year; each on a record of its own. */
async function fill(url: string, count: number): Promise<number> {
  return withOwner(url, async (client) => {
    const { rows } = await client.query<{ columns: string }>(`
      select string_agg(column_name, ', ') as columns from information_schema.columns
      where table_name = 'deadlines_clock' and column_name not in ('court_id', 'subject_id', 'started_on', 'due_on', 'clock_id')
        and is_generated = 'NEVER'`)
    const columns = rows[0]?.columns ?? ''
    await client.query(
      'create temp table pattern as select * from deadlines_clock where finished_on is null limit 2000',
    )
    await client.query('delete from deadlines_clock')
    const made = await client.query(
      `insert into deadlines_clock (subject_id, started_on, due_on, ${columns})
       select gen_random_uuid(), date '2025-01-02' + (n % 360)::int, date '2025-12-01', ${columns}
       from (select *, row_number() over () as n from pattern, generate_series(1, $1) copy limit $2) many`,
      [count, count],
    )
    await client.query('vacuum analyze deadlines_clock')
    return made.rowCount ?? 0
  })
}

import type { Kysely } from 'kysely'
import pg from 'pg'
import type { Platform } from '../platform.ts'
import { kyselyOver, type Client } from './connect.ts'
import type { Tables } from './tables.ts'

/** One open transaction of one court. Everything a room does to the database goes through here. */
export type Tx = {
  readonly db: Kysely<Tables>
  readonly client: Client
  readonly court: string
  readonly platform: Platform
  /** The day a demo court is set to, as it stood when the transaction began; null in a court that lives with the machine. */
  readonly dayMovedTo: string | null
}

export type Tenant = { readonly court: string; readonly unit: string | null }

/**
 * Runs `work` in one transaction that sees this court only. Commits when it returns, rolls back when it throws. What was
 * only read is answered without waiting for the end of its transaction.
 */
export async function inTransaction<T>(
  platform: Platform,
  tenant: Tenant,
  work: (tx: Tx) => Promise<T>,
  mode: 'read write' | 'read only' = 'read write',
): Promise<T> {
  const client = await platform.pool.connect()
  const leave = (last: 'commit' | 'rollback'): Promise<void> =>
    client.query(last).then(
      () => client.release(),
      (fault: Error) => client.release(fault),
    )
  try {
    const dayMovedTo = await open(client, tenant, mode)
    const result = await work({ db: kyselyOver(client), client, court: tenant.court, platform, dayMovedTo })
    if (mode === 'read only') {
      void leave('commit')
      return result
    }
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    await leave('rollback')
    throw error
  }
}

/** The setting that moves a demo court's day. Absent in a real court. */
export const todaySetting = 'clock.today'

/** Begins, names the tenant, and reads the one setting that every call needs, in one trip to the database. */
async function open(client: Client, { court, unit }: Tenant, mode: string): Promise<string | null> {
  const answers: unknown = await client.query(
    `begin ${mode}; set local app.court = ${pg.escapeLiteral(court)}; set local app.unit = ${pg.escapeLiteral(unit ?? '')};
     select value #>> '{}' as day from kernel_setting
     where court_id = current_court() and key = '${todaySetting}' and jsonb_typeof(value) = 'string'`,
  )
  const [last] = (answers as pg.QueryResult<{ day: string }>[]).slice(-1)
  return last?.rows[0]?.day ?? null
}

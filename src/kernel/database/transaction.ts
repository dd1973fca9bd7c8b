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
}

export type Tenant = { readonly court: string; readonly unit: string | null }

/** Runs `work` in one transaction that sees this court only. Commits when it returns, rolls back when it throws. */
export async function inTransaction<T>(
  platform: Platform,
  tenant: Tenant,
  work: (tx: Tx) => Promise<T>,
  mode: 'read write' | 'read only' = 'read write',
): Promise<T> {
  const client = await platform.pool.connect()
  let broken: Error | undefined
  try {
    await client.query(opening(tenant, mode))
    const result = await work({ db: kyselyOver(client), client, court: tenant.court, platform })
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((fault: Error) => {
      broken = fault
    })
    throw error
  } finally {
    client.release(broken)
  }
}

const opening = ({ court, unit }: Tenant, mode: string): string =>
  `begin ${mode}; set local app.court = ${pg.escapeLiteral(court)}; set local app.unit = ${pg.escapeLiteral(unit ?? '')}`

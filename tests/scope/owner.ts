import { openClient } from '#kernel/database/connect.ts'
import type { Platform } from '#kernel/platform.ts'

export type Asking = <T extends object>(sql: string, values?: readonly unknown[]) => Promise<T[]>

/** As the owner of the tables, in the name of one court. */
export async function asOwner<T>({ url }: Platform, court: string, work: (ask: Asking) => Promise<T>): Promise<T> {
  const client = await openClient(url)
  try {
    await client.query("select set_config('app.court', $1, false)", [court])
    return await work(
      async <R extends object>(sql: string, values: readonly unknown[] = []) =>
        (await client.query<R>(sql, [...values])).rows,
    )
  } finally {
    await client.end()
  }
}

export type Row = { readonly table: string; readonly row: Readonly<Record<string, unknown>> }

/** Every row of a court, of tables that hold state. The journal only grows, and queue and replies are the kernel's. */
export const rowsOf = (platform: Platform, court: string): Promise<ReadonlyMap<string, Row>> =>
  asOwner(platform, court, async (ask) => {
    const tables = await ask<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'court_id'
         and table_name not in ('kernel_journal', 'kernel_subject', 'kernel_chain', 'kernel_idempotency', 'kernel_job')
         and table_name in (select table_name from information_schema.tables where table_type = 'BASE TABLE')`,
    )
    const found = new Map<string, Row>()
    for (const { name } of tables) {
      const rows = await ask<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) as row from ${name} t where court_id = $1`,
        [court],
      )
      for (const { row } of rows) found.set(`${name} ${JSON.stringify(row)}`, { table: name, row })
    }
    return found
  })

/** Rows that are there in one state and not in the other. */
export const changedRows = (before: ReadonlyMap<string, Row>, after: ReadonlyMap<string, Row>): readonly Row[] => [
  ...[...before].flatMap(([key, row]) => (after.has(key) ? [] : [row])),
  ...[...after].flatMap(([key, row]) => (before.has(key) ? [] : [row])),
]

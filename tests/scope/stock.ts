import type { Platform } from '#kernel/platform.ts'
import { asOwner } from './owner.ts'

/** What the database holds: values by column name for making inputs, and for each id the courts it occurs in. */
export type Stock = {
  readonly valuesOf: (column: string) => readonly string[]
  readonly ids: readonly string[]
  readonly courtsOf: (id: string) => ReadonlySet<string>
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Reads every id column of every table of every court, in the catalogue's own words. */
export async function stockOf(platform: Platform, courts: readonly string[]): Promise<Stock> {
  const byColumn = new Map<string, Set<string>>()
  const byId = new Map<string, Set<string>>()
  const add = (map: Map<string, Set<string>>, key: string, value: string) =>
    map.set(key, (map.get(key) ?? new Set()).add(value))
  for (const court of courts) {
    for (const { column, value } of await valuesIn(platform, court)) {
      add(byColumn, column, value)
      if (uuid.test(value)) add(byId, value, court)
    }
  }
  return {
    valuesOf: (column) => [...(byColumn.get(column) ?? [])],
    ids: [...byId.keys()],
    courtsOf: (id) => byId.get(id) ?? new Set(),
  }
}

type Value = { readonly column: string; readonly value: string }

const valuesIn = (platform: Platform, court: string): Promise<readonly Value[]> =>
  asOwner(platform, court, async (ask) => {
    const columns = await ask<{ table: string; column: string }>(idColumns)
    const found: Value[] = []
    for (const { table, column } of columns) {
      const rows = await ask<{ value: string }>(
        `select distinct ${column}::text as value from ${table} where court_id = $1 and ${column} is not null limit 500`,
        [court],
      )
      found.push(...rows.map(({ value }) => ({ column, value })))
    }
    return found
  })

const idColumns = `
  select c.table_name as "table", c.column_name as "column" from information_schema.columns c
  join information_schema.tables t using (table_schema, table_name)
  where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name <> 'court_id'
    and (c.data_type = 'uuid' or c.column_name like '%\\_id' or c.column_name in ('subject', 'kind', 'case_number'))
    and exists (select from information_schema.columns o
      where o.table_schema = 'public' and o.table_name = c.table_name and o.column_name = 'court_id')
  order by 1, 2`

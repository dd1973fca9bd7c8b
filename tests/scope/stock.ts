import type { Platform } from '#kernel/platform.ts'
import { asOwner } from './owner.ts'

/** What the database holds: values by column name for making inputs, and for each id the courts it occurs in. */
export type Stock = {
  readonly valuesOf: (column: string) => readonly string[]
  /** Values that stand together in one row of some table: whoever owes in a case beside that case. */
  readonly rowsWith: (columns: readonly string[]) => readonly StockRow[]
  readonly ids: readonly string[]
  readonly courtsOf: (id: string) => ReadonlySet<string>
}

export type StockRow = Readonly<Record<string, string>>

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Reads every id column of every table of every court, in the catalogue's own words. */
export async function stockOf(platform: Platform, courts: readonly string[]): Promise<Stock> {
  const byColumn = new Map<string, Set<string>>()
  const byId = new Map<string, Set<string>>()
  const tables = new Map<string, StockRow[]>()
  const remembered = memory<readonly StockRow[]>()
  const add = (map: Map<string, Set<string>>, key: string, value: string) =>
    map.set(key, (map.get(key) ?? new Set()).add(value))
  for (const court of courts) {
    for (const { table, row } of await rowsIn(platform, court)) {
      const rows = tables.get(table)
      if (rows) rows.push(row)
      else tables.set(table, [row])
      for (const [column, value] of Object.entries(row)) {
        add(byColumn, column, value)
        if (uuid.test(value)) add(byId, value, court)
      }
    }
  }
  return {
    valuesOf: (column) => [...(byColumn.get(column) ?? [])],
    rowsWith: (columns) => remembered(columns.join(), () => withAll(tables, columns)),
    ids: [...byId.keys()],
    courtsOf: (id) => byId.get(id) ?? new Set(),
  }
}

const withAll = (tables: ReadonlyMap<string, readonly StockRow[]>, columns: readonly string[]): readonly StockRow[] =>
  [...tables.values()].flat().filter((row) => columns.every((column) => row[column] !== undefined))

/** Answers each question once: the same fields are asked for thousands of times. */
function memory<T>(): (key: string, make: () => T) => T {
  const known = new Map<string, T>()
  return (key, make) => {
    const found = known.get(key) ?? make()
    known.set(key, found)
    return found
  }
}

type Found = { readonly table: string; readonly row: StockRow }

const rowsIn = (platform: Platform, court: string): Promise<readonly Found[]> =>
  asOwner(platform, court, async (ask) => {
    const columns = await ask<{ table: string; column: string }>(idColumns)
    const found: Found[] = []
    for (const [table, own] of Map.groupBy(columns, (column) => column.table)) {
      const named = own.map(({ column }) => `'${column}', ${column}::text`).join(', ')
      const rows = await ask<{ row: StockRow }>(
        `select distinct jsonb_strip_nulls(jsonb_build_object(${named})) as row from ${table} where court_id = $1
         order by 1 limit 500`,
        [court],
      )
      found.push(...rows.map(({ row }) => ({ table, row })))
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

import type { Client } from 'pg'
import type { Known } from './inputs.ts'

type Column = { readonly table: string; readonly column: string; readonly uuid: boolean }

const columnsQuery = `
  select c.table_name as table, c.column_name as column, c.data_type = 'uuid' as uuid
  from information_schema.columns c
  join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
  where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('uuid', 'text') and c.column_name <> 'court_id'
    and c.table_name not like 'kernel_journal%' and c.table_name not like 'kernel_subject'`

/** A few values of each column, under the name that inputs give them: `case_id` answers to `caseId`. */
export async function knownIn(client: Client): Promise<Known> {
  const { rows: columns } = await client.query<Column>(columnsQuery)
  const values = new Map<string, Set<string>>()
  const ids = new Set<string>()
  for (const { table, column, uuid } of columns) {
    const { rows } = await client.query<{ value: string }>(
      `select distinct ${column}::text as value from ${table} where length(${column}::text) between 1 and 200 limit 12`,
    )
    const field = column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
    const set = values.get(field) ?? new Set()
    for (const { value } of rows) {
      set.add(value)
      if (uuid) ids.add(value)
    }
    values.set(field, set)
  }
  return { of: (field) => [...(values.get(field) ?? [])].slice(0, 40), ids: [...ids] }
}

/** One number for everything that is stored; changes when any row of any table does. */
export async function stateReader(client: Client): Promise<() => Promise<string>> {
  const { rows } = await client.query<{ table: string }>(
    `select relname as table from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  )
  const parts = rows.map(
    ({ table }) =>
      `select '${table}' as name, count(*) as n, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as digest from ${table} t`,
  )
  const text = `select md5(string_agg(name || ' ' || n || ' ' || digest, ';' order by name)) as state from (${parts.join(' union all ')}) all_tables`
  return async () => (await client.query<{ state: string }>({ name: 'state', text })).rows[0]?.state ?? ''
}

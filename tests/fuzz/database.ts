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
  const byTable = new Map<string, readonly string[]>()
  const ids = new Set<string>()
  for (const { table, column, uuid } of columns) {
    const { rows } = await client.query<{ value: string }>(
      `select distinct ${column}::text as value from ${table} where length(${column}::text) between 1 and 200 limit 12`,
    )
    const field = column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
    const set = values.get(field) ?? new Set()
    byTable.set(
      `${table} ${field}`,
      rows.map(({ value }) => value),
    )
    for (const { value } of rows) {
      set.add(value)
      if (uuid) ids.add(value)
    }
    values.set(field, set)
  }
  return {
    of: (field) => [...(values.get(field) ?? [])].slice(0, 40),
    inTable: (table, field) => byTable.get(`${table} ${field}`) ?? [],
    ids: [...ids],
  }
}

/**
 * How many rows were ever changed, in any table: it grows with what is committed and with nothing else. Counted by the
 * database itself, for reading all tables after every refusal took most of the time.
 */
export async function changeCounter(client: Client): Promise<() => Promise<string>> {
  await client.query(`
    create table fuzz_change (id bigint generated always as identity);
    create function fuzz_changed() returns trigger language plpgsql security definer as $$
    begin
      insert into public.fuzz_change default values;
      return null;
    end $$;
    do $$
    declare name text;
    begin
      for name in
        select relname from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
          and relname <> 'fuzz_change'
      loop
        execute format('create trigger zz_fuzz_came after insert or delete on %I
                        for each row execute function fuzz_changed()', name);
        execute format('create trigger zz_fuzz_went after update on %I
                        for each row when (old.* is distinct from new.*) execute function fuzz_changed()', name);
      end loop;
    end $$;`)
  const text = 'select count(*)::text as changes from fuzz_change'
  return async () => (await client.query<{ changes: string }>({ name: 'changes', text })).rows[0]?.changes ?? ''
}

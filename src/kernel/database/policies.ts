import type { Client } from 'pg'

/** Tables that hold rows on their way in. COPY is refused under row-level security, so they have none and hold no state. */
export const stagingTable = /_staging$/

/** Which courts there are is no secret, and maintenance must be able to ask. */
export const openTables = new Set(['kernel_court'])

/**
 * Roles, grants and policies, made from the catalogue after every migration, so that no room can forget them.
 *
 * `dx_app` serves requests: it owns nothing and sees one court at a time; a table with a `unit_id` shows a partner only
 * its own rows. `dx_reader` may only read, under the same policies. The journal may be read and appended, never changed.
 */
export async function rowLevelSecurity(client: Client): Promise<void> {
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(`
    select c.relname as name, array_agg(a.attname::text) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    group by c.relname
    order by c.relname`)
  await client.query(roles)
  for (const { name, columns } of tables) await client.query(policiesOf(name, columns))
  await client.query(grants)
}

const roles = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'dx_app') then create role dx_app nologin; end if;
    if not exists (select from pg_roles where rolname = 'dx_reader') then create role dx_reader nologin; end if;
  exception when duplicate_object or unique_violation then null;
  end $$;
  do $$ begin
    if not pg_has_role(current_user, 'dx_app', 'member') then grant dx_app to current_user; end if;
    if not pg_has_role(current_user, 'dx_reader', 'member') then grant dx_reader to current_user; end if;
  end $$;
  grant usage on schema public to dx_app, dx_reader;`

const grants = `
  grant select, insert, update, delete on all tables in schema public to dx_app;
  grant select on all tables in schema public to dx_reader;
  revoke update, delete on kernel_journal, kernel_subject, kernel_chain_seal from dx_app;
  revoke insert, update, delete on kernel_migration, kernel_court from dx_app;`

function policiesOf(table: string, columns: readonly string[]): string {
  if (!columns.includes('court_id') || stagingTable.test(table) || openTables.has(table)) return ''
  const unitPolicy = columns.includes('unit_id')
    ? `create policy unit_wall on ${table} as restrictive using (current_unit() is null or unit_id = current_unit());`
    : ''
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    drop policy if exists court_wall on ${table};
    drop policy if exists unit_wall on ${table};
    create policy court_wall on ${table} using (court_id = current_court()) with check (court_id = current_court());
    ${unitPolicy}`
}

import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { rooms } from '../../src/app/rooms.ts'
import { openClient } from '#kernel/database/connect.ts'
import { openTables, stagingTable } from '#kernel/database/policies.ts'
import { testDatabase } from '#kernel/testing/database.ts'

/** The shape of the whole product's database, read from the catalogue. */
let url: string
before(async () => {
  url = await testDatabase(rooms)
})

async function read<T extends object>(sql: string): Promise<T[]> {
  const client = await openClient(url)
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Says which migrations ran, for the whole database. */
const ofNoCourt = new Set(['kernel_migration'])
const holdsState = ({ table }: { readonly table: string }) => !ofNoCourt.has(table) && !stagingTable.test(table)

test('every primary, unique and foreign key leads with the court, on both sides', async () => {
  const keys = await read<{ table: string; name: string; first: string; target: string | null }>(`
    select c.conrelid::regclass::text as table, c.conname as name, a.attname as first, f.attname as target
    from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    left join pg_attribute f on f.attrelid = c.confrelid and f.attnum = c.confkey[1]
    where c.contype in ('p', 'u', 'f') and c.connamespace = 'public'::regnamespace`)
  assert.ok(keys.length > 50)
  const wrong = keys
    .filter(holdsState)
    .filter(({ first, target }) => first !== 'court_id' || (target ?? 'court_id') !== 'court_id')
  assert.deepEqual(wrong, [])
})

test('every unique index leads with the court', async () => {
  const indexes = await read<{ table: string; name: string; first: string }>(`
    select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as name, a.attname as first
    from pg_index i
    join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
    left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indisunique`)
  assert.deepEqual(
    indexes.filter(holdsState).filter(({ first }) => first !== 'court_id'),
    [],
  )
})

test('every table has a primary key and a court, staging aside', async () => {
  const tables = await read<{ table: string; keyed: boolean; court: boolean }>(`
    select c.relname as table,
           exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p') as keyed,
           exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'court_id' and a.attnotnull) as court
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`)
  assert.ok(tables.length > 30)
  assert.deepEqual(
    tables.filter(holdsState).filter(({ keyed, court }) => !keyed || !court),
    [],
  )
})

test('every table of a court stands behind its wall, for reading and for writing, even for its owner', async () => {
  const tables = await read<{ table: string; walled: boolean; reads: string | null; writes: string | null }>(`
    select c.relname as table, c.relrowsecurity and c.relforcerowsecurity as walled,
           pg_get_expr(p.polqual, c.oid) as reads, pg_get_expr(p.polwithcheck, c.oid) as writes
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'court_id'
    left join pg_policy p on p.polrelid = c.oid and p.polname = 'court_wall' and p.polcmd = '*' and p.polpermissive
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`)
  const wall = '(court_id = current_court())'
  const open = tables.filter(({ walled, reads, writes }) => !walled || reads !== wall || writes !== wall)
  assert.deepEqual(
    open.map(({ table }) => table).filter((table) => !openTables.has(table) && !stagingTable.test(table)),
    [],
  )
})

test('no policy but the walls opens anything: one permissive policy a table', async () => {
  const more = await read(`
    select polrelid::regclass::text as table from pg_policy where polpermissive group by 1 having count(*) > 1`)
  assert.deepEqual(more, [])
})

test('a table that partners may see shows a partner its own rows alone', async () => {
  const tables = await read<{ table: string; wall: string | null }>(`
    select c.relname as table, pg_get_expr(p.polqual, c.oid) as wall
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'unit_id'
    left join pg_policy p on p.polrelid = c.oid and p.polname = 'unit_wall' and not p.polpermissive
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`)
  assert.deepEqual(
    tables.filter(({ table, wall }) => wall === null && !stagingTable.test(table)),
    [],
  )
})

test('the roles that serve requests own nothing and cannot step over a wall', async () => {
  const roles = await read(`
    select rolname as name from pg_roles
    where rolname in ('dx_app', 'dx_reader') and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin)`)
  assert.equal(roles.length, 2)
  const owned = await read(`
    select relname as name from pg_class where relowner in ('dx_app'::regrole, 'dx_reader'::regrole)
    union all select proname from pg_proc where proowner in ('dx_app'::regrole, 'dx_reader'::regrole)
    union all select nspname from pg_namespace where nspowner in ('dx_app'::regrole, 'dx_reader'::regrole)`)
  assert.deepEqual(owned, [])
  const powers = await read<{ makes: boolean; edits: boolean }>(`
    select has_schema_privilege('dx_app', 'public', 'create') as makes,
           has_table_privilege('dx_app', 'kernel_journal', 'update, delete, truncate') as edits`)
  assert.deepEqual(powers, [{ makes: false, edits: false }])
})

test('the reader reads and does nothing else', async () => {
  const writable = await read(`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v')
      and has_table_privilege('dx_reader', oid, 'insert, update, delete, truncate')`)
  assert.deepEqual(writable, [])
})

test('a view sees what its reader may see', async () => {
  const views = await read(`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'v' and not coalesce(reloptions::text like '%security_invoker=true%', false)`)
  assert.deepEqual(views, [])
})

test('a function that acts with the rights of its owner takes nothing from its caller and finds names in one place', async () => {
  const definers = await read(`
    select proname as name from pg_proc
    where pronamespace = 'public'::regnamespace and prosecdef
      and (pronargs > 0 or not coalesce(proconfig::text like '%search_path=%', false))`)
  assert.deepEqual(definers, [])
})

test('money stands in whole fen: no column of floating point, none called yuan', async () => {
  const columns = await read(`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and (data_type in ('real', 'double precision', 'money') or column_name like '%yuan%'
      or (column_name like '%\\_fen' and data_type <> 'bigint'))`)
  assert.deepEqual(columns, [])
})

import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import type { Client as PgClient } from 'pg'
import type { Capability } from '../capability.ts'
import { EnvironmentFault } from '../environment-fault.ts'
import { openClient } from './connect.ts'
import { rowLevelSecurity } from './policies.ts'

type Migration = { readonly room: string; readonly name: string; readonly sql: string; readonly hash: string }

const kernelRoom = { name: 'kernel', migrations: new URL('../migrations/', import.meta.url) }

/** Any number: all starters of one database queue up behind it. */
const migrationLock = 7_318_020_24

/**
 * Brings a database to the shape this version wants: the kernel's migrations, then each room's in the order of the
 * rooms, then roles, grants and row-level security made afresh from the catalogue. Forward only; safe to run by several
 * starters at once. `wanted` stops it at an older shape, for a backup of that time. Returns the names of what it applied.
 *
 * Throws EnvironmentFault when the database holds a migration this version does not know.
 */
export async function migrate(
  url: string,
  rooms: readonly Pick<Capability, 'name' | 'migrations'>[],
  wanted: (migration: string) => boolean = () => true,
): Promise<string[]> {
  const client = await openClient(url)
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(
      'create table if not exists kernel_migration (room text, name text, hash text not null, applied_at timestamptz not null default now(), primary key (room, name))',
    )
    const applied = await applyMissing(client, [kernelRoom, ...rooms].flatMap(migrationsOf), wanted)
    if (applied.length > 0) await rowLevelSecurity(client)
    return applied
  } finally {
    await client.end()
  }
}

const newerData = (migration: string) =>
  new EnvironmentFault('newer-data', `数据库由更新的版本写成（含 ${migration}）。请使用更新的程序，或换一个数据目录。`)

async function applyMissing(
  client: PgClient,
  all: readonly Migration[],
  wanted: (migration: string) => boolean,
): Promise<string[]> {
  const { rows } = await client.query<{ room: string; name: string }>('select room, name from kernel_migration')
  const present = new Set(rows.map(({ room, name }) => `${room}/${name}`))
  const known = new Set(all.map(({ room, name }) => `${room}/${name}`))
  const foreign = [...present].find((name) => !known.has(name))
  if (foreign) throw newerData(foreign)
  const missing = all.filter(({ room, name }) => !present.has(`${room}/${name}`) && wanted(`${room}/${name}`))
  for (const { room, name, sql, hash } of missing) {
    await client.query('begin')
    await client.query(sql)
    await client.query('insert into kernel_migration (room, name, hash) values ($1, $2, $3)', [room, name, hash])
    await client.query('commit')
  }
  return missing.map(({ room, name }) => `${room}/${name}`)
}

function migrationsOf({ name: room, migrations }: Pick<Capability, 'name' | 'migrations'>): Migration[] {
  if (migrations === null) return []
  return readdirSync(migrations)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file) => {
      const sql = readFileSync(new URL(file, migrations), 'utf8')
      return { room, name: file.slice(0, -4), sql, hash: createHash('sha256').update(sql).digest('hex') }
    })
}

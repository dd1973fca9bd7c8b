import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { Transform, Writable } from 'node:stream'
import type { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import pg from 'pg'

export type BackupTable = {
  readonly table: string
  readonly columns: readonly string[]
  readonly key: readonly string[]
  readonly ofCourt: boolean
}

/** Rows on their way in hold no state; migrations are made by the program that restores. */
const leftOut = (table: string): boolean => table.endsWith('_staging') || table === 'kernel_migration'

/** Every table that holds state, each after those it points to. */
export async function backupTables(client: Client): Promise<readonly BackupTable[]> {
  const { rows } = await client.query<BackupTable & { readonly points: readonly string[] }>(`
    select c.relname as table,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select array_agg(a.attname::text order by x.place) from pg_constraint k
        cross join lateral unnest(k.conkey) with ordinality x (attnum, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = x.attnum
        where k.conrelid = c.oid and k.contype = 'p'), '{}') as key,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'court_id') as "ofCourt",
      coalesce((select array_agg(distinct k.confrelid::regclass::text) from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid), '{}') as points
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    order by c.relname`)
  const waiting = new Map(rows.filter(({ table }) => !leftOut(table)).map((row) => [row.table, row]))
  const ordered: BackupTable[] = []
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(({ points }) => !points.some((other) => waiting.has(other)))
    if (free.length === 0) throw new Error(`tables point at each other in a circle: ${[...waiting.keys()].join(', ')}`)
    for (const { points: _, ...table } of free) {
      ordered.push(table)
      waiting.delete(table.table)
    }
  }
  return ordered
}

export const columnList = (columns: readonly string[]): string =>
  columns.map((column) => pg.escapeIdentifier(column)).join(', ')

export type Written = { readonly rows: number; readonly sha256: string }

/**
 * Streams all rows of a table as COPY text, court by court, in the order of the primary key, and hashes them on the way.
 * One court is set at a time: the walls between courts hold for an owner who is no superuser, too.
 */
export async function tableText(
  client: Client,
  { table, columns, key, ofCourt }: BackupTable,
  courts: readonly string[],
  onText: (chunk: Buffer) => Promise<void>,
): Promise<Written> {
  const hash = createHash('sha256')
  let rows = 0
  const order = key.length > 0 ? `order by ${columnList(key)}` : ''
  for (const court of ofCourt ? courts : [null]) {
    if (court !== null) await client.query("select set_config('app.court', $1, false)", [court])
    const where = court === null ? '' : `where court_id = ${pg.escapeLiteral(court)}`
    const source = client.query(
      copyTo(`copy (select ${columnList(columns)} from ${table} ${where} ${order}) to stdout`),
    )
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        hash.update(chunk)
        for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows++
        onText(chunk).then(() => done(), done)
      },
    })
    await pipeline(source, sink)
  }
  return { rows, sha256: hash.digest('hex') }
}

/** Passes bytes on and remembers their hash. */
export function hashing(): { readonly stream: Transform; readonly sha256: () => string } {
  const hash = createHash('sha256')
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { stream, sha256: () => hash.digest('hex') }
}

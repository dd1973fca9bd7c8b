import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { streamXlsxRows } from 'hucre'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { backupTables, columnList, type BackupTable } from '#kernel/backup/table-text.ts'
import { importInto, type BenchCourt } from './court.ts'
import { ledgerFile, type LedgerFile } from './ledger-file.ts'
import { inTurns, result, seconds, type Result } from './measure.ts'
import { settle, withOwner, type Bench } from './server.ts'

/** A ledger into the register, against the bare library reading the same file and COPY of the rows that came of it. */
export async function benchImport(
  bench: Bench,
  empty: BenchCourt,
  count: number,
  runs: number,
): Promise<{ result: Result; filled: string }> {
  const file = await ledgerFile(count, bench.folder, 'xlsx')
  const filled = await bench.database(empty.url)
  const accepted = await once(bench, filled, file)
  await settle(filled)
  const rows = await resultingRows(bench, empty.url, filled)
  const plain = await plainTables(bench, empty.url)
  let reading = 0
  const { ours, bare } = await inTurns(
    runs,
    async () => {
      const url = await bench.database(empty.url)
      const took = await seconds(() => once(bench, url, file))
      await bench.drop(url)
      return took
    },
    async () => {
      const url = await bench.database(plain)
      reading = await seconds(() => readBare(file))
      const took = reading + (await seconds(() => copyRows(url, rows, bench.folder)))
      await bench.drop(url)
      return took
    },
  )
  const beside = { rows: accepted, 'rows/s': accepted / ours, 'bare reading s': reading }
  return {
    result: result({
      name: 'ledger import (xlsx)',
      size: size(count),
      unit: 's',
      ours,
      bare,
      goal: { atMost: 3 },
      beside,
    }),
    filled,
  }
}

export const size = (count: number): string => (count >= 1_000_000 ? `${count / 1_000_000}M` : `${count / 1000}k`)

async function once(bench: Bench, url: string, file: LedgerFile): Promise<number> {
  const platform = bench.platform(url)
  return importInto(platform, file).finally(() => platform.close())
}

async function readBare({ bytes }: LedgerFile): Promise<void> {
  let cells = 0
  for await (const row of streamXlsxRows(bytes)) cells += row.values.length
  if (cells === 0) throw new Error('nothing read')
}

/** Rows that were not there before the import, as COPY text on the disk, parents first. */
async function resultingRows(bench: Bench, before: string, after: string): Promise<readonly BackupTable[]> {
  const known = await withOwner(before, async (client) => {
    const keys = new Map<string, readonly string[]>()
    for (const { table, key } of await backupTables(client)) {
      const { rows } = await client.query<{ key: string }>(`select row(${columnList(key)})::text as key from ${table}`)
      keys.set(
        table,
        rows.map((row) => row.key),
      )
    }
    return keys
  })
  return withOwner(after, async (client) => {
    const filled: BackupTable[] = []
    for (const table of await backupTables(client)) {
      const old = known.get(table.table) ?? []
      const fresh =
        old.length === 0
          ? ''
          : `where row(${columnList(table.key)})::text not in (${old.map(pg.escapeLiteral).join(', ')})`
      const rows = `select ${columnList(table.columns)} from ${table.table} ${fresh}`
      if ((await client.query(`${rows} limit 1`)).rowCount === 0) continue
      await pipeline(
        client.query(copyTo(`copy (${rows}) to stdout`)),
        createWriteStream(join(bench.folder, `${table.table}.copy`)),
      )
      filled.push(table)
    }
    return filled
  })
}

/** The same tables, keys and indexes without walls, so that COPY is allowed. */
async function plainTables(bench: Bench, empty: string): Promise<string> {
  const plain = await bench.database(empty)
  await withOwner(plain, async (client) => {
    for (const { table } of await backupTables(client)) {
      await client.query(
        `alter table ${table} disable row level security; alter table ${table} no force row level security`,
      )
    }
  })
  return plain
}

const copyRows = (url: string, tables: readonly BackupTable[], folder: string): Promise<void> =>
  withOwner(url, async (client) => {
    await client.query('begin')
    for (const { table, columns } of tables) {
      const into = client.query(copyFrom(`copy ${table} (${columnList(columns)}) from stdin`))
      await pipeline(createReadStream(join(folder, `${table}.copy`)), into)
    }
    await client.query('commit')
  })

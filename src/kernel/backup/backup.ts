import { createWriteStream, existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import type { Client } from 'pg'
import { openClient } from '../database/connect.ts'
import { EnvironmentFault } from '../environment-fault.ts'
import { keyFingerprint, manifestFile, sha256Of, type Manifest } from './manifest.ts'
import { backupTables, hashing, tableText, type BackupTable } from './table-text.ts'

export type BackupSource = {
  readonly url: string
  readonly dataDir: string
  readonly masterKey: Buffer
  readonly program: string
  readonly now: Temporal.Instant
}

type Options = { readonly withKeys?: boolean; readonly progress?: (table: string, done: number, of: number) => void }

/**
 * Everything a court would need again, in a folder of plain files that any later version can read: each table as COPY
 * text, compressed, out of one snapshot; the sealed files as they lie; and a manifest with the hash of each. Made beside
 * and renamed: a backup that was cut off is not mistaken for one.
 *
 * The master key stays out unless it is asked for: whoever holds both holds every sealed field.
 */
export async function backup(source: BackupSource, out: string, options: Options = {}): Promise<Manifest> {
  if (existsSync(out)) throw new EnvironmentFault('not-writable', `${out} 已经存在。请换一个目录名。`)
  const beside = `${out}.making-${process.pid}`
  await mkdir(join(beside, 'tables'), { recursive: true, mode: 0o700 })
  try {
    const manifest = await write(source, beside, options)
    await writeFile(join(beside, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`)
    await rename(beside, out)
    return manifest
  } catch (error) {
    await rm(beside, { recursive: true, force: true })
    throw error
  }
}

async function write(source: BackupSource, folder: string, { withKeys = false, progress }: Options): Promise<Manifest> {
  const client = await openClient(source.url)
  try {
    await client.query('begin isolation level repeatable read read only')
    const tables = await backupTables(client)
    const { rows: courts } = await client.query<{ court: string }>(
      'select court_id as court from kernel_court order by 1',
    )
    const { rows: migrations } = await client.query<Manifest['migrations'][number]>(
      'select room, name, hash from kernel_migration order by room, name',
    )
    const written: Manifest['tables'] = []
    for (const table of tables) {
      progress?.(table.table, written.length, tables.length)
      written.push(
        await writeTable(
          client,
          table,
          courts.map(({ court }) => court),
          folder,
        ),
      )
    }
    const { rows: server } = await client.query<{ server_version: string }>('show server_version')
    await client.query('commit')
    return {
      format: 'duixian-backup-1',
      madeAt: source.now.toString(),
      program: source.program,
      postgres: server[0]?.server_version ?? '',
      keyFingerprint: keyFingerprint(source.masterKey),
      withKeys,
      migrations,
      tables: written,
      files: await copyFolders(source.dataDir, folder, withKeys ? ['files', 'keys'] : ['files']),
    }
  } finally {
    await client.end()
  }
}

async function writeTable(
  client: Client,
  table: BackupTable,
  courts: readonly string[],
  folder: string,
): Promise<Manifest['tables'][number]> {
  const file = createWriteStream(join(folder, 'tables', `${table.table}.copy.zst`), { mode: 0o600 })
  const packed = hashing()
  const zstd = createZstdCompress()
  zstd.pipe(packed.stream).pipe(file)
  const { rows, sha256 } = await tableText(client, table, courts, async (chunk) => {
    if (!zstd.write(chunk)) await once(zstd, 'drain')
  })
  zstd.end()
  await finished(file)
  return { table: table.table, columns: [...table.columns], rows, sha256, fileSha256: packed.sha256() }
}

/** Files of these folders of the data folder, with their hashes. */
async function copyFolders(dataDir: string, folder: string, names: readonly string[]): Promise<Manifest['files']> {
  const copied: Manifest['files'] = []
  for (const name of names) {
    if (!existsSync(join(dataDir, name))) continue
    const entries = await readdir(join(dataDir, name), { recursive: true, withFileTypes: true })
    for (const entry of entries.filter((one) => one.isFile())) {
      const from = join(entry.parentPath, entry.name)
      const path = relative(dataDir, from).replaceAll('\\', '/')
      await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 })
      await copyFile(from, join(folder, path))
      copied.push({ path, bytes: (await stat(from)).size, sha256: sha256Of(await readFile(join(folder, path))) })
    }
  }
  return copied.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

import { createReadStream, existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, rename } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Capability } from '../capability.ts'
import { openClient } from '../database/connect.ts'
import { migrate } from '../database/migrate.ts'
import { EnvironmentFault } from '../environment-fault.ts'
import { keyFingerprint, Manifest, manifestFile, sha256Of } from './manifest.ts'
import { backupTables, columnList, hashing, tableText } from './table-text.ts'

export type RestoreTarget = {
  /** An empty database, as its owner. */
  readonly url: string
  readonly dataDir: string
  readonly rooms: readonly Pick<Capability, 'name' | 'migrations'>[]
  /** Reads the master key; called after the keys of the backup, if it has any, are in place. */
  readonly masterKey: () => Buffer
}

type Progress = (step: string, done: number, of: number) => void

/** The backup's manifest, after every file of it was found whole. Throws EnvironmentFault naming the first that is not. */
export async function checkBackup(folder: string): Promise<Manifest> {
  const path = join(folder, manifestFile)
  if (!existsSync(path)) throw damaged(`${folder} 里没有 ${manifestFile}，不是完整的备份`)
  const read = Manifest.safeParse(jsonOf(await readFile(path, 'utf8')))
  if (!read.success) throw damaged(`${path} 读不出来`)
  const manifest = read.data
  const files = [
    ...manifest.tables.map(({ table, fileSha256 }) => ({ path: `tables/${table}.copy.zst`, sha256: fileSha256 })),
    ...manifest.files,
  ]
  for (const { path: name, sha256 } of files) {
    const at = resolve(folder, name)
    if (!at.startsWith(resolve(folder) + sep)) throw damaged(`清单中的 ${name} 指向备份之外`)
    const hash = hashing()
    await pipeline(createReadStream(at), hash.stream, async (bytes) => {
      for await (const _ of bytes);
    }).catch((cause: unknown) => {
      throw damaged(`缺少 ${name}`, cause)
    })
    if (hash.sha256() !== sha256) throw damaged(`${name} 与清单不符`)
  }
  return manifest
}

/**
 * Puts a backup into an empty database and data folder: brings the tables to the shape they had, loads them, compares
 * each with its hash, then brings them to the shape of this version. Anything amiss throws, and nothing is in use yet.
 */
export async function restore(folder: string, target: RestoreTarget, progress: Progress = () => {}): Promise<Manifest> {
  const manifest = await checkBackup(folder)
  const client = await openClient(target.url)
  try {
    await refuseUsed(client)
    await putFiles(folder, target.dataDir, manifest)
    if (keyFingerprint(target.masterKey()) !== manifest.keyFingerprint) throw otherKey(manifest)
    const then = new Set(manifest.migrations.map(({ room, name }) => `${room}/${name}`))
    await migrate(target.url, target.rooms, (name) => then.has(name))
    await refuseOtherShape(client, manifest)
    await client.query('begin')
    await load(client, folder, manifest, progress)
    await compare(client, manifest, progress)
    await client.query('commit')
    await migrate(target.url, target.rooms)
    return manifest
  } finally {
    await client.end()
  }
}

async function refuseUsed(client: Client): Promise<void> {
  const { rows } = await client.query<{ used: boolean }>("select to_regclass('kernel_court') is not null as used")
  if (!rows[0]?.used) return
  const { rows: courts } = await client.query('select from kernel_court limit 1')
  if (courts.length > 0)
    throw new EnvironmentFault('database-failed', '目标数据库里已有法院。请恢复到空的数据库，或另用 --data 目录。')
}

async function refuseOtherShape(client: Client, { migrations }: Manifest): Promise<void> {
  const { rows } = await client.query<{ name: string; hash: string }>(
    `select room || '/' || name as name, hash from kernel_migration`,
  )
  const here = new Map(rows.map(({ name, hash }) => [name, hash]))
  const missing = migrations.find(({ room, name }) => !here.has(`${room}/${name}`))
  if (missing) {
    throw new EnvironmentFault(
      'newer-data',
      `备份由更新的版本写成（含 ${missing.room}/${missing.name}）。请使用更新的程序。`,
    )
  }
  const changed = migrations.find(({ room, name, hash }) => here.get(`${room}/${name}`) !== hash)
  if (changed) throw damaged(`表结构 ${changed.room}/${changed.name} 与本程序的不同`)
}

async function load(client: Client, folder: string, manifest: Manifest, progress: Progress): Promise<void> {
  for (const [at, { table, columns }] of manifest.tables.entries()) {
    progress(table, at, manifest.tables.length)
    const list = columnList(columns)
    await client.query(`create temp table restored on commit drop as select ${list} from ${table} limit 0`)
    const text = createReadStream(join(folder, 'tables', `${table}.copy.zst`)).pipe(createZstdDecompress())
    await pipeline(text, client.query(copyFrom(`copy restored (${list}) from stdin`)))
    if (columns.includes('court_id')) {
      const { rows } = await client.query<{ court: string }>('select distinct court_id as court from restored')
      for (const { court } of rows) {
        await client.query("select set_config('app.court', $1, true)", [court])
        await client.query(`insert into ${table} (${list}) select ${list} from restored where court_id = $1`, [court])
      }
    } else await client.query(`insert into ${table} (${list}) select ${list} from restored`)
    await client.query('drop table restored')
  }
}

/** A backup never compared does not count: each table is read again and its hash taken as the backup took it. */
async function compare(client: Client, manifest: Manifest, progress: Progress): Promise<void> {
  const { rows: courts } = await client.query<{ court: string }>(
    'select court_id as court from kernel_court order by 1',
  )
  const shapes = new Map((await backupTables(client)).map((table) => [table.table, table]))
  for (const [at, wanted] of manifest.tables.entries()) {
    progress(wanted.table, at, manifest.tables.length)
    const shape = shapes.get(wanted.table)
    if (!shape) throw damaged(`没有表 ${wanted.table}`)
    const found = await tableText(
      client,
      { ...shape, columns: wanted.columns },
      courts.map(({ court }) => court),
      async () => {},
    )
    if (found.sha256 !== wanted.sha256 || found.rows !== wanted.rows) {
      throw damaged(`${wanted.table} 恢复后与备份不同（${found.rows} 行，应为 ${wanted.rows} 行）`)
    }
  }
}

async function putFiles(folder: string, dataDir: string, { files }: Manifest): Promise<void> {
  for (const { path, sha256 } of files) {
    const to = join(dataDir, path)
    if (existsSync(to) && sha256Of(await readFile(to)) === sha256) continue
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    await copyFile(join(folder, path), `${to}.restoring`)
    await rename(`${to}.restoring`, to)
  }
}

const otherKey = ({ keyFingerprint: fingerprint }: Manifest) =>
  new EnvironmentFault(
    'database-failed',
    `主密钥不是备份所用的那一把（指纹 ${fingerprint}）。请把原来的 keys/master.key 放到数据目录的 keys 下，或用 DUIXIAN_MASTER_KEY 给出。`,
  )

const damaged = (what: string, cause?: unknown) =>
  new EnvironmentFault('database-failed', `备份不完整：${what}。请换一份备份。`, { cause })

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

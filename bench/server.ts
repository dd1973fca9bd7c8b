import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Capability } from '#kernel/capability.ts'
import { cipherOf } from '#kernel/crypto/cipher.ts'
import { openClient, openPool } from '#kernel/database/connect.ts'
import { ensureDatabase, type EmbeddedDatabase } from '#kernel/database/embedded.ts'
import { silentLog, type Platform } from '#kernel/platform.ts'
import { registryOf } from '#kernel/registry.ts'

/** One PostgreSQL for the whole run, with the settings of a real court: what is committed is on the disk. */
export type Bench = {
  readonly folder: string
  readonly masterKey: Buffer
  readonly rooms: readonly Capability[]
  /** A new database, empty or a copy of another; returns its address. */
  readonly database: (like?: string) => Promise<string>
  readonly drop: (url: string) => Promise<void>
  readonly platform: (url: string, connections?: number) => Platform & { readonly close: () => Promise<void> }
  readonly close: () => Promise<void>
}

export async function openBench(rooms: readonly Capability[]): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'duixian-bench-'))
  const server = await ensureDatabase(join(folder, 'data'), {
    settings: { max_connections: '100', max_wal_size: '4GB' },
  })
  const masterKey = randomBytes(32)
  let made = 0
  const database = async (like?: string): Promise<string> => {
    const name = `bench_${++made}`
    const template = like === undefined ? '' : `template ${new URL(like).pathname.slice(1)} strategy file_copy`
    await asOwner(server, `create database ${name} ${template}`)
    return onServer(server, name)
  }
  return {
    folder,
    masterKey,
    rooms,
    database,
    drop: (url) => asOwner(server, `drop database ${new URL(url).pathname.slice(1)} with (force)`),
    platform: (url, connections = 10) => {
      const pool = openPool(url, { max: connections })
      pool.on('error', () => {})
      return {
        pool,
        url,
        registry: registryOf(rooms),
        cipher: cipherOf(masterKey),
        clock: () => Temporal.Now.instant(),
        dataDir: join(folder, 'files'),
        log: silentLog,
        close: () => pool.end(),
      }
    },
    close: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function asOwner({ url }: EmbeddedDatabase, sql: string): Promise<void> {
  const client = await openClient(url)
  await client.query(sql).finally(() => client.end())
}

function onServer({ url }: EmbeddedDatabase, name: string): string {
  const address = new URL(url)
  address.pathname = name
  return address.href
}

export async function withOwner<T>(
  url: string,
  work: (client: Awaited<ReturnType<typeof openClient>>) => Promise<T>,
): Promise<T> {
  const client = await openClient(url)
  try {
    await client.query("select set_config('app.court', '川1123', false)")
    return await work(client)
  } finally {
    await client.end()
  }
}

/** What the database does by itself a minute after a load. */
export const settle = (url: string): Promise<void> =>
  withOwner(url, async (client) => {
    await client.query('vacuum analyze')
    await client.query('checkpoint')
  })

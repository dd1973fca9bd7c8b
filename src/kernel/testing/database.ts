import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import type { Client } from 'pg'
import type { Capability } from '../capability.ts'
import { openClient } from '../database/connect.ts'
import { migrate } from '../database/migrate.ts'
import { testServer } from './server.ts'

type Rooms = readonly Pick<Capability, 'name' | 'migrations'>[]

/** Any number: makers of templates queue up behind it. */
const templateLock = 7_318_020_25

/**
 * A fresh database with the kernel's tables and those of `rooms` (in the order of their arrows): a copy of a migrated
 * template that is made once. It is gone some time after this process has ended. Returns its address, as the owner of
 * everything in it.
 */
export async function testDatabase(rooms: Rooms): Promise<string> {
  const server = await testServer()
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`
  await withClient(server, async (client) => {
    await dropAbandoned(client)
    const template = await templateFor(client, server, rooms)
    await client.query(`create database ${name} template ${template} strategy file_copy`)
  })
  return onServer(server, name)
}

/**
 * Whoever comes next clears away what ended processes left, killed ones too. A living one keeps its databases: its pools
 * may close later than its last test.
 */
async function dropAbandoned(client: Client): Promise<void> {
  for (const name of await databasesLike(client, String.raw`test\_%`)) {
    if (isRunning(Number(name.split('_')[1]))) continue
    // Two may come at once; the second finds it gone.
    await client.query(`drop database if exists ${name} with (force)`).catch(() => undefined)
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The template of exactly these migrations. Its name is their hash, so a changed migration makes another one. */
async function templateFor(client: Client, url: string, rooms: Rooms): Promise<string> {
  const family = `template_${digest(rooms.map(({ name }) => name)).slice(0, 8)}`
  const template = `${family}_${digest(sources(rooms)).slice(0, 16)}`
  if (await exists(client, template)) return template
  await client.query('select pg_advisory_lock($1)', [templateLock])
  if (!(await exists(client, template))) await makeTemplate(client, url, family, template, rooms)
  await client.query('select pg_advisory_unlock($1)', [templateLock])
  return template
}

async function makeTemplate(
  client: Client,
  url: string,
  family: string,
  template: string,
  rooms: Rooms,
): Promise<void> {
  for (const name of await databasesLike(client, `${family}%`)) await client.query(`drop database if exists ${name}`)
  const draft = `${family}_draft`
  await client.query(`create database ${draft}`)
  await migrate(onServer(url, draft), rooms)
  await client.query(`alter database ${draft} allow_connections false`)
  await client.query(`alter database ${draft} rename to ${template}`)
}

async function databasesLike(client: Client, pattern: string): Promise<readonly string[]> {
  const sql = 'select datname as name from pg_database where datname like $1'
  return (await client.query<{ name: string }>(sql, [pattern])).rows.map(({ name }) => name)
}

const exists = async (client: Client, name: string): Promise<boolean> =>
  (await client.query('select from pg_database where datname = $1', [name])).rowCount === 1

const kernelMigrations = new URL('../migrations/', import.meta.url)
const rowLevelSecurity = new URL('../database/policies.ts', import.meta.url)

function sources(rooms: Rooms): string[] {
  const folders = [kernelMigrations, ...rooms.flatMap(({ migrations }) => migrations ?? [])]
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .toSorted()
      .map((file) => new URL(file, folder)),
  )
  return [...files, rowLevelSecurity].map((file) => readFileSync(file, 'utf8'))
}

const digest = (texts: readonly string[]): string => createHash('sha256').update(JSON.stringify(texts)).digest('hex')

function onServer(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = database
  return address.href
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await openClient(url)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

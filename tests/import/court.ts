import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { TestContext } from 'node:test'
import { cases } from '#capabilities/cases'
import { deadlines } from '#capabilities/deadlines'
import { identity } from '#capabilities/identity'
import { indicators } from '#capabilities/indicators'
import { importFile, ledgers, type ImportOptions, type SheetOutcome } from '#capabilities/ledgers'
import { operations } from '#capabilities/operations'
import { parties } from '#capabilities/parties'
import type { Capability } from '#kernel/capability.ts'
import { openCourt } from '#kernel/court.ts'
import { cipherOf } from '#kernel/crypto/cipher.ts'
import { openClient, openPool } from '#kernel/database/connect.ts'
import { inTransaction } from '#kernel/database/transaction.ts'
import { keepFile } from '#kernel/files/store.ts'
import { systemActor } from '#kernel/occasion.ts'
import { ask } from '#kernel/pipeline/ask.ts'
import { execute, type Reply } from '#kernel/pipeline/execute.ts'
import { silentLog, type Platform } from '#kernel/platform.ts'
import { isRefusal, type Problem } from '#kernel/problem.ts'
import { registryOf } from '#kernel/registry.ts'
import { afterwards } from '#kernel/testing/afterwards.ts'
import { testDatabase } from '#kernel/testing/database.ts'

export const court = '川1123'
export const rooms = [operations, identity, ledgers, deadlines, parties, cases, indicators]

/** The day on which the sample ledgers were drawn up; later dates have not happened yet. */
const today = Temporal.Instant.from('2025-01-06T02:00:00Z')

export type Desk = { readonly platform: Platform; readonly url: string; readonly dataDir: string; readonly key: Buffer }

/** An empty court on a database of its own, with a folder for files. */
export async function emptyCourt(t: TestContext, more: readonly Capability[] = []): Promise<Desk> {
  const url = await testDatabase([...rooms, ...more])
  const owner = await openClient(url)
  await openCourt(owner, court, '犍为县人民法院')
  await owner.end()
  const dataDir = mkdtempSync(join(tmpdir(), 'duixian-import-'))
  afterwards(t, () => rmSync(dataDir, { recursive: true, force: true }))
  const key = randomBytes(32)
  const platform = platformOn(url, dataDir, key, more)
  afterwards(t, () => platform.pool.end())
  return { platform, url, dataDir, key }
}

export function platformOn(url: string, dataDir: string, key: Buffer, more: readonly Capability[] = []): Platform {
  const pool = openPool(url)
  pool.on('error', () => {})
  const parts = { registry: registryOf([...rooms, ...more]), cipher: cipherOf(key), clock: () => today }
  return { pool, url, dataDir, log: silentLog, ...parts }
}

export const clerk = systemActor(court, 'test-clerk', '书记员', [
  'ledgers.import',
  'ledgers.read',
  'ledgers.export',
  'cases.read',
  'cases.handle',
])

export const sample = (name: string) => {
  const url = new URL(`../samples/2024/${name}`, import.meta.url)
  return { fileName: basename(decodeURI(url.pathname)), bytes: readFileSync(url) }
}

export const truth = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../samples/2024/${name}`, import.meta.url), 'utf8')) as T

/** Imports a file that must be readable. */
export async function importNow(
  { platform }: Desk,
  file: { readonly fileName: string; readonly bytes: Uint8Array },
  options: ImportOptions = {},
): Promise<readonly SheetOutcome[]> {
  const outcome = await importFile(platform, clerk, file, options)
  if ('code' in outcome) throw new Error(`${outcome.code} ${outcome.detailZh}`)
  return outcome
}

export async function importSample(desk: Desk, name: string): Promise<SheetOutcome> {
  const [outcome] = await importNow(desk, sample(name))
  if (!outcome) throw new Error(`nothing in ${name}`)
  return outcome
}

/** Keeps a file as the door for uploads does, and opens an import of it. */
export async function openDraft(
  desk: Desk,
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<string> {
  const fileId = await inTransaction(desk.platform, clerk, (tx) => keepFile(tx, Buffer.from(bytes), 'x/y'))
  const { answer } = await give(desk, 'ledgers.open-import', { fileId, fileName })
  return String(answer?.['importId'])
}

/** The reply to a command that must not be refused. */
export async function give({ platform }: Desk, command: string, input: unknown): Promise<Reply> {
  const reply = await execute(platform, clerk, { command, input })
  if (isRefusal(reply)) throw new Error(JSON.stringify(reply.problem))
  return reply
}

/** Why a command is refused; it must be. */
export async function refusal({ platform }: Desk, command: string, input: unknown): Promise<Problem> {
  const reply = await execute(platform, clerk, { command, input })
  if (!isRefusal(reply)) throw new Error(`${command} was not refused`)
  return reply.problem
}

export async function answer<T>({ platform }: Desk, query: string, input: unknown): Promise<T> {
  const found = await ask(platform, clerk, { query, input })
  if (isRefusal(found)) throw new Error(JSON.stringify(found.problem))
  return found as T
}

/** Rows of a statement, read as this court. */
export const rowsOf = <R extends object>(
  { platform }: Pick<Desk, 'platform'>,
  text: string,
  values: unknown[] = [],
): Promise<R[]> => inTransaction(platform, clerk, async ({ client }) => (await client.query<R>(text, values)).rows)

/**
 * Every row of every table that holds state, as text, by table. The journal, the files, the memory of imports and what
 * the court's own set-up writes are no state of the court's work.
 */
export async function stateOf(desk: Pick<Desk, 'platform'>): Promise<ReadonlyMap<string, readonly string[]>> {
  const kept = /^(kernel_(journal|subject|chain|chain_seal|file|idempotency|job|schedule|migration)|ledgers_\w+)$/
  const tables = await rowsOf<{ name: string }>(
    desk,
    "select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1",
  )
  const state = new Map<string, readonly string[]>()
  for (const { name } of tables.filter((table) => !kept.test(table.name) && !table.name.endsWith('_staging'))) {
    const rows = await rowsOf<{ row: string }>(desk, `select to_jsonb(t)::text as row from ${name} t order by 1`)
    state.set(
      name,
      rows.map(({ row }) => row),
    )
  }
  return state
}

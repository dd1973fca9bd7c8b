import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { Job } from '#kernel/capability.ts'
import { openCourt } from '#kernel/court.ts'
import { cipherOf } from '#kernel/crypto/cipher.ts'
import { openClient, openPool } from '#kernel/database/connect.ts'
import { verifyChain, type ChainReport, type Stretch } from '#kernel/journal/verify.ts'
import type { Actor, Scope } from '#kernel/occasion.ts'
import { execute, type Reply } from '#kernel/pipeline/execute.ts'
import { silentLog, type Clock, type Platform } from '#kernel/platform.ts'
import { isRefusal, type Problem, type Refusal } from '#kernel/problem.ts'
import { registryOf } from '#kernel/registry.ts'
import { afterwards } from '#kernel/testing/afterwards.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { trialRoom } from './room/capability.ts'

export const court = '川1123'
export const otherCourt = '川1124'

type Wanted = { readonly clock?: Clock; readonly jobs?: readonly Job[]; readonly connections?: number }

/** Two courts with the trial room, on a database and in a folder of their own. */
export async function trialCourts(
  t: TestContext,
  { clock, jobs = [], connections = 10 }: Wanted = {},
): Promise<Platform> {
  const room = trialRoom(jobs)
  const url = await testDatabase([room])
  const owner = await openClient(url)
  for (const code of [court, otherCourt]) await openCourt(owner, code, `${code}人民法院`)
  await owner.end()
  const pool = openPool(url, { max: connections })
  pool.on('error', () => {})
  const dataDir = mkdtempSync(join(tmpdir(), 'duixian-kernel-'))
  afterwards(t, () => rmSync(dataDir, { recursive: true, force: true }))
  afterwards(t, () => pool.end())
  return {
    pool,
    url,
    registry: registryOf([room]),
    cipher: cipherOf(randomBytes(32)),
    clock: clock ?? (() => Temporal.Now.instant()),
    dataDir,
    log: silentLog,
  }
}

type Person = { readonly id?: string; readonly scope?: Scope; readonly court?: string } & Partial<Actor>

/** Somebody who may do everything of the trial room, as far as `scope` reaches. */
export const person = ({ id = 'anna', scope = 'court', court: code = court, ...rest }: Person = {}): Actor => ({
  id,
  name: '某某',
  kind: 'staff',
  court: code,
  teams: [],
  unit: null,
  grants: ['trial.open', 'trial.raise', 'trial.read'].map((permission) => ({
    permission,
    scope: permission === 'trial.open' ? 'court' : scope,
  })),
  posts: ['书记员'],
  provedAt: Temporal.Now.instant(),
  secondFactor: false,
  ...rest,
})

let titles = 0
export const claimInput = (changes: Record<string, unknown> = {}) => ({
  claimId: randomUUID(),
  title: `事项${++titles}`,
  amountFen: '10000',
  filedOn: '2025-01-06',
  handlerId: 'anna',
  ...changes,
})

export function done(outcome: Reply | Refusal): Reply {
  if (isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome.problem)}`)
  return outcome
}

export function refused(outcome: unknown): Problem {
  if (!isRefusal(outcome)) throw new Error(`not refused: ${JSON.stringify(outcome)}`)
  return outcome.problem
}

/** Opens a claim and returns its id. */
export async function opened(
  platform: Platform,
  changes: Record<string, unknown> = {},
  actor = person(),
): Promise<string> {
  const input = claimInput(changes)
  done(await execute(platform, actor, { command: 'trial.open-claim', input }))
  return input.claimId
}

/** Asks the database as its owner, whom row-level security does not stop only while he names the court. */
export async function asOwner<T extends object>(
  { url }: Platform,
  sql: string,
  values: readonly unknown[] = [],
  code = court,
): Promise<T[]> {
  const client = await openClient(url)
  try {
    await client.query("select set_config('app.court', $1, false)", [code])
    return (await client.query<T>(sql, [...values])).rows
  } finally {
    await client.end()
  }
}

export async function chainOf({ url }: Platform, code = court, stretch?: Stretch): Promise<ChainReport> {
  const client = await openClient(url)
  try {
    await client.query("select set_config('app.court', $1, false)", [code])
    return await verifyChain(client, code, stretch)
  } finally {
    await client.end()
  }
}

import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { identityDoor, seedDemoPeople, type DemoLogin } from '#capabilities/identity'
import { prepareCourt, writeSettings } from '#capabilities/operations'
import type { Capability } from '#kernel/capability.ts'
import { openCourt } from '#kernel/court.ts'
import { cipherOf } from '#kernel/crypto/cipher.ts'
import { openClient, openPool } from '#kernel/database/connect.ts'
import { inTransaction } from '#kernel/database/transaction.ts'
import type { Door } from '#kernel/http/door.ts'
import { httpServer } from '#kernel/http/server.ts'
import { listenLive } from '#kernel/live.ts'
import { processMetrics } from '#kernel/metrics.ts'
import { systemActor, type Actor } from '#kernel/occasion.ts'
import { todaySetting } from '#kernel/pipeline/occasion-for.ts'
import type { Platform } from '#kernel/platform.ts'
import { registryOf } from '#kernel/registry.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { fileOpenCases } from '../../src/app/demo/open-cases.ts'
import { silentProgress } from '../../src/app/progress.ts'
import { rooms } from '../../src/app/rooms.ts'

export const court = '川1123'

export type RunningCourt = {
  readonly platform: Platform
  readonly app: FastifyInstance
  readonly people: readonly DemoLogin[]
  /** What the log was told about faults. */
  readonly faults: readonly string[]
  readonly close: () => Promise<void>
}

/** A bare court has people and no cases: it stands in a third of the time. Its people came two years before its day. */
type Options = {
  readonly door?: Door
  readonly callsPerMinute?: number
  readonly more?: readonly Capability[]
  readonly bare?: boolean
  readonly today?: string
}

/** The whole product on a database of its own: demo people, sixty invented cases, the real server. */
export async function runningCourt(options: Options = {}): Promise<RunningCourt> {
  const url = await testDatabase(rooms)
  const owner = await openClient(url)
  await openCourt(owner, court, '犍为县人民法院（试验）')
  await owner.end()
  const pool = openPool(url)
  pool.on('error', () => {})
  const dataDir = mkdtempSync(join(tmpdir(), 'duixian-api-'))
  const faults: string[] = []
  const log = {
    info: () => {},
    error: (fields: Record<string, unknown>, text: string) => void faults.push(`${text} ${JSON.stringify(fields)}`),
  }
  const clock = () => Temporal.Now.instant()
  const platform = {
    pool,
    url,
    registry: registryOf([...rooms, ...(options.more ?? [])]),
    cipher: cipherOf(randomBytes(32)),
    clock,
    dataDir,
    log,
  }
  await prepareCourt(platform, court)
  if (options.today !== undefined) await turnCourtTo(platform, options.today)
  const people = await seedDemoPeople(platform, court)
  if (!options.bare) await fillWithCases(platform, people)
  const live = await listenLive(url)
  const app = await httpServer({
    platform,
    live,
    webRoot: null,
    door: options.door ?? identityDoor,
    metrics: processMetrics(),
    court: () => court,
    ready: () => true,
    callsPerMinute: options.callsPerMinute ?? 1_000_000,
  })
  const close = async (): Promise<void> => {
    await app.close()
    await live.close()
    await pool.end()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { platform, app, people, faults, close }
}

/** Moves the court's day. */
export const turnCourtTo = (platform: Platform, day: string): Promise<void> =>
  inTransaction(platform, { court, unit: null }, (tx) =>
    writeSettings(tx, [{ key: todaySetting, value: day }], 'test', platform.clock()),
  )

async function fillWithCases(platform: Platform, people: readonly DemoLogin[]): Promise<void> {
  const staffId = (login: string): string => people.find(({ loginName }) => loginName === login)?.staffId ?? ''
  const permissions = ['cases.file', 'cases.assign', 'cases.triage', 'cases.handle']
  const author = systemActor(court, 'demo', '演示数据', permissions)
  await fileOpenCases(platform, { author, handlerId: staffId('faguan'), clerkId: staffId('shujiyuan') }, silentProgress)
}

/** A person of the court who holds every permission there is, everywhere. */
export function almighty({ platform, people }: Pick<RunningCourt, 'platform' | 'people'>): Actor {
  const { commands, queries } = platform.registry
  const permissions = new Set([...commands.values(), ...queries.values()].map(({ may }) => may))
  return {
    id: people[0]?.staffId ?? '',
    name: '某某某',
    kind: 'staff',
    court,
    teams: [],
    unit: null,
    grants: [...permissions].map((permission) => ({ permission, scope: 'court' })),
    posts: ['全部岗位'],
    provedAt: Temporal.Now.instant(),
    secondFactor: true,
  }
}

export const key = (): string => randomUUID()

type Session = { readonly cookie: string; readonly csrf: string }

/** Signs in as a person does: by login and password, and takes the page token. */
export async function signIn({ app, people }: RunningCourt, loginName: string): Promise<Session> {
  const password = people.find((login) => login.loginName === loginName)?.password ?? ''
  const reply = await app.inject({
    method: 'POST',
    url: '/api/commands/identity.sign-in',
    payload: { loginName, password },
  })
  if (reply.statusCode !== 200) throw new Error(reply.body)
  const cookie = `duixian_session=${reply.cookies.find(({ name }) => name === 'duixian_session')?.value ?? ''}`
  const session = await app.inject({ method: 'GET', url: '/api/session', headers: { cookie } })
  return { cookie, csrf: String(session.json().csrfToken) }
}

import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EnvironmentFault } from '../environment-fault.ts'
import { type Anchor, type Login, dropAnchor } from './embedded-anchor.ts'
import { type Cluster, freePort, openCluster, owner, readAccess, writeAccess } from './embedded-cluster.ts'
import { asFault, compareVersions, failure, refuseForeignVersion } from './embedded-faults.ts'
import { clearDeadServer, livePostmaster } from './embedded-postmaster.ts'

export type EmbeddedOptions = {
  /** PostgreSQL settings beyond the default, such as `{ fsync: 'off' }` for a test. */
  readonly settings?: Readonly<Record<string, string>>
  /** The database that `url` names; made when missing. */
  readonly database?: string
  /** The version of this program. A folder that a later one has opened is refused. */
  readonly version?: string
  /** Brings the server back on the same port when it goes away unasked, until `stop`. */
  readonly revive?: boolean
}

export type EmbeddedDatabase = Login & {
  readonly database: string
  readonly url: string
  /** The server was already running: another process uses it, or one that used it was killed. */
  readonly adopted: boolean
  /** Process id of the server now. */
  readonly pid: () => number | undefined
  /** Leaves; the last process to leave stops the server. True when it was stopped. */
  readonly stop: () => Promise<boolean>
}

const defaults: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // A standby can be added later without a restart of the court's day.
  wal_level: 'logical',
  // A court's morning begins with thousands of new rows: what the planner knows of them must not be a minute old.
  autovacuum_naptime: '10s',
}
const patience = 60_000

/**
 * The PostgreSQL that comes with the program, running in `<dataDir>/pg`: made on first use, started, or adopted when it runs.
 * Any number of processes may call this at once; they end up on one server.
 *
 * Throws EnvironmentFault when folder, disk or machine do not allow it.
 */
export async function ensureDatabase(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const cluster = await openCluster(dataDir, options.settings?.['fsync'] !== 'off')
  try {
    welcome(cluster, options.version)
    const session = await join(cluster, options)
    const { port, password } = session.login
    const database = options.database ?? 'duixian'
    await makeDatabase(session.anchor, database)
    const url = `postgres://${owner}:${password}@127.0.0.1:${port}/${database}`
    const pid = () => livePostmaster(cluster.folder)?.pid
    return { ...session.login, database, url, adopted: session.adopted, pid, stop: session.stop }
  } catch (error) {
    throw asFault(error, cluster.dataDir)
  }
}

function welcome(cluster: Cluster, version: string | undefined): void {
  const access = readAccess(cluster)
  refuseForeignVersion(cluster.dataDir, access.version, version ?? access.version)
  if (version && compareVersions(version, access.version) > 0) writeAccess(cluster, { ...access, version })
}

type Session = {
  readonly login: Login
  readonly adopted: boolean
  readonly anchor: Anchor
  readonly stop: () => Promise<boolean>
}

/** Holds on to the server for the life of this process. */
async function join(cluster: Cluster, options: EmbeddedOptions): Promise<Session> {
  let leaving = false
  let returning: Promise<void> | undefined
  const lost = () => {
    if (!leaving && options.revive) returning = comeBack().catch(() => undefined)
  }
  const comeBack = async () => {
    current = (await reach(cluster, options, lost)).anchor
  }
  const { login, adopted, anchor } = await reach(cluster, options, lost)
  let current = anchor
  const stop = async () => {
    leaving = true
    await returning
    return leave(cluster, current)
  }
  return { login, adopted, anchor, stop }
}

type Reached = Omit<Session, 'stop'>

/** Starts or adopts until the server answers. Every answer in between (starting, stopping, just killed) is waited out. */
async function reach(cluster: Cluster, options: EmbeddedOptions, onLost: () => void): Promise<Reached> {
  const deadline = performance.now() + patience
  let started = false
  let failures = 0
  for (;;) {
    const running = livePostmaster(cluster.folder)
    if (!running) {
      const outcome = await start(cluster, options, failures)
      started = outcome === 'started'
      if (outcome === 'failed') failures++
    } else if (running.port > 0) {
      const anchor = await dropAnchor(loginOn(cluster, running.port), onLost).catch(transient)
      if (anchor) return { login: loginOn(cluster, running.port), adopted: !started, anchor }
    }
    if (performance.now() > deadline) throw failure(logTail(cluster, 0), cluster.dataDir)
    if (!started || running) await sleep(25)
  }
}

/** `outrun`: another process was quicker, to start the server or to stop it again. That is no failure, however often. */
type Start = 'started' | 'outrun' | 'failed'

async function start(cluster: Cluster, options: EmbeddedOptions, failures: number): Promise<Start> {
  await clearDeadServer(cluster.folder)
  const port = await choosePort(cluster, failures)
  const settings = Object.entries({ port: String(port), ...defaults, ...options.settings })
  const flags = settings.map(([name, value]) => `-c ${name}='${value}'`).join(' ')
  const seen = logSize(cluster)
  const log = cluster.inside('server.log')
  const outcome = await cluster.program('pg_ctl', 'start', '-w', '-t', '60', '-l', log, '-o', flags)
  if (outcome.ok) return 'started'
  const said = outcome.text + logTail(cluster, seen)
  if (livePostmaster(cluster.folder) || isOutrun(said)) return 'outrun'
  if (failures >= 3 || isFinal(said)) throw failure(said, cluster.dataDir)
  await sleep(100)
  return 'failed'
}

/** The port of last time, so that others find the server again; another one when it is taken. */
async function choosePort(cluster: Cluster, failures: number): Promise<number> {
  const access = readAccess(cluster)
  if (failures === 0) return access.port
  if (!/could not (bind|create any TCP)/.test(logTail(cluster, 0))) return access.port
  const port = await freePort()
  writeAccess(cluster, { ...access, port })
  return port
}

const isOutrun = (said: string) =>
  /lock file "postmaster\.pid" already exists|received (?:smart|fast|immediate) shutdown request/.test(said)

const isFinal = (said: string) =>
  /No space left|Permission denied|wrong ownership|Read-only file system|incompatible/.test(said)

function loginOn(cluster: Cluster, port: number): Login {
  return { host: '127.0.0.1', port, user: owner, password: readAccess(cluster).password }
}

/** A wrong password means that the folder's access file is not the server's: waiting does not mend that. */
function transient(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === '28P01') {
    throw new EnvironmentFault('database-failed', '随附数据库拒绝了 access.json 中的密码，请从备份恢复该文件。', {
      cause: error,
    })
  }
  return undefined
}

async function makeDatabase(anchor: Anchor, name: string): Promise<void> {
  const { rowCount } = await anchor.query('select from pg_database where datname = $1', [name])
  if (rowCount === 1) return
  // Two first starts at once: the second finds the name taken, which is what it wanted.
  await anchor.query(`create database "${name.replaceAll('"', '""')}"`).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== '42P04' && code !== '23505') throw error
  })
}

async function leave(cluster: Cluster, anchor: Anchor): Promise<boolean> {
  const last = await anchor.leaveLast().catch(() => false)
  const stopped = last && (await cluster.program('pg_ctl', 'stop', '-m', 'fast', '-w', '-t', '60')).ok
  await anchor.end()
  return stopped
}

const logFile = (cluster: Cluster) => path.join(cluster.folder, 'server.log')

const logSize = (cluster: Cluster): number => fs.statSync(logFile(cluster), { throwIfNoEntry: false })?.size ?? 0

function logTail(cluster: Cluster, from: number): string {
  if (logSize(cluster) === 0) return ''
  const text = fs.readFileSync(logFile(cluster))
  return text.subarray(Math.max(from, text.length - 4_000)).toString('utf8')
}

import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { EnvironmentFault } from '../environment-fault.ts'
import { makeFolder } from '../files/make-folder.ts'
import { asFault, diskFull, failure } from './embedded-faults.ts'
import { isReachable, isRoot, locatePrograms, run, serverUser } from './embedded-programs.ts'
import type { Outcome, Program, ServerUser } from './embedded-programs.ts'

export const owner = 'dx_owner'

/** The folder of one server: `cluster` is PostgreSQL's own, `access.json` beside it holds port and password, mode 0600. */
export type Cluster = {
  readonly dataDir: string
  readonly folder: string
  readonly user: ServerUser
  /** A file of the cluster as the server's user names it. */
  readonly inside: (file: string) => string
  readonly program: (name: Program, ...args: readonly string[]) => Promise<Outcome>
}

export type Access = { readonly port: number; readonly password: string; readonly version: string }

const accessFile = (dataDir: string) => path.join(dataDir, 'pg', 'access.json')
const roomNeeded = 96 * 1024 * 1024

/** Opens the cluster of a data folder, making it on first use. */
export async function openCluster(dataDir: string, durable = true): Promise<Cluster> {
  const home = path.resolve(dataDir)
  try {
    makeDataDir(home)
    const place = path.join(home, 'pg')
    const user = serverUser(path.join(place, 'cluster'))
    const bin = locatePrograms(user)
    if (!fs.existsSync(place)) await makeCluster(home, user, bin, durable ? [] : ['--no-sync'])
    return clusterIn(home, place, user, bin)
  } catch (error) {
    throw asFault(error, home)
  }
}

function makeDataDir(home: string): void {
  if (!makeFolder(home)) return
  // The server's user passes through root's folder to its own; it may not list it.
  if (isRoot()) fs.chmodSync(home, 0o711)
}

/**
 * A folder nobody else may enter, such as one below root's home, is reached through the working directory: it is entered
 * before the process gives up root, and `/proc/self/cwd` leads there without passing through the closed folders above.
 */
function clusterIn(dataDir: string, place: string, user: ServerUser, bin: string): Cluster {
  const folder = path.join(place, 'cluster')
  const open = isReachable(folder, user)
  if (!open && !fs.existsSync('/proc/self/cwd')) {
    throw new EnvironmentFault(
      'not-writable',
      `数据文件夹 ${dataDir} 上级目录不对数据库用户开放，请把它放到别处（--data）。`,
    )
  }
  const [cwd, named] = open ? ['/', folder] : [folder, '/proc/self/cwd']
  const program = (name: Program, ...args: readonly string[]) =>
    run(path.join(bin, name), ['-D', named, ...args], user, os.platform() === 'win32' ? folder : cwd)
  const inside = (file: string) => `${named}/${file}`
  return { dataDir, folder, user, inside, program }
}

/** Made beside and renamed in one step, password included: a first start cut off, or two at once, leave no half cluster. */
async function makeCluster(home: string, user: ServerUser, bin: string, flags: readonly string[]): Promise<void> {
  refuseFullDisk(home)
  removeAbandoned(home)
  const beside = path.join(home, `pg.making-${process.pid}-${randomBytes(3).toString('hex')}`)
  const password = randomBytes(18).toString('base64url')
  const passwordFile = path.join(beside, 'cluster.password')
  fs.mkdirSync(path.join(beside, 'cluster'), { recursive: true, mode: 0o700 })
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  for (const entry of [beside, path.join(beside, 'cluster'), passwordFile]) give(entry, user)
  try {
    const cluster = clusterIn(home, beside, user, bin)
    const made = await cluster.program(
      'initdb',
      ...initOptions,
      ...flags,
      `--pwfile=${cluster.inside('../cluster.password')}`,
    )
    if (!made.ok) throw failure(made.text, home)
    fs.rmSync(passwordFile)
    const access: Access = { port: await freePort(), password, version: '0.0.0' }
    fs.writeFileSync(path.join(beside, 'access.json'), JSON.stringify(access), { mode: 0o600 })
    fs.renameSync(beside, path.join(home, 'pg'))
  } catch (error) {
    fs.rmSync(beside, { recursive: true, force: true })
    if (!fs.existsSync(accessFile(home))) throw error
  }
}

const initOptions = [
  `--username=${owner}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
]

const give = (entry: string, { uid, gid }: ServerUser): void => {
  if (uid !== undefined && gid !== undefined) fs.chownSync(entry, uid, gid)
}

function refuseFullDisk(home: string): void {
  const { bavail, bsize } = fs.statfsSync(home)
  if (bavail * bsize < roomNeeded) throw diskFull(home)
}

/** What a first start left behind when it was killed. One still at work is left alone. */
function removeAbandoned(home: string): void {
  for (const name of fs.readdirSync(home)) {
    const pid = Number(/^pg\.making-(\d+)-/.exec(name)?.[1] ?? 0)
    if (pid > 0 && !isRunning(pid)) fs.rmSync(path.join(home, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

export function readAccess({ dataDir }: Pick<Cluster, 'dataDir'>): Access {
  return JSON.parse(fs.readFileSync(accessFile(dataDir), 'utf8'))
}

export function writeAccess({ dataDir }: Pick<Cluster, 'dataDir'>, access: Access): void {
  const beside = `${accessFile(dataDir)}.${process.pid}`
  fs.writeFileSync(beside, JSON.stringify(access), { mode: 0o600 })
  fs.renameSync(beside, accessFile(dataDir))
}

export function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const server = net.createServer().once('error', reject)
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0))
  })
  return promise
}

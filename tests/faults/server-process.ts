import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../src/boot.mjs', import.meta.url))

/** The real program in a process of its own, on a data folder and a port that outlive it. */
export type ServerProcess = {
  readonly address: string
  readonly start: () => Promise<void>
  /** No signal it could handle: the process is gone in the middle of whatever it did. */
  readonly killApp: () => Promise<void>
  readonly killDatabase: () => void
  readonly ready: () => Promise<void>
  readonly stop: () => Promise<void>
}

export function serverProcess(dataDir: string, port: number): ServerProcess {
  const address = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  let said = ''
  const start = async (): Promise<void> => {
    const env = { ...process.env, PORT: String(port), LOG_LEVEL: 'silent', DUIXIAN_CALLS_PER_MINUTE: '1000000' }
    const fresh = spawn(process.execPath, [program, 'start', '--data', dataDir], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [fresh.stdout, fresh.stderr])
      stream.on('data', (chunk: Buffer) => (said = (said + String(chunk)).slice(-4000)))
    child = fresh
    await ready()
  }
  const ready = async (): Promise<void> => {
    for (let turn = 0; turn < 1200; turn++) {
      if (child?.exitCode !== null && child?.signalCode === null) throw new Error(`the server ended: ${said}`)
      const answer = await fetch(`${address}/ready`).catch(() => undefined)
      await answer?.text().catch(() => '')
      if (answer?.ok) return
      await sleep(50)
    }
    throw new Error(`the server is not ready: ${said}`)
  }
  const gone = (signal: NodeJS.Signals): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>()
    if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
    child.once('exit', () => resolve())
    child.kill(signal)
    return promise
  }
  const killDatabase = (): void => {
    const pid = Number(readFileSync(join(dataDir, 'pg', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
    if (pid > 1) process.kill(pid, 'SIGKILL')
  }
  return { address, start, ready, killApp: () => gone('SIGKILL'), killDatabase, stop: () => gone('SIGTERM') }
}

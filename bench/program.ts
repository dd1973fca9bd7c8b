import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import net from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '#kernel/database/embedded-cluster.ts'

const boot = fileURLToPath(new URL('../src/boot.mjs', import.meta.url))

export type Program = {
  readonly address: string
  readonly pid: number
  /** From the first moment of the process to the first 200 of /ready. */
  readonly readyAfter: number
  readonly stop: () => Promise<void>
}

/** The real program in a process of its own. */
export async function startProgram(env: Record<string, string>, args: readonly string[] = []): Promise<Program> {
  const port = await freePort()
  const started = performance.now()
  const child = spawn(process.execPath, [boot, 'start', ...args], {
    env: { ...process.env, PORT: String(port), LOG_LEVEL: 'silent', DUIXIAN_CALLS_PER_MINUTE: '100000000', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said = (said + String(chunk)).slice(-3000)))
  const address = `http://127.0.0.1:${port}`
  while (!(await answers(address))) {
    if (child.exitCode !== null) throw new Error(`the program ended: ${said}`)
    await sleep(10)
  }
  return { address, pid: child.pid ?? 0, readyAfter: (performance.now() - started) / 1000, stop: () => ended(child) }
}

const answers = (address: string): Promise<boolean> =>
  fetch(`${address}/ready`).then(
    async (reply) => (await reply.text()) !== '' && reply.ok,
    () => false,
  )

function ended(child: ChildProcess): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  child.once('exit', () => resolve())
  child.kill('SIGTERM')
  return promise
}

export type Ran = { readonly seconds: number; readonly peakMegabytes: number; readonly output: string }

/** A verb of the command line to its end, with the most memory it held. */
export async function runProgram(
  args: readonly string[],
  env: Record<string, string> = {},
  input?: string,
): Promise<Ran> {
  const started = performance.now()
  const child = spawn(process.execPath, [boot, ...args], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let [output, said, peak] = ['', '', 0]
  child.stdout.on('data', (chunk: Buffer) => (output = (output + String(chunk)).slice(-100_000)))
  child.stderr.on('data', (chunk: Buffer) => (said = (said + String(chunk)).slice(-3000)))
  child.stdin.end(input ?? '')
  const watch = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid ?? 0, 'VmHWM'))), 50)
  const { promise, resolve } = Promise.withResolvers<number>()
  child.once('exit', (code) => resolve(code ?? 1))
  const code = await promise
  clearInterval(watch)
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${said}`)
  return { seconds: (performance.now() - started) / 1000, peakMegabytes: peak, output }
}

/** In megabytes, by the kernel's own count; 0 where there is no /proc. */
export function memoryOf(pid: number, what: 'VmRSS' | 'VmHWM'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

export type Browser = (path: string, post?: { readonly key: string; readonly body: string }) => Promise<void>

/**
 * One person's connection, kept open, spoken to by hand: Node's own client costs as much as the server that is measured.
 * Throws on anything but 200.
 */
export function browserAt(address: string, session: { readonly cookie: string; readonly csrf: string }): Browser {
  const { hostname, port, host } = new URL(address)
  const socket = net.connect(Number(port), hostname).setNoDelay(true)
  let heard: Buffer[] = []
  let waiting: PromiseWithResolvers<void> | undefined
  socket.on('error', (error) => waiting?.reject(error))
  socket.on('data', (chunk: Buffer) => {
    heard.push(chunk)
    const whole = heard.length === 1 ? chunk : Buffer.concat(heard)
    if (!isWhole(whole)) return
    heard = []
    if (whole.subarray(9, 12).toString() === '200') waiting?.resolve()
    else waiting?.reject(new Error(whole.toString()))
  })
  return (path, post) => {
    waiting = Promise.withResolvers<void>()
    const head = `${post ? 'POST' : 'GET'} ${path} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${session.cookie}\r\n`
    const more = post
      ? `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(post.body)}\r\nidempotency-key: ${post.key}\r\nx-csrf-token: ${session.csrf}\r\n`
      : ''
    socket.write(`${head}${more}\r\n${post?.body ?? ''}`)
    return waiting.promise
  }
}

/** Whether an answer has come in full, by the length that it says of itself. */
function isWhole(answer: Buffer): boolean {
  const end = answer.indexOf('\r\n\r\n')
  if (end < 0) return false
  const length = /content-length: (\d+)/i.exec(answer.subarray(0, end).toString('latin1'))?.[1]
  return answer.length >= end + 4 + Number(length ?? 0)
}

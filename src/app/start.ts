import { join } from 'node:path'
import { styleText } from 'node:util'
import { identityDoor, type DemoLogin } from '#capabilities/identity'
import { prepareCourt } from '#capabilities/operations'
import { courtsIn } from '#kernel/court.ts'
import { openClient } from '#kernel/database/connect.ts'
import { EnvironmentFault } from '#kernel/environment-fault.ts'
import { httpServer } from '#kernel/http/server.ts'
import { startWorker } from '#kernel/jobs/worker.ts'
import { listenLive } from '#kernel/live.ts'
import { processMetrics } from '#kernel/metrics.ts'
import type { Platform } from '#kernel/platform.ts'
import { home, type Config } from './config.ts'
import { openDemoCourt } from './demo/demo.ts'
import { processLog } from './log.ts'
import { collectSooner } from './memory.ts'
import { openPlatform, type Opened } from './open.ts'
import { terminalProgress, type Progress } from './progress.ts'
import { webFiles } from './web-files.ts'

export type Running = {
  readonly address: string
  readonly stop: () => Promise<void>
  readonly stopped: Promise<void>
}

/** The whole system in one process: database, demo court where there is none, pages, API and jobs. */
export async function startServer(config: Config): Promise<Running> {
  collectSooner()
  const progress = terminalProgress(process.stderr)
  const opened = await openPlatform(config, { progress, log: processLog(), revive: true })
  try {
    return await serve(opened, progress)
  } catch (error) {
    await opened.close()
    throw error
  }
}

async function serve(opened: Opened, progress: Progress): Promise<Running> {
  const { platform, config } = opened
  const demo = config.databaseUrl === null && !config.ownData ? await openDemoCourt(platform, progress) : null
  const webRoot = await webFiles(join(home, 'dist', 'web'), progress)
  const courts = await courtCodes(platform)
  for (const court of courts) await prepareCourt(platform, court)
  const served = config.court ?? courts[0] ?? ''
  const live = await listenLive(platform.url)
  const worker = await startWorker(platform)
  let ready = false
  const app = await httpServer({
    platform,
    live,
    webRoot,
    door: identityDoor,
    metrics: processMetrics(),
    court: () => served,
    ready: () => ready,
    callsPerMinute: config.callsPerMinute,
  })
  const closers = [() => app.close(), () => worker.close(), () => live.close(), () => opened.close()]
  const address = await app.listen({ port: config.port, host: config.host }).catch(async (error: unknown) => {
    for (const close of closers.slice(0, 3)) await close()
    throw portFault(error, config)
  })
  ready = true
  progress.end()
  greet(address, demo)
  return running(address, async () => {
    ready = false
    for (const close of closers) await close()
  })
}

function running(address: string, close: () => Promise<void>): Running {
  const { promise: stopped, resolve } = Promise.withResolvers<void>()
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return stopped
    stopping = true
    await close()
    resolve()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
  return { address, stop, stopped }
}

async function courtCodes({ url }: Platform): Promise<readonly string[]> {
  const owner = await openClient(url)
  try {
    return (await courtsIn(owner)).map(({ court }) => court)
  } finally {
    await owner.end()
  }
}

function portFault(error: unknown, { port, host }: Config): unknown {
  const said = {
    EADDRINUSE: `端口 ${port} 已被占用。请停止占用它的程序，或用 PORT=其他端口 npm start。`,
    EACCES: `没有权限使用端口 ${port}。请改用 1024 以上的端口。`,
    EADDRNOTAVAIL: `本机没有地址 ${host}。请核对 HOST。`,
  }[(error as { code?: string }).code ?? '']
  return said === undefined ? error : new EnvironmentFault('port-taken', said, { cause: error })
}

function greet(address: string, demo: readonly DemoLogin[] | null): void {
  console.log(`\n${styleText('bold', '兑现 Duixian')} 已就绪：${styleText('underline', address)}`)
  if (demo) {
    const lines = demo.map(({ role, loginName, password }) => `  ${loginName.padEnd(12)} ${password}   ${role}`)
    console.log(`演示法院，人物与案件均为虚构。演示登录（口令仅用于本目录）：\n${lines.join('\n')}`)
  }
  console.log('按 Ctrl-C 停止。')
}

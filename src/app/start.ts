import { join } from 'node:path'
import { styleText } from 'node:util'
import { identityDoor, type DemoLogin } from '#capabilities/identity'
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
import { openPlatform } from './open.ts'
import { terminalProgress } from './progress.ts'
import { webFiles } from './web-files.ts'

export type Running = { readonly address: string; readonly stop: () => Promise<void>; readonly stopped: Promise<void> }

/** The whole system in one process: database, demo court where there is none, pages, API and jobs. */
export async function startServer(config: Config): Promise<Running> {
  const progress = terminalProgress(process.stderr)
  const log = processLog()
  const opened = await openPlatform(config, { progress, log, revive: true })
  const { platform } = opened
  const demo = config.databaseUrl === null && !config.ownData ? await openDemoCourt(platform, progress) : null
  const webRoot = await webFiles(join(home, 'dist', 'web'), progress)
  const served = config.court ?? (await courtCodes(platform))[0] ?? ''
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
  const address = await app.listen({ port: config.port, host: config.host }).catch((error: unknown) => {
    throw portFault(error, config)
  })
  ready = true
  progress.end()
  greet(address, demo)

  const { promise: stopped, resolve } = Promise.withResolvers<void>()
  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return stopped
    stopping = true
    ready = false
    await app.close()
    await worker.close()
    await live.close()
    await opened.close()
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
  const code = (error as { code?: string }).code
  if (code === 'EADDRINUSE') {
    return new EnvironmentFault(
      'port-taken',
      `端口 ${port} 已被占用。请停止占用它的程序，或用 PORT=其他端口 npm start。`,
    )
  }
  if (code === 'EACCES') return new EnvironmentFault('port-taken', `没有权限使用端口 ${port}。请改用 1024 以上的端口。`)
  if (code === 'EADDRNOTAVAIL') return new EnvironmentFault('port-taken', `本机没有地址 ${host}。请核对 HOST。`)
  return error
}

function greet(address: string, demo: readonly DemoLogin[] | null): void {
  const lines = (demo ?? []).map(({ role, loginName, password }) => `  ${loginName.padEnd(12)} ${password}   ${role}`)
  console.log(`\n${styleText('bold', '兑现 Duixian')} 已就绪：${styleText('underline', address)}`)
  if (demo) console.log(`演示法院，人物与案件均为虚构。演示登录（口令仅用于本目录）：\n${lines.join('\n')}`)
  console.log('按 Ctrl-C 停止。')
}

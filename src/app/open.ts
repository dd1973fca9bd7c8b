import { ruleMayRefuse } from '#capabilities/operations'
import { cipherOf } from '#kernel/crypto/cipher.ts'
import { masterKey } from '#kernel/crypto/master-key.ts'
import { openPool, type Pool } from '#kernel/database/connect.ts'
import { ensureDatabase } from '#kernel/database/embedded.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { EnvironmentFault } from '#kernel/environment-fault.ts'
import { silentLog, type Log, type Platform } from '#kernel/platform.ts'
import { registryOf } from '#kernel/registry.ts'
import type { Config } from './config.ts'
import type { Progress } from './progress.ts'
import { rooms } from './rooms.ts'
import { version } from './version.ts'

export type Opened = {
  readonly platform: Platform
  readonly config: Config
  readonly close: () => Promise<void>
}

type Options = {
  readonly progress?: Progress
  readonly log?: Log
  readonly revive?: boolean
  readonly connections?: number
}

/** Database started or reached, migrated, and everything a process needs made of it. */
export async function openPlatform(
  config: Config,
  { progress, log = silentLog, revive = false, connections = 10 }: Options = {},
): Promise<Opened> {
  progress?.step('启动数据库')
  const database = config.databaseUrl === null ? await ensureDatabase(config.dataDir, { version, revive }) : null
  const url = database?.url ?? config.databaseUrl ?? ''
  try {
    progress?.step('更新表结构')
    await migrate(url, rooms)
    const pool = openPool(url, { max: connections })
    pool.on('error', (error) => log.error({ error: error.message }, 'idle connection lost'))
    const platform = platformOn(url, pool, config, log)
    const close = async (): Promise<void> => {
      await pool.end()
      await database?.stop()
    }
    return { platform, config, close }
  } catch (error) {
    await database?.stop()
    throw environmentFaultOf(error)
  }
}

const platformOn = (url: string, pool: Pool, config: Config, log: Log): Platform => ({
  pool,
  url,
  registry: registryOf(rooms),
  cipher: cipherOf(masterKey(config.dataDir, process.env)),
  clock: () => Temporal.Now.instant(),
  dataDir: config.dataDir,
  ...(config.fontDir !== null && { courtFontDir: config.fontDir }),
  log,
  mayRefuse: ruleMayRefuse,
})

function environmentFaultOf(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? ''
  if (/^(ECONNREFUSED|ENOTFOUND|28|3D)/.test(code)) {
    return new EnvironmentFault(
      'database-unreachable',
      `连不上 DATABASE_URL 指定的数据库（${code}）。请核对地址、用户和口令。`,
      { cause: error },
    )
  }
  if (code === '42501') {
    return new EnvironmentFault(
      'database-unreachable',
      '数据库角色的权限不够：须能在库中建表，并能建立角色 dx_app、dx_reader，或由数据库管理员先建好并授予它。',
      { cause: error },
    )
  }
  return error
}

import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { styleText } from 'node:util'
import { verifyCourt } from '#capabilities/audit'
import { courtsIn } from '#kernel/court.ts'
import { EnvironmentFault } from '#kernel/environment-fault.ts'
import { fontDirIn } from '#kernel/paper/fonts.ts'
import { isWebFresh } from '#web/build.ts'
import { home, type Config } from '../config.ts'
import { openPlatform, type Opened } from '../open.ts'
import { exit, type Verb } from './verb.ts'

/** One thing looked at: what was found, and when it is not well, what to do. */
export type Line = { readonly what: string; readonly ok: boolean; readonly found: string; readonly remedy?: string }

/** Looks at everything the program stands on and says what is not well and what helps. */
export const doctorVerb: Verb = {
  name: 'doctor',
  usage: 'doctor',
  summary: '体检：Node、数据目录、磁盘、数据库、表结构、轨迹链、字体、页面，逐项 ✓ 或 ✗ 并给出办法',
  run: async ({ config, json }) => {
    // The database first: it makes the folder where there is none yet.
    const database = await inDatabase(config)
    const lines = [...onMachine(config), ...database, fonts(config), pages()]
    if (json) console.log(JSON.stringify(lines))
    else for (const line of lines) console.log(printed(line))
    return lines.every(({ ok }) => ok) ? exit.done : exit.environment
  },
}

export const printed = ({ what, ok, found, remedy = '' }: Line): string => {
  const said = [found, ...(ok || remedy === '' ? [] : [remedy])].map((text) => text.replace(/[。；，\s]+$/, ''))
  return `${ok ? styleText('green', '✓') : styleText('red', '✗')} ${what}：${said.join('。')}${ok ? '' : '。'}`
}

const leastFreeBytes = 1024 ** 3

function onMachine({ dataDir }: Config): readonly Line[] {
  const place = existsSync(dataDir) ? dataDir : dirname(dataDir)
  const { bavail, bsize } = statfsSync(existsSync(place) ? place : '.')
  const free = bavail * bsize
  return [
    {
      what: 'Node.js',
      ok: Number.parseInt(process.versions.node, 10) >= 26,
      found: process.versions.node,
      remedy: '请在程序目录运行 npm ci，不要加 --ignore-scripts',
    },
    {
      what: '数据目录',
      ...dataFolder(dataDir),
    },
    {
      what: '磁盘',
      ok: free > leastFreeBytes,
      found: `余 ${(free / 1024 ** 3).toFixed(1)} GB`,
      remedy: '请腾出至少 1 GB，或把数据目录移到更大的磁盘',
    },
    {
      what: '主密钥',
      ok: process.env['DUIXIAN_MASTER_KEY'] !== undefined || existsSync(join(dataDir, 'keys', 'master.key')),
      found:
        process.env['DUIXIAN_MASTER_KEY'] === undefined ? join(dataDir, 'keys', 'master.key') : 'DUIXIAN_MASTER_KEY',
      remedy: '首次启动时自动生成；若曾经启动过，请从备份恢复，否则加密内容不可读',
    },
  ]
}

function dataFolder(dataDir: string): Pick<Line, 'ok' | 'found' | 'remedy'> {
  const found = statSync(dataDir, { throwIfNoEntry: false })
  if (!found) return { ok: false, found: `${dataDir} 不存在，也没能建立`, remedy: '请用 --data 换一个能写的地方' }
  if (!found.isDirectory()) return { ok: false, found: `${dataDir} 是一个文件`, remedy: '请用 --data 指定一个目录' }
  const remedy = '请把目录的属主改为运行本程序的用户，或用 --data 换一个'
  return { ok: isWritable(dataDir), found: dataDir, remedy }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

async function inDatabase(config: Config): Promise<readonly Line[]> {
  const what = config.databaseUrl === null ? '随附数据库' : 'DATABASE_URL 的数据库'
  try {
    const opened = await openPlatform(config)
    try {
      return [await serverLine(opened, what), await migrationsLine(opened), ...(await chainLines(opened))]
    } finally {
      await opened.close()
    }
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error)
    const remedy = error instanceof EnvironmentFault ? '' : '请查看数据目录下 pg/cluster/server.log'
    return [{ what, ok: false, found, remedy }]
  }
}

const oldestPostgres = 150_000

async function serverLine({ platform }: Opened, what: string): Promise<Line> {
  const { rows } = await platform.pool.query<{ number: string; text: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as text`,
  )
  const [{ number, text } = { number: '0', text: '' }] = rows
  return {
    what,
    ok: Number(number) >= oldestPostgres,
    found: `PostgreSQL ${text}`,
    remedy: '需要 PostgreSQL 15 或更新',
  }
}

async function migrationsLine({ platform }: Opened): Promise<Line> {
  const { rows } = await platform.pool.query<{ count: number }>('select count(*)::int as count from kernel_migration')
  return { what: '表结构', ok: true, found: `${rows[0]?.count ?? 0} 次更新，与本程序一致` }
}

async function chainLines({ platform }: Opened): Promise<readonly Line[]> {
  const lines: Line[] = []
  for (const { court, name } of await courtsIn(platform.pool)) {
    const { ok, sentence } = await verifyCourt(platform, court)
    lines.push({ what: `轨迹链 ${name}`, ok, found: sentence, remedy: '请停止使用，保留现场，并通知审计管理员' })
  }
  return lines.length > 0 ? lines : [{ what: '轨迹链', ok: true, found: '还没有法院' }]
}

function fonts({ dataDir, fontDir }: Config): Line {
  const place = fontDir ?? fontDirIn(dataDir)
  const count = existsSync(place) ? readdirSync(place).filter((name) => /\.(ttf|otf|ttc)$/i.test(name)).length : 0
  return {
    what: '字体',
    ok: true,
    found: count > 0 ? `${count} 个，在 ${place}` : '还没有合并，第一次打印时自动完成',
  }
}

function pages(): Line {
  return {
    what: '页面',
    ok: isWebFresh(join(home, 'dist', 'web')),
    found: join(home, 'dist', 'web'),
    remedy: '下次 npm start 会自动构建；若构建失败，请重新运行 npm ci',
  }
}

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seedDemoPeople, type DemoLogin } from '#capabilities/identity'
import { importFile } from '#capabilities/ledgers'
import { allConfirmed, confirmedRules, prepareCourt, writeSettings } from '#capabilities/operations'
import { courtsIn, openCourt } from '#kernel/court.ts'
import { openClient } from '#kernel/database/connect.ts'
import { freshStatistics } from '#kernel/database/statistics.ts'
import { inTransaction } from '#kernel/database/transaction.ts'
import { systemActor } from '#kernel/occasion.ts'
import { execute } from '#kernel/pipeline/execute.ts'
import { todaySetting } from '#kernel/pipeline/occasion-for.ts'
import type { Platform } from '#kernel/platform.ts'
import { day } from '#kernel/values/dates.ts'
import { home } from '../config.ts'
import type { Progress } from '../progress.ts'
import { fileOpenCases } from './open-cases.ts'

/** The synthetic year that the repository carries. A ledger read twice changes nothing, so a seed may begin again. */
const samples = join(home, 'tests', 'samples', '2024')
const ledgers = [
  '01-首次执行案件台账.xlsx',
  '02-恢复执行案件台账.xlsx',
  '02-财产保全执行台账.xlsx',
  '02-执行异议案件台账.xlsx',
  '03-案款台账.xlsx',
  '03-银行流水-2024.csv',
  '04-强制措施台账.xlsx',
  '05-执行110登记.xlsx',
  '06-执行悬赏台账.xlsx',
  '07-网格协助反馈.xlsx',
  '08-联动共治.xlsx',
  '09-联席会议成员单位.xlsx',
  '10-终本清仓.xlsx',
  '11-执前督促.xlsx',
  '12-执转破.xlsx',
  '13-全市对比指标.xlsx',
]

/** The demo's judge and clerk are the ones of （2024）川1123执655号, so that their desks hold a year's cases. */
const inLedgers = { faguan: '荻华川', shujiyuan: '杳磊' }

const demoCourt = { code: '川1123', name: '犍为县人民法院（演示）', today: '2025-01-06' } as const

/**
 * The demo court: invented people and cases on a day of their own. Made once per data folder; each step may be begun
 * again, so that a start that was killed half way goes on. Returns the logins, or null where real courts are.
 */
export async function openDemoCourt(platform: Platform, progress: Progress): Promise<readonly DemoLogin[] | null> {
  const logins = join(platform.dataDir, 'demo-logins.json')
  if (!existsSync(logins) && (await holdsCourts(platform))) return null
  const people = await demoPeopleOf(platform, logins, progress)
  if (existsSync(`${logins}.done`)) return people
  await fillCourt(platform, people, progress)
  await freshStatistics(platform)
  await nightBefore(platform)
  writeFileSync(`${logins}.done`, '')
  return people
}

async function holdsCourts({ url }: Platform): Promise<boolean> {
  const owner = await openClient(url)
  try {
    return (await courtsIn(owner)).length > 0
  } finally {
    await owner.end()
  }
}

async function demoPeopleOf(platform: Platform, path: string, progress: Progress): Promise<readonly DemoLogin[]> {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as DemoLogin[]
  progress.step('建立演示法院')
  const owner = await openClient(platform.url)
  await openCourt(owner, demoCourt.code, demoCourt.name).finally(() => owner.end())
  await prepareCourt(platform, demoCourt.code)
  await inTransaction(platform, { court: demoCourt.code, unit: null }, (tx) =>
    writeSettings(
      tx,
      [
        { key: todaySetting, value: demoCourt.today },
        { key: confirmedRules.key, value: allConfirmed('演示数据', day(demoCourt.today)) },
      ],
      '演示数据',
      platform.clock(),
    ),
  )
  const people = await seedDemoPeople(platform, demoCourt.code, inLedgers)
  writeFileSync(`${path}.new`, JSON.stringify(people), { mode: 0o600 })
  renameSync(`${path}.new`, path)
  return people
}

/** What the night would have done: December's figures as first published, and a sealed head of the chain. */
async function nightBefore(platform: Platform): Promise<void> {
  const sweep = systemActor(demoCourt.code, 'sweep', '定时巡查', ['audit.seal', 'indicators.freeze'])
  await execute(platform, sweep, { command: 'indicators.freeze', input: { month: '2024-12' } })
  await execute(platform, sweep, { command: 'audit.seal-head', input: {} })
}

async function importLedger(platform: Platform, fileName: string, progress: Progress): Promise<void> {
  const actor = systemActor(demoCourt.code, 'operator', '运行维护', ['ledgers.import', 'funds.import'])
  const bytes = readFileSync(join(samples, fileName))
  const outcome = await importFile(
    platform,
    actor,
    { fileName, bytes },
    { progress: (done, total) => progress.at(done, total, '行') },
  )
  if ('code' in outcome) throw new Error(`${fileName}: ${outcome.detailZh}`)
}

async function fillCourt(platform: Platform, people: readonly DemoLogin[], progress: Progress): Promise<void> {
  const staffId = (login: string): string => people.find(({ loginName }) => loginName === login)?.staffId ?? ''
  const author = systemActor(demoCourt.code, 'demo', '演示数据', [
    'cases.file',
    'cases.assign',
    'cases.triage',
    'cases.handle',
  ])
  for (const file of ledgers) {
    progress.step(`导入 ${file}`)
    await importLedger(platform, file, progress)
  }
  progress.step('登记 2025 年在办案件')
  await fileOpenCases(platform, { author, handlerId: staffId('faguan'), clerkId: staffId('shujiyuan') }, progress)
}

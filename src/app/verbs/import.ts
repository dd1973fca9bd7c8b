import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { courtOfFile, importFile, type FileProblem, type SheetOutcome } from '#capabilities/ledgers'
import { prepareCourt } from '#capabilities/operations'
import { courtsIn, openCourt } from '#kernel/court.ts'
import { openClient } from '#kernel/database/connect.ts'
import { EnvironmentFault } from '#kernel/environment-fault.ts'
import { systemActor, type Actor } from '#kernel/occasion.ts'
import { actorForCli, courtFor } from '../actor.ts'
import { openPlatform, type Opened } from '../open.ts'
import { silentProgress, terminalProgress, type Progress } from '../progress.ts'
import { exit, flagText, Usage, type Verb } from './verb.ts'

type FileOutcome = { readonly file: string; readonly outcome: readonly SheetOutcome[] | FileProblem }

/** Imports ledgers: what each file is, is found out; good rows go in, bad rows wait; nothing is half done. */
export const importVerb: Verb = {
  name: 'import',
  usage: 'import FILE…|DIR [--as KIND] [--court CODE] [--user LOGIN]',
  summary: '导入台账（.xlsx .xls .csv）；好行入库，坏行留待更正',
  flags: { as: 'value' },
  run: async (args) => {
    const files = args.words.flatMap(filesIn)
    if (files.length === 0) throw new Usage('缺少要导入的文件或目录。')
    // Rows leave garbage behind by the hundred megabytes; collecting it a little sooner costs no time worth naming.
    setFlagsFromString('--heap-growing-percent=40')
    const progress = args.json ? silentProgress : terminalProgress(process.stderr)
    const opened = await openPlatform(args.config, { progress })
    try {
      mustBeKnown(flagText(args, 'as'), opened)
      const actor = await importer(opened, files, flagText(args, 'user'))
      const outcomes: FileOutcome[] = []
      for (const file of files) outcomes.push(await importOne(opened, actor, file, flagText(args, 'as'), progress))
      progress.end()
      print(outcomes, args.json)
      return outcomes.some(({ outcome }) => 'code' in outcome) ? exit.refused : exit.done
    } catch (thrown) {
      if (!(thrown instanceof AllUnreadable)) throw thrown
      print(thrown.outcomes, args.json)
      return exit.refused
    } finally {
      await opened.close()
    }
  },
}

function mustBeKnown(kind: string | undefined, { platform }: Opened): void {
  const kinds = platform.registry.gather('ledgers').map(({ layout }) => layout)
  if (kind === undefined || kinds.some((layout) => layout.kind === kind)) return
  const known = kinds.map((layout) => `${layout.kind}（${layout.title.zh}）`).join('、')
  throw new Usage(`没有台账种类“${kind}”。可用：${known}。`)
}

/** No file of a database without a court can be read: that is what is wrong, not the missing court. */
class AllUnreadable extends Error {
  readonly outcomes: readonly FileOutcome[]
  constructor(outcomes: readonly FileOutcome[]) {
    super('no file can be read')
    this.outcomes = outcomes
  }
}

const ledgerName = /\.(xlsx|xls|xlsb|csv|tsv|txt|et)$/i

function filesIn(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return [path]
  } catch {
    throw new Usage(`没有这个文件：${path}`)
  }
  return readdirSync(path)
    .filter((name) => ledgerName.test(name) && !name.startsWith('~$'))
    .toSorted()
    .map((name) => join(path, name))
}

/** Whoever was named, else the named system actor `import`, who may do nothing but this. */
async function importer(opened: Opened, files: readonly string[], login: string | undefined): Promise<Actor> {
  const court = await courtOrFirst(opened, files)
  return login === undefined ? systemActor(court, 'import', '导入', ['ledgers.import']) : actorForCli(opened, login)
}

async function courtOrFirst(opened: Opened, files: readonly string[]): Promise<string> {
  const { platform, config } = opened
  const owner = await openClient(platform.url)
  try {
    const courts = await courtsIn(owner)
    if (courts.some(({ court }) => court === config.court)) return config.court ?? ''
    if (config.court === null && courts.length > 0) return await courtFor(opened)
    const court = config.court ?? (await courtNamedIn(opened, files))
    if (court === null) throw new Usage('文件里没有案号，认不出是哪个法院。请用 --court 指明代码，如 川1123。')
    await openCourt(owner, court, `${court}法院`)
    await prepareCourt(platform, court)
    console.error(`法院代码：${court}`)
    return court
  } finally {
    await owner.end()
  }
}

/** The first file that has case numbers says whose they are. */
async function courtNamedIn({ platform }: Opened, files: readonly string[]): Promise<string | null> {
  const intakes = platform.registry.gather('ledgers')
  const unreadable: FileOutcome[] = []
  for (const path of files) {
    const file = basename(path)
    const court = await courtOfFile({ fileName: file, bytes: readFile(path) }, intakes)
    if (typeof court === 'string') return court
    if (court !== null) unreadable.push({ file, outcome: court })
  }
  if (unreadable.length === files.length) throw new AllUnreadable(unreadable)
  return null
}

async function importOne(
  { platform }: Opened,
  actor: Actor,
  path: string,
  as: string | undefined,
  progress: Progress,
): Promise<FileOutcome> {
  const file = basename(path)
  progress.step(`导入 ${file}`)
  const outcome = await importFile(
    platform,
    actor,
    { fileName: file, bytes: readFile(path) },
    { ...(as !== undefined && { as }), progress: (done, total) => progress.at(done, total, '行') },
  )
  return { file, outcome }
}

function readFile(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new EnvironmentFault('not-writable', `读不到文件 ${path}。请核对路径和权限。`, { cause: error })
  }
}

function print(outcomes: readonly FileOutcome[], json: boolean): void {
  if (json) {
    console.log(JSON.stringify(outcomes.flatMap(objects)))
    return
  }
  for (const { file, outcome } of outcomes) {
    if ('code' in outcome) console.log(`${file}  ${outcome.titleZh}：${outcome.detailZh}`)
    else for (const sheet of outcome) console.log(line(sheet))
  }
}

function line({ file, sheet, kind, number, sameAs, counts }: SheetOutcome): string {
  const { rowsRead, accepted, setAside, ignored, warnings, created, changed, same, conflicts } = counts
  const rows = `读 ${rowsRead} 行 = 入库 ${accepted} + 待改 ${setAside} + 略过 ${ignored}；提示 ${warnings}`
  const outcome =
    sameAs === null
      ? `新增 ${created} 变更 ${changed} 不变 ${same} 冲突 ${conflicts}${number === null ? '' : `（第${number}批）`}`
      : `与第${sameAs}批相同，没有变化`
  return `${file} · ${sheet}  ${kind ?? '未识别'}  ${rows}；${outcome}`
}

/** The published shape: an object per file and sheet. */
function objects({ file, outcome }: FileOutcome): readonly object[] {
  if ('code' in outcome) {
    const { code, detailZh: message } = outcome
    const problems = [{ row: null, column: '', code, severity: 'error', message }]
    return [{ file, sheet: null, kind: null, rowsRead: 0, accepted: 0, setAside: 0, ignored: 0, warnings: 0, problems }]
  }
  return outcome.map(({ sheet, kind, problems, counts, batchId, number, sameAs }) => {
    return { file, sheet, kind, ...counts, problems, batchId, batch: number, sameAs }
  })
}

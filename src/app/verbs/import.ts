import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { courtOfFile, importFile, inOrder, planFolderFile, type FolderFile } from '#capabilities/ledgers'
import { prepareCourt } from '#capabilities/operations'
import { courtsIn, openCourt } from '#kernel/court.ts'
import { openClient } from '#kernel/database/connect.ts'
import { freshStatistics } from '#kernel/database/statistics.ts'
import { EnvironmentFault } from '#kernel/environment-fault.ts'
import { systemActor, type Actor } from '#kernel/occasion.ts'
import { actorForCli, courtFor } from '../actor.ts'
import { collectSooner } from '../memory.ts'
import { openPlatform, type Opened } from '../open.ts'
import { silentProgress, terminalProgress, type Progress } from '../progress.ts'
import { print, printObjects, printPlan, type FileOutcome } from './import-report.ts'
import { exit, flagText, Usage, type Verb } from './verb.ts'

/** Imports ledgers: what each file is, is found out; good rows go in, bad rows wait; nothing is half done. */
export const importVerb: Verb = {
  name: 'import',
  usage: 'import FILE…|DIR [--as KIND] [--hidden] [--court CODE] [--user LOGIN]',
  summary: '导入台账（.xlsx .xls .csv），可整个目录；好行入库，坏行留待更正',
  flags: { as: 'value', hidden: 'switch' },
  run: async (args) => {
    const { files, others } = filesIn(args.words)
    if (files.length === 0) throw new Usage('缺少要导入的文件或目录。')
    collectSooner()
    const progress = args.json ? silentProgress : terminalProgress(process.stderr)
    const opened = await openPlatform(args.config, { progress })
    try {
      const options = { as: flagText(args, 'as'), hidden: args.flags['hidden'] === true }
      mustBeKnown(options.as, opened)
      const actor = await importer(opened, files, flagText(args, 'user'))
      const planned = files.length > 1 ? await planAll(opened, actor, files, options, progress) : null
      if (planned && !args.json) printPlan(planned.map(({ plan }) => plan))
      const outcomes = await importAll(opened, actor, planned ?? files.map((path) => ({ path })), options, progress)
      await freshStatistics(opened.platform)
      progress.end()
      if (args.json) printObjects(outcomes)
      else print(outcomes, titlesIn(opened), others)
      return outcomes.some(({ outcome }) => 'code' in outcome) ? exit.refused : exit.done
    } catch (thrown) {
      if (!(thrown instanceof AllUnreadable)) throw thrown
      if (args.json) printObjects(thrown.outcomes)
      else print(thrown.outcomes, titlesIn(opened), others)
      return exit.refused
    } finally {
      await opened.close()
    }
  },
}

type Options = { readonly as: string | undefined; readonly hidden: boolean }
type Planned = { readonly path: string; readonly plan: FolderFile }

/** Looks at every file first: what must be there before the others goes in before them. */
async function planAll(
  { platform }: Opened,
  actor: Actor,
  files: readonly string[],
  options: Options,
  progress: Progress,
): Promise<readonly Planned[]> {
  progress.step(`识别 ${files.length} 个文件`)
  const planned: Planned[] = []
  for (const path of files) {
    const file = { fileName: basename(path), bytes: readFile(path) }
    planned.push({ path, plan: await planFolderFile(platform, actor, file, options) })
    progress.at(planned.length, files.length, '个')
  }
  progress.end()
  return inOrder(planned)
}

/** One file after the other, under one progress. */
async function importAll(
  { platform }: Opened,
  actor: Actor,
  files: readonly (Planned | { readonly path: string; readonly plan?: undefined })[],
  options: Options,
  progress: Progress,
): Promise<readonly FileOutcome[]> {
  const total = files.reduce((sum, { plan }) => sum + (plan?.rows ?? 0), 0)
  const outcomes: FileOutcome[] = []
  let before = 0
  progress.step(files.length === 1 ? `导入 ${basename(files[0]?.path ?? '')}` : `导入 ${files.length} 个文件`)
  for (const { path, plan } of files) {
    const file = basename(path)
    const report = (done: number, ofFile: number) => progress.at(before + done, total === 0 ? ofFile : total, '行')
    const bytes = readFile(path)
    outcomes.push({
      file,
      outcome: await importFile(platform, actor, { fileName: file, bytes }, { ...options, progress: report }),
    })
    before += plan?.rows ?? 0
  }
  return outcomes
}

const titlesIn = ({ platform }: Opened): ReadonlyMap<string, string> =>
  new Map([
    ...platform.registry.gather('ledgers').map(({ layout }) => [layout.kind, layout.title.zh] as const),
    ...platform.registry.gather('fileReaders').map(({ kind, title }) => [kind, title.zh] as const),
  ])

function mustBeKnown(kind: string | undefined, { platform }: Opened): void {
  const kinds = [
    ...platform.registry.gather('ledgers').map(({ layout }) => layout),
    ...platform.registry.gather('fileReaders'),
  ]
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

const ledgerName = /\.(xlsx|xls|xlsb|csv|tsv|txt|et|sta|mt940|940|xml)$/i

/** Files by name, of folders everything that may be a ledger; what else lies there is named and left alone. */
function filesIn(words: readonly string[]): { readonly files: readonly string[]; readonly others: readonly string[] } {
  const found = words.flatMap((word) => (isFolder(word) ? inFolder(word) : [{ path: word, ledger: true }]))
  return {
    files: found.flatMap(({ path, ledger }) => (ledger ? [path] : [])),
    others: found.flatMap(({ path, ledger }) => (ledger ? [] : [basename(path)])),
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    throw new Usage(`没有这个文件：${path}`)
  }
}

const inFolder = (folder: string) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/^(~\$|\.)/.test(entry.name))
    .map(({ parentPath, name }) => ({ path: join(parentPath, name), ledger: ledgerName.test(name) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))

/** Whoever was named, else the named system actor `operator`, who may do nothing but this. */
async function importer(opened: Opened, files: readonly string[], login: string | undefined): Promise<Actor> {
  const court = await courtOrFirst(opened, files)
  return login === undefined
    ? systemActor(court, 'operator', '运行维护', ['ledgers.import'])
    : actorForCli(opened, login)
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

function readFile(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new EnvironmentFault('not-writable', `读不到文件 ${path}。请核对路径和权限。`, { cause: error })
  }
}

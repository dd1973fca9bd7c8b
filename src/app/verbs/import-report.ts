import type { FileProblem, FolderFile, SheetOutcome } from '#capabilities/ledgers'

export type FileOutcome = { readonly file: string; readonly outcome: readonly SheetOutcome[] | FileProblem }

/** What goes where, in the order in which it goes in. */
export function printPlan(files: readonly FolderFile[]): void {
  console.log(`导入安排（${files.length} 个文件）：`)
  for (const [at, { fileName, sheets, problem }] of files.entries()) {
    if (problem) console.log(`  ${at + 1}. ${fileName}  读不了：${problem.titleZh}`)
    for (const { sheet, title, rows, unread } of sheets) {
      const what = unread === null ? `${title ?? ''}，${rows} 行` : `不导入（${title ?? '未识别'}，${rows} 行）`
      console.log(`  ${at + 1}. ${fileName}${sheets.length > 1 ? ` · ${sheet}` : ''}  ${what}`)
    }
  }
}

/** `titles` are the names of the kinds, `others` the files that were left alone. */
export function print(
  outcomes: readonly FileOutcome[],
  titles: ReadonlyMap<string, string>,
  others: readonly string[],
): void {
  for (const { file, outcome } of outcomes) {
    if ('code' in outcome) console.log(`${file}  ${outcome.titleZh}：${outcome.detailZh}`)
    else for (const sheet of outcome) console.log([line(sheet, titles), ...reasons(sheet)].join('\n'))
  }
  if (outcomes.length > 1) console.log(sumLine(outcomes))
  if (others.length > 0) console.log(`不是台账文件，没有动：${others.join('、')}`)
}

function line(
  { file, sheet, kind, number, sameAs, counts }: SheetOutcome,
  titles: ReadonlyMap<string, string>,
): string {
  const { created, changed, same, conflicts } = counts
  const outcome =
    sameAs === null
      ? `新增 ${created} 变更 ${changed} 不变 ${same} 冲突 ${conflicts}${number === null ? '' : `（第${number}批）`}`
      : `与第${sameAs}批相同，没有变化`
  return `${file} · ${sheet}  ${kind === null ? '未识别' : (titles.get(kind) ?? kind)}  ${rowsText(counts)}；提示 ${counts.warnings}；${outcome}`
}

type Rows = Pick<SheetOutcome['counts'], 'rowsRead' | 'accepted' | 'setAside' | 'ignored'>
const rowsText = ({ rowsRead, accepted, setAside, ignored }: Rows): string =>
  `读 ${rowsRead} 行 = 入库 ${accepted} + 待改 ${setAside} + 略过 ${ignored}`

function sumLine(outcomes: readonly FileOutcome[]): string {
  const all = outcomes.flatMap(({ outcome }) => ('code' in outcome ? [] : outcome.map(({ counts }) => counts)))
  const sum = (count: keyof Rows): number => all.reduce((total, counts) => total + counts[count], 0)
  const rows = {
    rowsRead: sum('rowsRead'),
    accepted: sum('accepted'),
    setAside: sum('setAside'),
    ignored: sum('ignored'),
  }
  return `合计 ${outcomes.length} 个文件  ${rowsText(rows)}`
}

const reasonsShown = 5

/** Why a sheet did not go in, or why rows wait: each reason once, how often, and where first. */
export function reasons({ problems }: Pick<SheetOutcome, 'problems'>): readonly string[] {
  const ofSheet = problems.filter(({ row, severity, code }) => row === null || (severity === 'error' && isWhole(code)))
  const ofRows = problems.filter(({ severity, code }) => severity === 'error' && !isWhole(code))
  const groups = [...Map.groupBy(ofRows, ({ code, column }) => `${code} ${column}`).values()]
  const sorted = groups.toSorted((a, b) => b.length - a.length)
  const lines = sorted.slice(0, reasonsShown).flatMap((group) => {
    const [first] = group
    return first ? [`${group.length} 处【${first.column}】${first.code}，首见第 ${first.row} 行：${first.message}`] : []
  })
  const more = sorted.length - lines.length
  const rest = more > 0 ? [`另有 ${more} 种原因，见导入页的待改行或 --json`] : []
  return [...ofSheet.map(({ message }) => message), ...lines, ...rest].map((text) => `    ${text}`)
}

/** Problems of a sheet as a whole name the row of its head. */
const isWhole = (code: string): boolean => code === 'E_LEDGER_UNKNOWN' || code === 'E_COLUMN_MISSING'

/** The published shape: an object per file and sheet. */
export const printObjects = (outcomes: readonly FileOutcome[]): void =>
  console.log(JSON.stringify(outcomes.flatMap(objects)))

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

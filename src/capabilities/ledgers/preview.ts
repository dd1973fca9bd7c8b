import type { Tx } from '#kernel/database/transaction.ts'
import { fileBytes } from '#kernel/files/store.ts'
import type { Occasion } from '#kernel/occasion.ts'
import type { Refusal } from '#kernel/problem.ts'
import type { Counts, GridColumn, ProblemGroup, rowViews, RowDifference, SheetRow } from './contract.ts'
import { differenceRow, gridColumns, gridRow, isTwin } from './grid.ts'
import { chunks, countsOf, fieldsIn, readOptions } from './import-file.ts'
import { compareRows, countInto, newTally, type Tally } from './importing/compare.ts'
import { remembering } from './importing/remembering.ts'
import { titleOf } from './kinds.ts'
import { fileRefused, noSuchSheet } from './problems.ts'
import { readLedger, type LedgerRow, type RecordRow, type SheetReading } from './reading/index.ts'
import { choicesOf } from './run-import.ts'
import type { FileImport } from './store.ts'

type RowView = (typeof rowViews)[number]

/** What an import would do, found out without writing anything. */
export type Trial = {
  readonly kind: string | null
  readonly counts: Counts
  readonly views: Readonly<Record<RowView, number>>
  readonly groups: readonly ProblemGroup[]
  readonly columns: readonly GridColumn[]
  readonly rows: Readonly<Record<RowView, readonly SheetRow[]>>
  readonly changedFields: readonly { readonly title: string; readonly count: number }[]
  readonly differences: readonly RowDifference[]
}

/** Rows of each kind that are kept to be shown; more are counted. */
export const shownAtMost = 2_000
const differencesAtMost = 500
const chunkSize = 2_000

/** Reads and compares one sheet as its import would, in a transaction that may only read. */
export async function trySheet(
  tx: Tx,
  prepared: FileImport,
  sheet: string,
  occasion: Occasion,
): Promise<Trial | Refusal> {
  const intakes = tx.platform.registry.gather('ledgers')
  const register = remembering(tx, intakes)
  const { fileName, fileId } = prepared
  const options = await readOptions(tx, choicesOf(prepared), occasion)
  const reading = await readLedger({ fileName, bytes: await fileBytes(tx, fileId) }, { ...options, register })
  if ('code' in reading) return fileRefused(reading)
  const found = reading.sheets.find(({ plan }) => plan.sheet === sheet)
  if (!found) return noSuchSheet(sheet)
  register.turnTo({ batchId: prepared.importId, period: found.plan.period })
  const trial = trialOf(found, prepared.corrections[sheet] ?? {})
  const inSheet = fieldsIn(found)
  for await (const rows of chunks(found.rows(), chunkSize)) {
    const comparison = compareRows(rows, register.take, inSheet)
    countInto(trial.tally, comparison)
    for (const { row, difference } of comparison.known) trial.differs(row.row, row.key, difference)
    for (const row of rows) trial.see(row)
  }
  return trial.end()
}

type Growing = {
  readonly tally: Tally
  differs(row: number, key: string, difference: Parameters<typeof differenceRow>[2]): void
  see(row: LedgerRow): void
  end(): Trial
}

function trialOf(sheet: SheetReading, typed: FileImport['corrections'][string]): Growing {
  const { plan } = sheet
  const layout = plan.layout ?? undefined
  const shown = (row: RecordRow): SheetRow =>
    gridRow(row, { columns: plan.columns, layout, typed: typed[row.rowNumber] ?? {} })
  const tally = newTally()
  const views: Record<RowView, number> = { all: 0, good: 0, bad: 0, twice: 0, warned: 0, fixed: 0 }
  const rows: Record<RowView, SheetRow[]> = { all: [], good: [], bad: [], twice: [], warned: [], fixed: [] }
  const groups = new Map<string, ProblemGroup>()
  const fields = new Map<string, number>()
  const differences: RowDifference[] = []
  let before: RecordRow | undefined
  let wantsNext = false

  const put = (view: RowView, row: SheetRow): void => {
    views[view]++
    if (rows[view].length < shownAtMost) rows[view].push(row)
  }
  /** The rows above and below a wrong one are shown beside it, in grey. */
  const neighbour = (row: RecordRow): void => {
    if (rows.bad.length < shownAtMost && rows.bad.at(-1)?.row !== row.rowNumber) {
      rows.bad.push({ ...shown(row), problems: [], isContext: true })
    }
  }
  return {
    tally,
    differs(row, key, difference) {
      for (const { field } of difference.changes) fields.set(field, (fields.get(field) ?? 0) + 1)
      if (difference.changes.length + difference.conflicts.length === 0) return
      if (differences.length < differencesAtMost) differences.push(differenceRow(row, key, difference, layout))
    },
    see(row) {
      if (row.status === 'ignored') return
      for (const problem of row.problems) countGroup(groups, problem, row.rowNumber)
      const isBad = row.status === 'setAside' && !isTwin(row.problems)
      if (isBad && before) neighbour(before)
      else if (wantsNext && !isBad) neighbour(row)
      wantsNext = isBad
      before = isBad ? undefined : row
      const shownRow = shown(row)
      put('all', shownRow)
      put(row.status === 'accepted' ? 'good' : isBad ? 'bad' : 'twice', shownRow)
      if (row.status === 'accepted' && row.problems.length > 0) put('warned', shownRow)
      if (row.changes.length > 0 || typed[row.rowNumber] !== undefined) put('fixed', shownRow)
    },
    end: () => ({
      kind: layout?.kind ?? null,
      counts: { ...countsOf(sheet.summary()), ...tally },
      views,
      groups: [...groups.values()].toSorted((a, b) => a.severity.localeCompare(b.severity) || b.count - a.count),
      columns: gridColumns(plan.columns, layout),
      rows,
      changedFields: [...fields]
        .map(([field, count]) => ({ title: titleOf(layout, field), count }))
        .toSorted((a, b) => b.count - a.count),
      differences,
    }),
  }
}

function countGroup(
  groups: Map<string, ProblemGroup>,
  { code, column, field, severity, message }: RecordRow['problems'][number],
  firstRow: number,
): void {
  const name = `${code} ${column}`
  const known = groups.get(name)
  groups.set(
    name,
    known ? { ...known, count: known.count + 1 } : { code, column, field, severity, count: 1, message, firstRow },
  )
}

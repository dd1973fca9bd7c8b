import { createHash, type Hash } from 'node:crypto'
import { inTransaction, type Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/fact.ts'
import { keepFile } from '#kernel/files/store.ts'
import type { Actor, Occasion } from '#kernel/occasion.ts'
import { appendToJournal, reactTo } from '#kernel/pipeline/execute.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import type { Platform } from '#kernel/platform.ts'
import { newId } from '#kernel/values/ids.ts'
import { changesText, differenceOf, overlaid, type Difference } from './difference.ts'
import type { BatchRef, Current, Intake, IntakeRow, Revision } from './intake.ts'
import { keepBefore } from './before-images.ts'
import {
  cellText,
  readLedger,
  sheetProblems,
  type Corrections,
  type FileInput,
  type FileProblem,
  type LedgerRow,
  type RecordRow,
  type SheetChoice,
  type SheetReading,
  type SheetSummary,
} from './reading/index.ts'
import { rememberedHeadings } from './headings.ts'
import type { BatchCounts } from './tables.ts'

export type ImportOptions = {
  readonly as?: string
  readonly choices?: ReadonlyMap<string, SheetChoice>
  readonly corrections?: ReadonlyMap<string, Corrections>
  /** Reads and compares, but keeps nothing: what the third and fourth step of the import page show. */
  readonly dryRun?: boolean
  readonly progress?: (done: number, total: number) => void
}

export type SheetOutcome = SheetSummary & {
  /** Null when nothing was imported from this sheet. */
  readonly batchId: string | null
  readonly counts: BatchCounts
}

/** Rows of one file go to the database this many at a time. */
const chunkSize = 2_000

/**
 * Reads a ledger and puts its good rows on record, all sheets of a file in one transaction: after a crash nothing is
 * there, after a commit everything is. The journal gets one entry per sheet with the hash of its rows.
 *
 * Returns a summary per sheet, or what is wrong with the file as a whole.
 */
export async function importFile(
  platform: Platform,
  actor: Actor,
  file: FileInput & { readonly bytes: Uint8Array },
  options: ImportOptions = {},
): Promise<readonly SheetOutcome[] | FileProblem> {
  const intakes = platform.registry.gather('ledgers')
  try {
    return await inTransaction(platform, actor, async (tx) => {
      const occasion = await occasionFor(tx, actor)
      const reading = await readLedger(file, {
        layouts: intakes.map(({ layout }) => layout),
        remembered: await rememberedHeadings(tx),
        court: tx.court,
        today: occasion.machineDay,
        register: { find: (kind, keys) => marksOf(tx, intakes, kind, keys) },
        ...(options.as !== undefined && { as: options.as }),
        ...(options.choices && { choices: options.choices }),
        ...(options.corrections && { corrections: options.corrections }),
      })
      if ('code' in reading) throw new WholeFile(reading)
      const fileId = options.dryRun ? '' : await keepFile(tx, Buffer.from(file.bytes), 'application/octet-stream')
      const total = reading.sheets.reduce((sum, { plan }) => sum + plan.rowCount, 0)
      const progress = counter(total, options.progress)
      const outcomes: SheetOutcome[] = []
      for (const sheet of reading.sheets) {
        const intake = intakes.find(({ layout }) => layout.kind === sheet.plan.layout?.kind)
        outcomes.push(
          await importSheet({
            tx,
            occasion,
            intake,
            sheet,
            file: { fileId, fileName: file.fileName },
            options,
            progress,
          }),
        )
      }
      if (options.dryRun) throw new DryRun(outcomes)
      return outcomes
    })
  } catch (thrown) {
    if (thrown instanceof DryRun) return thrown.outcomes
    if (thrown instanceof WholeFile) return thrown.problem
    throw thrown
  }
}

/** Carries what a dry run found out of the transaction that must not stay. */
class DryRun extends Error {
  readonly outcomes: readonly SheetOutcome[]
  constructor(outcomes: readonly SheetOutcome[]) {
    super('dry run')
    this.outcomes = outcomes
  }
}

class WholeFile extends Error {
  readonly problem: FileProblem
  constructor(problem: FileProblem) {
    super(problem.code)
    this.problem = problem
  }
}

async function marksOf(tx: Tx, intakes: readonly Intake[], kind: string, keys: readonly string[]) {
  const intake = intakes.find(({ layout }) => layout.kind === kind)
  const found = (await intake?.current(tx, keys, null)) ?? new Map<string, Current>()
  return new Map([...found].map(([key, { marks }]) => [key, marks]))
}

function counter(total: number, report: ImportOptions['progress']): (rows: number) => void {
  let done = 0
  return (rows) => {
    done += rows
    report?.(done, total)
  }
}

type SheetWork = {
  readonly tx: Tx
  readonly occasion: Occasion
  readonly intake: Intake | undefined
  readonly sheet: SheetReading
  readonly file: { readonly fileId: string; readonly fileName: string }
  readonly options: ImportOptions
  readonly progress: (rows: number) => void
}

async function importSheet(work: SheetWork): Promise<SheetOutcome> {
  const { tx, occasion, intake, sheet, options } = work
  const run = newRun(sheet)
  const stopped = intake === undefined || sheet.plan.missing.length > 0
  if (!stopped) await openBatch(work, intake, run)
  for await (const rows of chunks(sheet.rows(), chunkSize)) {
    work.progress(rows.length)
    if (stopped) continue
    await take(tx, intake, rows, run, occasion)
    await keepRows(tx, rows, run)
  }
  const summary = sheet.summary()
  const counts = { ...countsOf(summary), ...run.tally }
  const isEmpty = stopped || summary.accepted + summary.setAside === 0
  if (!isEmpty && !options.dryRun) await closeBatch(work, intake, run, counts)
  if (isEmpty && !stopped) await dropBatch(tx, run.batch.batchId)
  return {
    ...summary,
    problems: stopped ? sheetProblems(sheet.plan) : summary.problems,
    batchId: isEmpty || options.dryRun ? null : run.batch.batchId,
    counts,
  }
}

type Run = {
  readonly batch: BatchRef
  readonly inSheet: ReadonlySet<string>
  readonly hash: Hash
  readonly facts: Fact[]
  readonly tally: { created: number; changed: number; same: number; conflicts: number }
}

const newRun = ({ plan }: SheetReading): Run => ({
  batch: { batchId: newId(), period: plan.period },
  inSheet: new Set(plan.columns.flatMap(({ field }) => (field === null ? [] : [field]))),
  hash: createHash('sha256'),
  facts: [],
  tally: { created: 0, changed: 0, same: 0, conflicts: 0 },
})

const countsOf = ({ rowsRead, accepted, setAside, ignored, warnings }: SheetSummary) => ({
  rowsRead,
  accepted,
  setAside,
  ignored,
  warnings,
})

/** One chunk: what is new is created, what differs is revised, what is the same is left alone. */
async function take(tx: Tx, intake: Intake, rows: readonly LedgerRow[], run: Run, occasion: Occasion): Promise<void> {
  const accepted = rows.filter((row): row is RecordRow => row.status === 'accepted').map(intakeRow)
  for (const { record } of accepted) run.hash.update(rowText(record))
  const current = await intake.current(
    tx,
    accepted.map(({ key }) => key),
    run.batch,
  )
  const fresh = accepted.filter(({ key }) => !current.has(key))
  const known = accepted.flatMap((row) => {
    const found = current.get(row.key)
    return found ? [{ row, found, difference: differenceOf(row, found, run.inSheet) }] : []
  })
  await create(tx, intake, fresh, run, occasion)
  await revise(tx, intake, known, run, occasion)
}

const intakeRow = ({ rowNumber, key, record, extra }: RecordRow): IntakeRow => ({
  row: rowNumber,
  key: key ?? `row ${rowNumber}`,
  record,
  extra,
})

const rowText = (record: IntakeRow['record']): string =>
  `${JSON.stringify(record, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))}\n`

async function create(tx: Tx, intake: Intake, rows: readonly IntakeRow[], run: Run, occasion: Occasion): Promise<void> {
  if (rows.length === 0) return
  const ids = await intake.create(tx, rows, run.batch, occasion)
  run.tally.created += rows.length
  for (const id of ids) run.facts.push(intake.fact(id, 'imported'))
  await insertRecords(
    tx,
    run.batch.batchId,
    rows.map(({ row }, i) => ({ row, subject: intake.subject(ids[i] ?? ''), change: 'created' as const, diff: null })),
  )
}

type Known = { readonly row: IntakeRow; readonly found: Current; readonly difference: Difference }

async function revise(tx: Tx, intake: Intake, known: readonly Known[], run: Run, occasion: Occasion): Promise<void> {
  const differing = known.filter(({ difference }) => difference.changes.length > 0)
  const conflicting = known.filter(({ difference }) => difference.conflicts.length > 0)
  run.tally.changed += differing.length
  run.tally.conflicts += conflicting.length
  run.tally.same +=
    known.length -
    known.filter(({ difference: { changes, conflicts } }) => changes.length + conflicts.length > 0).length
  const touched = known.filter((one) => differing.includes(one) || conflicting.includes(one))
  if (touched.length === 0) return
  await insertRecords(
    tx,
    run.batch.batchId,
    touched.map((one) => recordLine(tx, intake, one)),
  )
  if (differing.length === 0) return
  await keepBefore(
    tx,
    intake.tables,
    run.batch.batchId,
    differing.map(({ found }) => found.id),
  )
  const revisions = differing.map(({ row, found, difference }): Revision => ({
    id: found.id,
    row,
    record: overlaid({ ...row.record, ...found.record }, difference.changes),
    changed: difference.changes.map(({ field }) => field),
  }))
  await intake.revise(tx, revisions, run.batch, occasion)
  for (const { id } of revisions) run.facts.push(intake.fact(id, 'revised'))
}

function recordLine({ court, platform }: Tx, intake: Intake, { row, found, difference }: Known) {
  const { changes, conflicts } = difference
  const diff = platform.cipher.seal(court, 'ledger-difference', changesText([...changes, ...conflicts]))
  return {
    row: row.row,
    subject: intake.subject(found.id),
    change: changes.length > 0 ? ('changed' as const) : ('conflict' as const),
    diff,
  }
}

type RecordLine = {
  readonly row: number
  readonly subject: string
  readonly change: 'created' | 'changed' | 'conflict'
  readonly diff: string | null
}

const insertRecords = (tx: Tx, batchId: string, lines: readonly RecordLine[]) =>
  tx.client.query({
    name: 'ledgers_record_insert',
    text: `insert into ledgers_record (batch_id, row, subject, change, diff)
           select $1::uuid, * from unnest($2::int[], $3::text[], $4::text[], $5::text[])`,
    values: [
      batchId,
      lines.map(({ row }) => row),
      lines.map(({ subject }) => subject),
      lines.map(({ change }) => change),
      lines.map(({ diff }) => diff),
    ],
  })

/** Rows that wait, and accepted ones that carry a warning, stay readable until someone has seen to them. */
async function keepRows(tx: Tx, rows: readonly LedgerRow[], run: Run): Promise<void> {
  const telling = rows.filter(
    (row): row is RecordRow => row.status === 'setAside' || (row.status === 'accepted' && row.problems.length > 0),
  )
  if (telling.length === 0) return
  const { cipher } = tx.platform
  const sealed = ({ cells }: RecordRow) =>
    cipher.seal(tx.court, 'ledger-row', JSON.stringify(cells.map((cell) => cellText(cell))))
  await tx.client.query({
    name: 'ledgers_row_insert',
    text: `insert into ledgers_row (batch_id, row, status, key, cells, problems)
           select $1::uuid, * from unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::jsonb[])`,
    values: [
      run.batch.batchId,
      telling.map(({ rowNumber }) => rowNumber),
      telling.map(({ status }) => (status === 'setAside' ? 'set-aside' : 'accepted')),
      telling.map(({ key }) => key),
      telling.map(sealed),
      telling.map(({ problems }) => JSON.stringify(problems)),
    ],
  })
}

async function openBatch(
  { tx, occasion, sheet: { plan }, file, options }: SheetWork,
  intake: Intake,
  { batch }: Run,
): Promise<void> {
  const choice = options.choices?.get(plan.sheet) ?? {}
  await tx.db
    .insertInto('ledgers_batch')
    .values({
      batch_id: batch.batchId,
      file_id: file.fileId === '' ? await placeholderFile(tx) : file.fileId,
      file_name: file.fileName,
      sheet: plan.sheet,
      kind: intake.layout.kind,
      state: 'applied',
      period_from: batch.period?.from ?? null,
      period_to: batch.period?.to ?? null,
      choices: JSON.stringify(choice),
      counts: JSON.stringify({}) as never,
      rows_hash: '',
      imported_by: occasion.actor.id,
      imported_at: occasion.now.toString(),
      undone_at: null,
    })
    .execute()
}

/** A dry run keeps no file, yet its rows hang on a batch until they are rolled back. */
const placeholderFile = (tx: Tx): Promise<string> => keepNothing(tx)
async function keepNothing(tx: Tx): Promise<string> {
  const none = '0'.repeat(64)
  await tx.client.query(
    "insert into kernel_file (file_id, bytes, media_type) values ($1, 0, 'none') on conflict do nothing",
    [none],
  )
  return none
}

const dropBatch = async (tx: Tx, batchId: string): Promise<void> => {
  await tx.db.deleteFrom('ledgers_batch').where('batch_id', '=', batchId).execute()
}

async function closeBatch(
  { tx, occasion, sheet, file }: SheetWork,
  intake: Intake,
  run: Run,
  counts: BatchCounts,
): Promise<void> {
  const rowsHash = run.hash.digest('hex')
  await tx.db
    .updateTable('ledgers_batch')
    .set({ counts: JSON.stringify(counts) as never, rows_hash: rowsHash })
    .where('batch_id', '=', run.batch.batchId)
    .execute()
  const derived = await reactTo(tx, run.facts, occasion)
  const fact = {
    type: 'ledgers.batch-applied',
    batchId: run.batch.batchId,
    kind: intake.layout.kind,
    fileId: file.fileId,
    fileName: file.fileName,
    sheet: sheet.plan.sheet,
    period: run.batch.period,
    counts,
    rowsHash,
    derived: derived.length,
  }
  await appendToJournal(tx, 'ledgers.import', [{ fact, subjects: [`batch:${run.batch.batchId}`] }], occasion, new Set())
}

async function* chunks<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let chunk: T[] = []
  for await (const item of items) {
    if (chunk.push(item) < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

import { planAnew } from '#kernel/database/plan-anew.ts'
import { inTransaction, type Tx } from '#kernel/database/transaction.ts'
import type { DerivedFact } from '#kernel/capability.ts'
import { keepFile } from '#kernel/files/store.ts'
import type { Actor, Occasion } from '#kernel/occasion.ts'
import { appendToJournal } from '#kernel/pipeline/execute.ts'
import { occasionFor } from '#kernel/pipeline/occasion-for.ts'
import type { Platform } from '#kernel/platform.ts'
import { readerOf, type FileReader } from './file-readers.ts'
import { rememberedHeadings, rememberHeadings } from './headings.ts'
import { workAlone } from './importing/alone.ts'
import { closeBatch, dropBatch, earlierBatch, openBatch, rememberEntries, type Source } from './importing/batch.ts'
import { compareRows, newTally } from './importing/compare.ts'
import { inLine, readAhead } from './importing/read-ahead.ts'
import { remembering, type Remembering } from './importing/remembering.ts'
import { kindOrder, placeOf } from './importing/order.ts'
import { keepTellingRows, takeRows } from './importing/take-rows.ts'
import { factsTogether, tellerOf } from './importing/teller.ts'
import type { Intake } from './intake.ts'
import {
  readLedger,
  sheetProblems,
  type Corrections,
  type FileInput,
  type FileProblem,
  type SheetChoice,
  type SheetReading,
  type SheetSummary,
} from './reading/index.ts'
import type { BatchCounts } from './tables.ts'
import { rememberKind, toldKinds } from './told-kinds.ts'

export type ImportOptions = {
  readonly as?: string | undefined
  /** Hidden sheets are read like the others. */
  readonly hidden?: boolean | undefined
  readonly choices?: ReadonlyMap<string, SheetChoice> | undefined
  readonly corrections?: ReadonlyMap<string, Corrections> | undefined
  readonly importId?: string | undefined
  readonly progress?: ((done: number, total: number) => void) | undefined
}

export type SheetOutcome = SheetSummary & {
  /** Null when nothing was imported from this sheet. */
  readonly batchId: string | null
  /** 第12批. */
  readonly number: number | null
  /** The batch that had brought all of it before. */
  readonly sameAs: number | null
  readonly counts: BatchCounts
}

export type LedgerFile = FileInput & { readonly bytes: Uint8Array }

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
  file: LedgerFile,
  options: ImportOptions = {},
): Promise<readonly SheetOutcome[] | FileProblem> {
  return inTransaction(platform, actor, async (tx) => importInto(tx, file, options, await occasionFor(tx, actor)))
}

/** The same inside a transaction that is already open. A file that cannot be read leaves nothing in it. */
export async function importInto(
  outer: Tx,
  file: LedgerFile,
  options: ImportOptions,
  occasion: Occasion,
): Promise<readonly SheetOutcome[] | FileProblem> {
  const tx = inLine(outer)
  const intakes = tx.platform.registry.gather('ledgers')
  await workAlone(tx)
  const whole = await readerOf(tx, file, options.as)
  if (whole) return takeWhole(tx, whole.reader, file, options, occasion)
  const register = remembering(tx, intakes)
  const reading = await readLedger(file, { ...(await readOptions(tx, options, occasion)), register })
  if ('code' in reading) return reading
  const fileId = await keepFile(tx, Buffer.from(file.bytes), 'application/octet-stream')
  const total = reading.sheets.reduce((sum, { plan }) => sum + plan.rowCount, 0)
  const progress = counter(total, options.progress)
  const outcomes = new Map<number, SheetOutcome>()
  const entries: DerivedFact[] = []
  const order = kindOrder(intakes.map(({ layout }) => layout))
  for (const sheet of reading.sheets.toSorted((a, b) => placeOf(a.plan, order) - placeOf(b.plan, order))) {
    const { plan } = sheet
    const choice = options.choices?.get(plan.sheet) ?? {}
    const source = { fileId, fileName: file.fileName, plan, choice, importId: options.importId }
    const intake = intakes.find(({ layout }) => layout.kind === plan.layout?.kind)
    const { outcome, entry } = await importSheet({ tx, occasion, source, intake, sheet, register, progress })
    outcomes.set(plan.index, outcome)
    if (entry) entries.push(entry)
    if (entry && intake && choice.fields) await rememberHeadings(tx, intake.layout.kind, choice.fields)
    if (choice.kind !== undefined) await rememberKind(tx, plan, choice.kind)
  }
  if (entries.length > 0) {
    const first = await appendToJournal(tx, 'ledgers.import', entries, occasion, new Set())
    await rememberEntries(
      tx,
      [...outcomes.values()].flatMap(({ batchId }) => batchId ?? []),
      first,
    )
  }
  return reading.sheets.flatMap(({ plan }) => outcomes.get(plan.index) ?? [])
}

/** A file that a room reads as a whole: no batch of rows, its own records and its own entry in the journal. */
async function takeWhole(
  tx: Tx,
  reader: FileReader,
  file: LedgerFile,
  { progress = () => {} }: ImportOptions,
  occasion: Occasion,
): Promise<readonly SheetOutcome[] | FileProblem> {
  const fileId = await keepFile(tx, Buffer.from(file.bytes), 'application/octet-stream')
  const taken = await reader.take(tx, { ...file, fileId }, occasion, progress)
  if ('code' in taken) return taken
  const { rowsRead, accepted, created, entries } = taken
  if (entries.length > 0) await appendToJournal(tx, 'ledgers.import', entries, occasion, new Set())
  const counts = {
    rowsRead,
    accepted,
    setAside: 0,
    ignored: rowsRead - accepted,
    warnings: 0,
    created,
    changed: 0,
    same: accepted - created,
    conflicts: 0,
  }
  const sheet = { file: file.fileName, sheet: '', kind: reader.kind, problems: [], ...counts }
  return [{ ...sheet, batchId: null, number: null, sameAs: null, counts }]
}

/** How a file is read in this court: by the layouts of the rooms, with what people said of it and of others before. */
export async function readOptions(tx: Tx, options: ImportOptions, { machineDay }: Pick<Occasion, 'machineDay'>) {
  const { as, hidden, choices, corrections } = options
  await planAnew(tx)
  return {
    layouts: tx.platform.registry.gather('ledgers').map(({ layout }) => layout),
    remembered: await rememberedHeadings(tx),
    told: await toldKinds(tx),
    court: tx.court,
    today: machineDay,
    ...(as !== undefined && { as }),
    ...(hidden !== undefined && { hidden }),
    ...(choices && { choices }),
    ...(corrections && { corrections }),
  }
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
  readonly source: Source
  readonly intake: Intake | undefined
  readonly sheet: SheetReading
  readonly register: Remembering
  readonly progress: (rows: number) => void
}

type Imported = { readonly outcome: SheetOutcome; readonly entry?: DerivedFact }

async function importSheet(work: SheetWork): Promise<Imported> {
  const { tx, occasion, source, intake, sheet, register, progress } = work
  if (intake === undefined || source.plan.left !== null || source.plan.missing.length > 0) return unread(work)
  const open = await openBatch(tx, source, intake, occasion)
  const inSheet = fieldsIn(source)
  const teller = tellerOf(tx, occasion)
  register.turnTo(open.batch)
  let [taken, planNext] = [0, chunkSize]
  try {
    for await (const rows of readAhead(chunks(sheet.rows(), chunkSize))) {
      await takeRows(tx, open, compareRows(rows, register.take, inSheet), occasion)
      await keepTellingRows(tx, open.batch.batchId, rows)
      if (open.facts.length >= factsTogether) await teller.tell(open.facts.splice(0))
      progress(rows.length)
      taken += rows.length
      if (taken < planNext) continue
      // Each time the ledger has doubled.
      planNext *= 2
      await planAnew(tx)
    }
  } finally {
    // Nobody may still be at work when the transaction ends.
    await teller.heard().catch(() => {})
  }
  const summary = sheet.summary()
  const counts = { ...countsOf(summary), ...open.tally }
  const { batchId } = open.batch
  const sameAs = bringsNothing(counts) ? await earlierBatch(tx, source, batchId) : null
  if (sameAs !== null || summary.accepted + summary.setAside === 0) {
    await dropBatch(tx, batchId)
    return { outcome: { ...summary, batchId: null, number: null, sameAs, counts } }
  }
  const entry = await closeBatch(tx, source, open, counts, teller)
  return { outcome: { ...summary, batchId, number: open.number, sameAs: null, counts }, entry }
}

/** A sheet that no room knows, or that lacks a column it cannot do without: its rows are counted and nothing else. */
async function unread({ source, sheet, progress }: SheetWork): Promise<Imported> {
  for await (const rows of chunks(sheet.rows(), chunkSize)) progress(rows.length)
  const summary = sheet.summary()
  const counts = { ...countsOf(summary), ...newTally() }
  const problems = sheetProblems(source.plan)
  return { outcome: { ...summary, problems, batchId: null, number: null, sameAs: null, counts } }
}

export const fieldsIn = ({ plan }: Pick<Source, 'plan'>): ReadonlySet<string> =>
  new Set(plan.columns.flatMap(({ field }) => (field === null ? [] : [field])))

const bringsNothing = ({ created, changed, conflicts }: BatchCounts): boolean => created + changed + conflicts === 0

export const countsOf = ({ rowsRead, accepted, setAside, ignored, warnings }: SheetSummary) => ({
  rowsRead,
  accepted,
  setAside,
  ignored,
  warnings,
})

export async function* chunks<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let chunk: T[] = []
  for await (const item of items) {
    if (chunk.push(item) < size) continue
    yield chunk
    chunk = []
  }
  if (chunk.length > 0) yield chunk
}

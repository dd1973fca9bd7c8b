import { createHash } from 'node:crypto'
import type { Tx } from '#kernel/database/transaction.ts'
import type { DerivedFact } from '#kernel/capability.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { newId } from '#kernel/values/ids.ts'
import type { Intake } from '../intake.ts'
import type { SheetChoice, SheetPlan } from '../reading/index.ts'
import type { BatchCounts } from '../tables.ts'
import { newTally } from './compare.ts'
import type { Filling } from './take-rows.ts'
import type { Teller } from './teller.ts'

/** Where rows come from: a sheet of a kept file, as a person chose to read it. */
export type Source = {
  readonly fileId: string
  readonly fileName: string
  readonly plan: SheetPlan
  readonly choice: SheetChoice
  readonly importId?: string | undefined
  readonly corrects?: string | undefined
}

export type OpenBatch = Filling & { readonly number: number; readonly numbers: ReadonlyMap<string, number> }

/** Opens the next batch of the court. */
export async function openBatch(
  tx: Tx,
  source: Source,
  intake: Intake,
  { actor, now }: Occasion,
  batchId: string = newId(),
): Promise<OpenBatch> {
  const { plan, choice, fileId, fileName, importId = null, corrects = null } = source
  const batch = { batchId, period: plan.period }
  const number = await nextBatchNumber(tx)
  await tx.db
    .insertInto('ledgers_batch')
    .values({
      batch_id: batchId,
      number,
      seq: '0',
      import_id: importId,
      corrects,
      file_id: fileId,
      file_name: fileName,
      sheet: plan.sheet,
      kind: intake.layout.kind,
      state: 'applied',
      period_from: plan.period?.from ?? null,
      period_to: plan.period?.to ?? null,
      choices: JSON.stringify(choice),
      counts: JSON.stringify({}) as never,
      rows_hash: '',
      head: JSON.stringify(plan.head) as never,
      columns: JSON.stringify(plan.columns) as never,
      imported_by: actor.id,
      imported_at: now.toString(),
      undone_at: null,
    })
    .execute()
  const numbers = await numberSeries(tx)
  return { batch, intake, number, numbers, hash: createHash('sha256'), facts: [], tally: newTally() }
}

async function nextBatchNumber(tx: Tx): Promise<number> {
  const last = await tx.db
    .selectFrom('ledgers_batch')
    .select((eb) => eb.fn.max('number').as('number'))
    .executeTakeFirst()
  return (last?.number ?? 0) + 1
}

/** Lets the other rooms hear of the records, and writes down what the batch was. Returns its journal entry. */
export async function closeBatch(
  tx: Tx,
  { plan, fileId, fileName, corrects }: Source,
  open: OpenBatch,
  counts: BatchCounts,
  teller: Teller,
): Promise<DerivedFact> {
  const { batch, intake, facts } = open
  const rowsHash = open.hash.digest('hex')
  await teller.tell(facts)
  const derived = await teller.heard()
  await keepNumbers(tx, open)
  await tx.db
    .updateTable('ledgers_batch')
    .set({ counts: JSON.stringify(counts) as never, rows_hash: rowsHash })
    .where('batch_id', '=', batch.batchId)
    .execute()
  const fact = {
    type: 'ledgers.batch-applied',
    batchId: batch.batchId,
    number: open.number,
    kind: intake.layout.kind,
    fileId,
    fileName,
    sheet: plan.sheet,
    period: batch.period,
    ...(corrects !== undefined && { corrects }),
    counts,
    rowsHash,
    derived,
  }
  return { fact, subjects: [`batch:${batch.batchId}`] }
}

/** Which entry of the journal speaks of which batch: what is built on a batch comes after it. */
export async function rememberEntries(tx: Tx, batchIds: readonly string[], first: string): Promise<void> {
  for (const [i, batchId] of batchIds.entries()) {
    await tx.db
      .updateTable('ledgers_batch')
      .set({ seq: (BigInt(first) + BigInt(i)).toString() })
      .where('batch_id', '=', batchId)
      .execute()
  }
}

/** A batch that brought nothing the register does not hold leaves no trace. */
export async function dropBatch(tx: Tx, batchId: string): Promise<void> {
  for (const table of ['ledgers_row', 'ledgers_record', 'ledgers_batch'] as const) {
    await tx.db.deleteFrom(table).where('batch_id', '=', batchId).execute()
  }
}

/** The batch of the same sheet of the same file that still stands. */
export async function earlierBatch(tx: Tx, { fileId, plan }: Source, except: string): Promise<number | null> {
  const earlier = await tx.db
    .selectFrom('ledgers_batch')
    .select('number')
    .where('file_id', '=', fileId)
    .where('sheet', '=', plan.sheet)
    .where('state', '=', 'applied')
    .where('batch_id', '<>', except)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  return earlier?.number ?? null
}

async function numberSeries(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.db.selectFrom('kernel_number').select(['series', 'year', 'last']).execute()
  return new Map(rows.map(({ series, year, last }) => [`${year} ${series}`, last]))
}

/** Series that this batch raised, with where they stood. */
async function keepNumbers(tx: Tx, { batch, numbers }: OpenBatch): Promise<void> {
  const now = await numberSeries(tx)
  const raised = [...now].filter(([name, last]) => numbers.get(name) !== last)
  if (raised.length === 0) return
  await tx.db
    .insertInto('ledgers_number')
    .values(
      raised.map(([name, last]) => ({
        batch_id: batch.batchId,
        series: name.slice(name.indexOf(' ') + 1),
        year: Number(name.slice(0, name.indexOf(' '))),
        was: numbers.get(name) ?? null,
        became: last,
      })),
    )
    .execute()
}

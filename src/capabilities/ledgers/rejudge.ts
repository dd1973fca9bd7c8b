import type { Tx } from '#kernel/database/transaction.ts'
import { fileBytes } from '#kernel/files/store.ts'
import type { Occasion } from '#kernel/occasion.ts'
import type { Refusal } from '#kernel/problem.ts'
import { fieldsIn, readOptions } from './import-file.ts'
import { workAlone } from './importing/alone.ts'
import { compareRows, type Comparison } from './importing/compare.ts'
import { remembering } from './importing/remembering.ts'
import { fileRefused, noSuchRow, noSuchSheet } from './problems.ts'
import { readLedger, type Corrections, type RecordRow, type SheetPlan } from './reading/index.ts'
import { correctionsOf } from './run-import.ts'
import { findImport, type Batch } from './store.ts'
import { isRefusal } from '#kernel/problem.ts'

export type Rejudged = {
  readonly plan: SheetPlan
  readonly accepted: readonly RecordRow[]
  readonly refused: readonly RecordRow[]
  readonly comparison: Comparison
}

/** Reads the kept file again with what was typed, and judges the named rows among all the others. Writes nothing. */
export async function rejudge(
  tx: Tx,
  batch: Batch,
  typed: Corrections,
  occasion: Occasion,
): Promise<Rejudged | Refusal> {
  await workAlone(tx)
  const absent = await notWaiting(tx, batch.batchId, [...typed.keys()])
  if (absent !== undefined) return noSuchRow(absent)
  const { sheet, kind, fileName, fileId, choice, period } = batch
  const intakes = tx.platform.registry.gather('ledgers')
  const register = remembering(tx, intakes)
  const options = {
    choices: new Map([[sheet, { ...choice, kind, period, read: true }]]),
    corrections: new Map([[sheet, mergeTyped(await typedBefore(tx, batch), typed)]]),
  }
  const file = { fileName, bytes: await fileBytes(tx, fileId) }
  const reading = await readLedger(file, {
    ...(await readOptions(tx, options, occasion)),
    register,
    last: new Set(typed.keys()),
  })
  if ('code' in reading) return fileRefused(reading)
  const found = reading.sheets.find(({ plan }) => plan.sheet === sheet)
  if (!found) return noSuchSheet(sheet)
  register.turnTo({ batchId: batch.batchId, period })
  const rows: RecordRow[] = []
  for await (const row of found.rows()) if (row.status !== 'ignored' && typed.has(row.rowNumber)) rows.push(row)
  return {
    plan: found.plan,
    accepted: rows.filter(({ status }) => status === 'accepted'),
    refused: rows.filter(({ status }) => status === 'setAside'),
    comparison: compareRows(rows, register.take, fieldsIn(found)),
  }
}

async function notWaiting(tx: Tx, batchId: string, rows: readonly number[]): Promise<number | undefined> {
  const waiting = await tx.db
    .selectFrom('ledgers_row')
    .select('row')
    .where('batch_id', '=', batchId)
    .where('row', 'in', [...rows])
    .where('status', '=', 'set-aside')
    .execute()
  return rows.find((row) => !waiting.some((one) => one.row === row))
}

/** What was typed into the draft that this batch came from. */
async function typedBefore(tx: Tx, { batchId, sheet }: Batch): Promise<Corrections> {
  const batch = await tx.db
    .selectFrom('ledgers_batch')
    .select('import_id')
    .where('batch_id', '=', batchId)
    .executeTakeFirst()
  if (!batch?.import_id) return new Map()
  const prepared = await findImport(tx, batch.import_id)
  return isRefusal(prepared) ? new Map() : correctionsOf(prepared.corrections[sheet] ?? {})
}

const mergeTyped = (before: Corrections, now: Corrections): Corrections =>
  new Map([...before, ...[...now].map(([row, fields]) => [row, { ...before.get(row), ...fields }] as const)])

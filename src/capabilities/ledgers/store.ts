import { recordKind } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { isRefusal, type Refusal } from '#kernel/problem.ts'
import { noSuchBatch, noSuchImport } from './problems.ts'
import type { MappedColumn, SheetChoice, SheetPlan } from './reading/index.ts'
import type { BatchCounts, ImportState } from './tables.ts'

/** One sheet that came in. */
export type Batch = {
  readonly batchId: string
  readonly number: number
  readonly seq: string
  readonly state: 'applied' | 'undone'
  readonly kind: string
  readonly fileId: string
  readonly fileName: string
  readonly sheet: string
  readonly period: { readonly from: string; readonly to: string } | null
  readonly choice: SheetChoice
  readonly counts: BatchCounts
  readonly head: SheetPlan['head']
  readonly columns: readonly MappedColumn[]
  readonly corrects: string | null
  readonly importedBy: string
  readonly importedAt: string
  readonly undoneAt: string | null
  readonly version: number
}

export const batchRecord = recordKind<Batch>({
  kind: 'batch',
  idField: 'batchId',
  load: findBatch,
  belongs: ({ importedBy }) => ({ own: [importedBy], team: null }),
  version: ({ version }) => version,
})

export async function findBatch(tx: Tx, batchId: string, lock = false): Promise<Batch | Refusal> {
  const query = tx.db.selectFrom('ledgers_batch').selectAll().where('batch_id', '=', batchId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return noSuchBatch()
  return {
    batchId: row.batch_id,
    number: row.number,
    seq: row.seq,
    state: row.state,
    kind: row.kind,
    fileId: row.file_id,
    fileName: row.file_name,
    sheet: row.sheet,
    period: row.period_from === null || row.period_to === null ? null : { from: row.period_from, to: row.period_to },
    choice: row.choices as SheetChoice,
    counts: row.counts,
    head: row.head,
    columns: row.columns,
    corrects: row.corrects,
    importedBy: row.imported_by,
    importedAt: row.imported_at,
    undoneAt: row.undone_at,
    version: row.version,
  }
}

/** Cells typed in place of wrong ones: sheet → row → field → text. */
export type TypedCells = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>

/** A file on its way in. */
export type FileImport = {
  readonly importId: string
  readonly fileId: string
  readonly fileName: string
  readonly state: ImportState
  readonly choices: Readonly<Record<string, SheetChoice>>
  readonly corrections: TypedCells
  readonly outcome: unknown
  readonly rowsDone: number
  readonly rowsTotal: number
  readonly openedBy: string
  readonly startedBy: string | null
  readonly startedAt: string | null
  readonly finishedAt: string | null
  readonly lastError: string | null
  readonly version: number
}

export const importRecord = recordKind<FileImport>({
  kind: 'import',
  idField: 'importId',
  load: findImport,
  belongs: ({ openedBy }) => ({ own: [openedBy], team: null }),
  version: ({ version }) => version,
})

/** For whom typed cells are sealed. */
export const typedOwner = 'ledger-typed'

export async function findImport(tx: Tx, importId: string, lock = false): Promise<FileImport | Refusal> {
  const query = tx.db.selectFrom('ledgers_import').selectAll().where('import_id', '=', importId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return noSuchImport()
  const { cipher } = tx.platform
  return {
    importId: row.import_id,
    fileId: row.file_id,
    fileName: row.file_name,
    state: row.state,
    choices: row.choices as FileImport['choices'],
    corrections:
      row.corrections === null ? {} : (JSON.parse(cipher.open(tx.court, typedOwner, row.corrections)) as TypedCells),
    outcome: row.outcome,
    rowsDone: row.rows_done,
    rowsTotal: row.rows_total,
    openedBy: row.opened_by,
    startedBy: row.started_by,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    lastError: row.last_error,
    version: row.version,
  }
}

/** Each of them once, in the order asked for; refused when one is not there. */
export async function findImports(
  tx: Tx,
  importIds: readonly string[],
  lock = false,
): Promise<readonly FileImport[] | Refusal> {
  const found: FileImport[] = []
  for (const importId of new Set(importIds)) {
    const one = await findImport(tx, importId, lock)
    if (isRefusal(one)) return one
    found.push(one)
  }
  return found
}

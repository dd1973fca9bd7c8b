import { fileBytes } from '#kernel/files/store.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { importInto, type ImportOptions, type SheetOutcome } from './import-file.ts'
import type { Corrections, FileProblem, SheetChoice } from './reading/index.ts'
import type { FileImport, TypedCells } from './store.ts'

/** Up to so many rows are imported at once, in the call that asks for it; more run as a job. */
export const rowsAtOnce = 2_000

export type ImportResult =
  | { readonly sheets: readonly SheetLine[] }
  | { readonly problem: { readonly code: string; readonly title: string; readonly detail: string } }
type SheetLine = Pick<SheetOutcome, 'sheet' | 'kind' | 'batchId' | 'number' | 'sameAs' | 'counts'>

/** Takes in what a person prepared, and writes down what came of it, all in the open transaction. */
export async function runImport(
  tx: Tx,
  prepared: FileImport,
  occasion: Occasion,
  progress?: ImportOptions['progress'],
): Promise<ImportResult> {
  const { importId, fileId, fileName } = prepared
  const bytes = await fileBytes(tx, fileId)
  const outcome = await importInto(tx, { fileName, bytes }, { ...choicesOf(prepared), importId, progress }, occasion)
  const result = resultOf(outcome)
  await tx.db
    .updateTable('ledgers_import')
    .set((eb) => ({
      state: 'problem' in result ? 'refused' : 'done',
      outcome: JSON.stringify(result) as never,
      rows_done: eb.ref('rows_total'),
      finished_at: tx.platform.clock().toString(),
      last_error: null,
      version: eb('version', '+', 1),
    }))
    .where('import_id', '=', importId)
    .execute()
  return result
}

function resultOf(outcome: readonly SheetOutcome[] | FileProblem): ImportResult {
  if ('code' in outcome) {
    return { problem: { code: outcome.code, title: outcome.titleZh, detail: outcome.detailZh } }
  }
  return {
    sheets: outcome.map(({ sheet, kind, batchId, number, sameAs, counts }) => {
      return { sheet, kind, batchId, number, sameAs, counts }
    }),
  }
}

/** What a person decided and typed, as a reading takes it. */
export function choicesOf({ choices, corrections }: Pick<FileImport, 'choices' | 'corrections'>): {
  readonly choices: ReadonlyMap<string, SheetChoice>
  readonly corrections: ReadonlyMap<string, Corrections>
} {
  return {
    choices: new Map(Object.entries(choices)),
    corrections: new Map(Object.entries(corrections).map(([sheet, rows]) => [sheet, correctionsOf(rows)])),
  }
}

export const correctionsOf = (rows: TypedCells[string]): Corrections =>
  new Map(Object.entries(rows).map(([row, fields]) => [Number(row), fields]))

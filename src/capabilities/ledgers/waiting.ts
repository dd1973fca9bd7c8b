import type { Tx } from '#kernel/database/transaction.ts'
import { cellsOwner } from './importing/take-rows.ts'
import type { RowProblem } from './reading/index.ts'
import type { RowStatus } from './tables.ts'

/** A row of a batch that has something to say, with the cells of the file. */
export type KeptRow = {
  readonly rowNumber: number
  readonly status: RowStatus
  readonly key: string | null
  readonly cells: readonly string[]
  readonly problems: readonly RowProblem[]
}

export async function keptRows(
  tx: Tx,
  batchId: string,
  status: RowStatus,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly KeptRow[]> {
  const rows = await tx.db
    .selectFrom('ledgers_row')
    .select(['row', 'status', 'key', 'cells', 'problems'])
    .where('batch_id', '=', batchId)
    .where('status', '=', status)
    .where('row', '>', after)
    .orderBy('row')
    .limit(limit)
    .execute()
  return rows.map(({ row, cells, problems, ...kept }) => ({
    ...kept,
    rowNumber: row,
    cells: JSON.parse(tx.platform.cipher.open(tx.court, cellsOwner, cells)) as string[],
    problems: problems as RowProblem[],
  }))
}

import { z } from 'zod'
import type { Tx } from '#kernel/database/transaction.ts'
import { recordReading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { mayUndo, standingOn } from '../commands/undo-batch.ts'
import { BatchHead } from '../contract.ts'
import { gridColumns } from '../grid.ts'
import { intakeOf } from '../kinds.ts'
import { batchRecord, type Batch } from '../store.ts'

/** One batch: what it was, what it did, and whether it may still be taken back. */
export const batch = recordReading({
  name: 'ledgers.batch',
  title: label('导入批次', 'Batch'),
  may: 'ledgers.read',
  record: batchRecord,
  input: z.object({}),
  output: BatchHead,
  read: async (tx, found) => {
    const { fileId: _file, seq: _seq, choice: _choice, head: _head, columns, counts, corrects, ...shown } = found
    const layout = intakeOf(tx, found.kind)?.layout
    const refused = mayUndo({ batch: found, built: await standingOn(tx, found) })
    const { accepted, created, changed, same, conflicts } = counts
    return {
      ...shown,
      accepted,
      created,
      changed,
      same,
      conflicts,
      counts,
      kindTitle: layout?.title.zh ?? found.kind,
      waiting: found.state === 'undone' ? 0 : await waitingIn(tx, found),
      importedBy: await nameOf(tx, found.importedBy),
      columns: gridColumns(columns, layout),
      corrects: corrects === null ? null : await numberOf(tx, corrects),
      correctedBy: await correctionsOf(tx, found),
      undoRefused: refused?.problem.detail.zh ?? null,
    }
  },
})

async function waitingIn(tx: Tx, { batchId }: Batch): Promise<number> {
  const { rows } = await tx.client.query<{ count: number }>(
    "select count(*)::int as count from ledgers_row where batch_id = $1 and status = 'set-aside'",
    [batchId],
  )
  return rows[0]?.count ?? 0
}

/** Batches that came by the command line. */
const systemNames: Readonly<Record<string, string>> = { operator: '运行维护', import: '导入' }

async function nameOf(tx: Tx, importedBy: string): Promise<string> {
  const { rows } = await tx.client.query<{ name: string }>(
    'select name from identity_staff_name where staff_id::text = $1',
    [importedBy],
  )
  return rows[0]?.name ?? systemNames[importedBy] ?? importedBy
}

async function numberOf(tx: Tx, batchId: string): Promise<number | null> {
  const row = await tx.db
    .selectFrom('ledgers_batch')
    .select('number')
    .where('batch_id', '=', batchId)
    .executeTakeFirst()
  return row?.number ?? null
}

async function correctionsOf(tx: Tx, { batchId }: Batch): Promise<number[]> {
  const rows = await tx.db
    .selectFrom('ledgers_batch')
    .select('number')
    .where('corrects', '=', batchId)
    .where('state', '=', 'applied')
    .orderBy('number')
    .limit(1_000)
    .execute()
  return rows.map(({ number }) => number)
}

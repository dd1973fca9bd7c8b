import { recordCommand } from '#kernel/command.ts'
import type { Fact } from '#kernel/fact.ts'
import { label } from '#kernel/values/labels.ts'
import { DropRow } from '../contract.ts'
import { batchIsUndone, noSuchRow } from '../problems.ts'
import { batchRecord } from '../store.ts'

export type RowDropped = Fact & {
  readonly type: 'ledgers.row-dropped'
  readonly batchId: string
  readonly row: number
  readonly reason: string
}

/** A waiting row that will not be imported; the reason stays beside it. */
export const dropRow = recordCommand(batchRecord, {
  name: 'ledgers.drop-row',
  title: label('放弃此行', 'Drop the row'),
  may: 'ledgers.import',
  cites: [],
  input: DropRow,
  load: async (_tx, batch) => batch,
  gate: ({ state }) => (state === 'undone' ? batchIsUndone() : undefined),
  consult: async (tx, { row }, { batchId }) => {
    const waiting = await tx.db
      .selectFrom('ledgers_row')
      .select('row')
      .where('batch_id', '=', batchId)
      .where('row', '=', row)
      .where('status', '=', 'set-aside')
      .executeTakeFirst()
    return waiting ?? noSuchRow(row)
  },
  decide: ({ batchId }, { row, reason }): RowDropped => ({ type: 'ledgers.row-dropped', batchId, row, reason }),
  save: async (tx, facts) => {
    for (const { batchId, row, reason } of facts) {
      await tx.db
        .updateTable('ledgers_row')
        .set({ status: 'dropped', reason })
        .where('batch_id', '=', batchId)
        .where('row', '=', row)
        .execute()
    }
  },
  subjects: ({ batchId }) => [`batch:${batchId}`],
})

import pg from 'pg'
import { z } from 'zod'
import { recordCommand } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/fact.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { unlessRefused, type Refusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { intakeOf } from '../kinds.ts'
import { alreadyUndone, builtUponBatch, restedUpon } from '../problems.ts'
import { batchRecord, type Batch } from '../store.ts'
import { builtUpon, type BuiltUpon } from '../undo/built-upon.ts'
import { takeBack } from '../undo/take-back.ts'

export type BatchUndone = Fact & {
  readonly type: 'ledgers.batch-undone'
  readonly batchId: string
  readonly number: number
  readonly kind: string
}

type Facts = { readonly batch: Batch; readonly built: BuiltUpon }

/** A batch may be taken back while nothing rests on it. */
export function mayUndo({ batch, built }: Facts): Refusal | undefined {
  if (batch.state === 'undone') return alreadyUndone()
  return built.count > 0 ? builtUponBatch(built) : undefined
}

export const undoBatch = recordCommand(batchRecord, {
  name: 'ledgers.undo-batch',
  title: label('撤销本批', 'Undo this batch'),
  may: 'ledgers.import',
  cites: [],
  input: z.object({}),
  load: async (tx, batch): Promise<Facts> => ({ batch, built: await standingOn(tx, batch) }),
  gate: mayUndo,
  decide: ({ batch: { batchId, number, kind } }): BatchUndone => ({
    type: 'ledgers.batch-undone',
    batchId,
    number,
    kind,
  }),
  save: saveUndone,
  subjects: ({ batchId }) => [`batch:${batchId}`],
})

export const standingOn = async (tx: Tx, batch: Batch): Promise<BuiltUpon> =>
  batch.state === 'undone' ? { count: 0, first: [] } : builtUpon(tx, batch, intakeOf(tx, batch.kind))

async function saveUndone(tx: Tx, facts: readonly BatchUndone[], occasion: Occasion): Promise<void> {
  for (const { batchId, kind } of facts) {
    const intake = intakeOf(tx, kind)
    if (!intake) throw new Error(`no room takes in ${kind}`)
    await takeBack(tx, batchId, intake, occasion).catch(refusedByKeys)
    await tx.client.query(
      "update ledgers_batch set state = 'undone', undone_at = $2, version = version + 1 where batch_id = $1",
      [batchId, occasion.now.toString()],
    )
  }
}

/** A foreign key is the last referee: somebody else's row rests on one of the batch. */
function refusedByKeys(error: unknown): never {
  if (error instanceof pg.DatabaseError && error.code === '23503')
    return unlessRefused<never>(restedUpon(error.table ?? ''))
  throw error
}

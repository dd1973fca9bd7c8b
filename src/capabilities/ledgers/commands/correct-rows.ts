import { recordCommand } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/fact.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { appendToJournal } from '#kernel/pipeline/execute.ts'
import { unlessRefused, type Refusal } from '#kernel/problem.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { CorrectRows } from '../contract.ts'
import { closeBatch, openBatch, rememberEntries } from '../importing/batch.ts'
import { keepTellingRows, takeRows } from '../importing/take-rows.ts'
import { tellerOf } from '../importing/teller.ts'
import { intakeOf } from '../kinds.ts'
import { batchIsUndone, noSuchLedger, nothingCorrected } from '../problems.ts'
import { rejudge, type Rejudged } from '../rejudge.ts'
import { batchRecord, findBatch, type Batch } from '../store.ts'

/** What the tables need of a fact and the journal does not hold. */
const carried: unique symbol = Symbol('kept out of the journal')

export type RowsCorrected = Fact & {
  readonly type: 'ledgers.rows-corrected'
  readonly batchId: string
  /** The batch they came in with. */
  readonly newBatchId: string
  readonly rows: readonly number[]
  readonly stillWaiting: readonly number[]
  readonly [carried]: Rejudged
}

/**
 * Waiting rows with wrong cells typed anew, judged again as the file's own rows; those that are right now go on record
 * as a batch of their own. Refused when none is.
 */
export const correctRows = recordCommand(batchRecord, {
  name: 'ledgers.correct-rows',
  title: label('改正', 'Correct rows'),
  may: 'ledgers.import',
  cites: [],
  input: CorrectRows,
  load: async (_tx, batch) => batch,
  gate: ({ state }) => (state === 'undone' ? batchIsUndone() : undefined),
  consult: (tx, { corrections }, batch, occasion) =>
    rejudge(tx, batch, new Map(corrections.map(({ row, fields }) => [row, fields])), occasion),
  decide: ({ batchId }, _input, _occasion, judged): RowsCorrected | Refusal =>
    judged.accepted.length === 0
      ? nothingCorrected(judged.refused.flatMap(({ problems }) => problems))
      : {
          type: 'ledgers.rows-corrected',
          batchId,
          newBatchId: newId(),
          rows: judged.accepted.map(({ rowNumber }) => rowNumber),
          stillWaiting: judged.refused.map(({ rowNumber }) => rowNumber),
          [carried]: judged,
        },
  save: saveCorrected,
  subjects: ({ batchId, newBatchId }) => [`batch:${batchId}`, `batch:${newBatchId}`],
  answer: ({ newBatchId, rows, stillWaiting }) => ({ newBatchId, rows, stillWaiting }),
})

async function saveCorrected(tx: Tx, facts: readonly RowsCorrected[], occasion: Occasion): Promise<void> {
  for (const fact of facts) {
    const batch = unlessRefused(await findBatch(tx, fact.batchId))
    await takeCorrected(tx, batch, fact, occasion)
    await tx.client.query(
      `update ledgers_row set status = 'corrected', corrected_by = $2 where batch_id = $1 and row = any($3::int[])`,
      [fact.batchId, fact.newBatchId, fact.rows],
    )
    await tx.client.query('update ledgers_batch set version = version + 1 where batch_id = $1', [fact.batchId])
  }
}

async function takeCorrected(tx: Tx, batch: Batch, fact: RowsCorrected, occasion: Occasion): Promise<void> {
  const intake = intakeOf(tx, batch.kind)
  if (!intake) return unlessRefused<never>(noSuchLedger(batch.kind))
  const { plan, accepted, comparison } = fact[carried]
  const source = { ...batch, plan, choice: batch.choice, corrects: batch.batchId }
  const open = await openBatch(tx, source, intake, occasion, fact.newBatchId)
  await takeRows(tx, open, comparison, occasion)
  await keepTellingRows(tx, fact.newBatchId, accepted)
  const rows = { rowsRead: accepted.length, accepted: accepted.length, setAside: 0, ignored: 0 }
  const warnings = accepted.filter(({ problems }) => problems.length > 0).length
  const entry = await closeBatch(tx, source, open, { ...rows, warnings, ...open.tally }, tellerOf(tx, occasion))
  const seq = await appendToJournal(tx, 'ledgers.correct-rows', [entry], occasion, new Set())
  await rememberEntries(tx, [fact.newBatchId], seq)
}

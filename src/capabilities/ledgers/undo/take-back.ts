import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { reactTo } from '#kernel/pipeline/execute.ts'
import { workAlone } from '../importing/alone.ts'
import type { Intake } from '../intake.ts'
import { batchTables } from './batch-tables.ts'
import { changedBy, removeChildren, restoreChildren, restoreParents } from './before-images.ts'

/**
 * Puts the tables back as they were before a batch: what it changed from its images, what it made is gone, with the
 * people and parties it brought. The rooms hear of every record.
 */
export async function takeBack(tx: Tx, batchId: string, intake: Intake, occasion: Occasion): Promise<void> {
  await workAlone(tx)
  const created = await createdBy(tx, batchId)
  const changed = await changedBy(tx, intake.tables, batchId)
  await removeChildren(tx, intake.tables, changed)
  await restoreParents(tx, intake.tables, batchId)
  for (const { name, column, type } of (await batchTables(tx)).tables.toReversed()) {
    await tx.client.query(`delete from ${name} where ${column} = $1::${type}`, [batchId])
  }
  await restoreChildren(tx, intake.tables, batchId)
  await lowerNumbers(tx, batchId)
  await reopenRows(tx, batchId)
  await reactTo(
    tx,
    [...created, ...changed].map((id) => intake.fact(id, 'restored')),
    occasion,
  )
}

async function createdBy(tx: Tx, batchId: string): Promise<readonly string[]> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select split_part(subject, ':', 2) as id from ledgers_record where batch_id = $1 and change = 'created' order by row`,
    [batchId],
  )
  return rows.map(({ id }) => id)
}

/**
 * Number series go back to where they stood, unless a number was given since. When a later batch raised the series
 * further, its own memory of where it stood is set back instead.
 */
async function lowerNumbers(tx: Tx, batchId: string): Promise<void> {
  await tx.client.query(
    `update ledgers_number later set was = mine.was
     from ledgers_number mine
     where mine.batch_id = $1 and later.batch_id <> $1 and later.series = mine.series and later.year = mine.year
       and later.was = mine.became`,
    [batchId],
  )
  await tx.client.query(
    `update kernel_number n set last = m.was from ledgers_number m
     where m.batch_id = $1 and n.series = m.series and n.year = m.year and n.last = m.became and m.was is not null`,
    [batchId],
  )
  await tx.client.query(
    `delete from kernel_number n using ledgers_number m
     where m.batch_id = $1 and n.series = m.series and n.year = m.year and n.last = m.became and m.was is null`,
    [batchId],
  )
}

/** Rows of another batch that this one had taken in wait again. */
const reopenRows = (tx: Tx, batchId: string) =>
  tx.client.query("update ledgers_row set status = 'set-aside', corrected_by = null where corrected_by = $1", [batchId])

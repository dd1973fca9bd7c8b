import type { Tx } from '#kernel/database/transaction.ts'
import type { Intake } from '../intake.ts'
import type { Batch } from '../store.ts'
import { namesOf } from '../subject-names.ts'
import { batchTables, type BatchTable, type Reference } from './batch-tables.ts'

/** What stands in the way of taking a batch back: how many records, and the first few by name. */
export type BuiltUpon = { readonly count: number; readonly first: readonly string[] }

const shown = 3

/**
 * What was built on a batch since: acts on its records, later batches that changed them, and rows of others that rest on
 * people, parties or records it brought.
 */
export async function builtUpon(tx: Tx, batch: Batch, intake: Intake | undefined): Promise<BuiltUpon> {
  const acted = await actedUpon(tx, batch)
  if (acted.length > 0) return { count: acted.length, first: await namesOf(tx, acted.slice(0, shown)) }
  return restingOn(tx, batch, intake)
}

/** Records of the batch that a later fact or a later batch speaks of. */
async function actedUpon(tx: Tx, { batchId, seq, number }: Batch): Promise<readonly string[]> {
  const { rows } = await tx.client.query<{ subject: string }>(
    `with mine as (select subject from ledgers_record where batch_id = $1 and change in ('created', 'changed'))
     select m.subject from mine m
     join kernel_subject s on s.court_id = current_court() and s.subject = m.subject and s.seq > $2
     union
     select m.subject from mine m
     join ledgers_record r on r.court_id = current_court() and r.subject = m.subject and r.change in ('created', 'changed')
     join ledgers_batch b on b.court_id = r.court_id and b.batch_id = r.batch_id
     where b.state = 'applied' and b.number > $3 and b.batch_id <> $1
     order by 1`,
    [batchId, seq, number],
  )
  return rows.map(({ subject }) => subject)
}

/** Rows that are not the batch's own and point at rows that are. */
async function restingOn(tx: Tx, batch: Batch, intake: Intake | undefined): Promise<BuiltUpon> {
  const { tables, references } = await batchTables(tx)
  const byName = new Map(tables.map((table) => [table.name, table]))
  let count = 0
  for (const reference of references) {
    const to = byName.get(reference.to)
    if (!to) continue
    count += await countResting(tx, reference, byName.get(reference.from), to, intake, batch.batchId)
  }
  return { count, first: [] }
}

async function countResting(
  tx: Tx,
  { from, fromColumns, toColumns }: Reference,
  fromTable: BatchTable | undefined,
  to: BatchTable,
  intake: Intake | undefined,
  batchId: string,
): Promise<number> {
  const owner = intake?.tables.find(({ name }) => name === from)?.owner
  const on = fromColumns.map((column, i) => `f.${column} = t.${toColumns[i]}`).join(' and ')
  const others = fromTable ? `and f.${fromTable.column} is distinct from $1::${fromTable.type}` : ''
  const unchanged = owner
    ? `and not exists (select from ledgers_before i where i.batch_id = $2 and i.table_name = '${from}' and i.owner_id = f.${owner})`
    : ''
  const { rows } = await tx.client.query<{ count: number }>(
    `select count(*)::int as count from ${from} f join ${to.name} t on ${on}
     where t.${to.column} = $1::${to.type} ${others} ${unchanged} and $2::uuid is not null`,
    [batchId, batchId],
  )
  return rows[0]?.count ?? 0
}

import type { Tx } from '#kernel/database/transaction.ts'
import type { Intake } from './intake.ts'

type Tables = Intake['tables']

/** Keeps every row that hangs on these records as it is now, so that undo can put it back to the letter. */
export async function keepBefore(tx: Tx, tables: Tables, batchId: string, ids: readonly string[]): Promise<void> {
  for (const { name, owner } of tables) {
    await tx.client.query(
      `insert into ledgers_before (batch_id, position, table_name, owner_id, image)
       select $1::uuid, (select coalesce(max(position), 0) from ledgers_before where batch_id = $1::uuid) + row_number() over (),
              $2::text, t.${owner}, to_jsonb(t)
       from ${name} t where t.${owner} = any($3::uuid[])`,
      [batchId, name, ids],
    )
  }
}

/**
 * Takes a batch back: children that the batch made go, records it made go, records it changed get their rows back as
 * they were. Returns the ids of the records that were put back.
 */
export async function restoreBefore(tx: Tx, tables: Tables, batchId: string): Promise<readonly string[]> {
  const [parent, ...children] = tables
  if (!parent) return []
  const { rows } = await tx.client.query<{ owner_id: string }>(
    'select distinct owner_id from ledgers_before where batch_id = $1 and table_name = $2',
    [batchId, parent.name],
  )
  const changed = rows.map(({ owner_id }) => owner_id)
  for (const { name, owner } of children.toReversed()) {
    await tx.client.query(`delete from ${name} where ${owner} = any($1::uuid[]) or batch_id = $2`, [changed, batchId])
  }
  await restoreParents(tx, parent, batchId)
  await tx.client.query(`delete from ${parent.name} where batch_id = $1`, [batchId])
  for (const { name } of children) await restoreRows(tx, name, batchId)
  return changed
}

/** A parent stays where it is, because others point at it; its columns go back to what they were. */
async function restoreParents(tx: Tx, { name, owner }: Tables[number], batchId: string): Promise<void> {
  const columns = await columnsOf(tx, name)
  await tx.client.query(
    `update ${name} t set (${columns.join(', ')}) = (select ${columns.map((c) => `b.${c}`).join(', ')})
     from ledgers_before i, jsonb_populate_record(null::${name}, i.image) b
     where i.batch_id = $1 and i.table_name = $2 and t.${owner} = i.owner_id`,
    [batchId, name],
  )
}

const restoreRows = (tx: Tx, name: string, batchId: string) =>
  tx.client.query(
    `insert into ${name} select b.* from ledgers_before i, jsonb_populate_record(null::${name}, i.image) b
     where i.batch_id = $1 and i.table_name = $2`,
    [batchId, name],
  )

async function columnsOf(tx: Tx, table: string): Promise<readonly string[]> {
  const { rows } = await tx.client.query<{ name: string }>(
    `select attname::text as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  )
  return rows.map(({ name }) => name)
}

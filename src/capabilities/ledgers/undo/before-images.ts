import type { Tx } from '#kernel/database/transaction.ts'
import type { Intake } from '../intake.ts'

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

/** The records that a batch changed. */
export async function changedBy(tx: Tx, [parent]: Tables, batchId: string): Promise<readonly string[]> {
  const { rows } = await tx.client.query<{ owner_id: string }>(
    'select distinct owner_id from ledgers_before where batch_id = $1 and table_name = $2',
    [batchId, parent?.name],
  )
  return rows.map(({ owner_id }) => owner_id)
}

/** What hangs on changed records goes, so that their own rows can go back. */
export async function removeChildren(tx: Tx, [, ...children]: Tables, changed: readonly string[]): Promise<void> {
  for (const { name, owner } of children.toReversed()) {
    await tx.client.query(`delete from ${name} where ${owner} = any($1::uuid[])`, [changed])
  }
}

/** A parent stays where it is, because others point at it; its columns go back to what they were. */
export async function restoreParents(tx: Tx, [parent]: Tables, batchId: string): Promise<void> {
  if (!parent) return
  const { name, owner } = parent
  const columns = await columnsOf(tx, name)
  await tx.client.query(
    `update ${name} t set (${columns.join(', ')}) = (select ${columns.map((c) => `b.${c}`).join(', ')})
     from ledgers_before i, jsonb_populate_record(null::${name}, i.image) b
     where i.batch_id = $1 and i.table_name = $2 and t.${owner} = i.owner_id`,
    [batchId, name],
  )
}

/** What hung on changed records comes back as it was. */
export async function restoreChildren(tx: Tx, [, ...children]: Tables, batchId: string): Promise<void> {
  for (const { name } of children) {
    const columns = (await columnsOf(tx, name)).join(', ')
    await tx.client.query(
      `insert into ${name} (${columns}) select ${columns.replaceAll(/\w+/g, 'b.$&')}
       from ledgers_before i, jsonb_populate_record(null::${name}, i.image) b
       where i.batch_id = $1 and i.table_name = $2`,
      [batchId, name],
    )
  }
}

async function columnsOf(tx: Tx, table: string): Promise<readonly string[]> {
  const { rows } = await tx.client.query<{ name: string }>(
    `select attname::text as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  )
  return rows.map(({ name }) => name)
}

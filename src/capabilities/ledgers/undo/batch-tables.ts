import type { Tx } from '#kernel/database/transaction.ts'

/** A table that batches put rows into, and the column that names the batch. */
export type BatchTable = { readonly name: string; readonly column: string; readonly type: string }
/** A foreign key into such a table. */
export type Reference = {
  readonly from: string
  readonly fromColumns: readonly string[]
  readonly to: string
  readonly toColumns: readonly string[]
}
export type BatchTables = {
  /** Parents before children. */
  readonly tables: readonly BatchTable[]
  readonly references: readonly Reference[]
}

/**
 * Every table of the database with a column `batch_id`, and those whose room calls that column otherwise. Taken from the
 * catalogue, so that no room can forget one.
 */
export async function batchTables(tx: Tx): Promise<BatchTables> {
  const declared = Object.assign({}, ...tx.platform.registry.gather('batchColumns')) as Record<string, string>
  const { rows: found } = await tx.client.query<BatchTable>(
    `select c.relname::text as name, a.attname::text as column, format_type(a.atttypid, a.atttypmod) as type
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'ledgers\\_%'
       and (a.attname = 'batch_id' or (c.relname::text, a.attname::text) in (select * from unnest($1::text[], $2::text[])))`,
    [Object.keys(declared), Object.values(declared)],
  )
  const { rows: references } = await tx.client.query<Reference>(
    `select k.conrelid::regclass::text as from, k.confrelid::regclass::text as to,
            (select array_agg(a.attname::text order by p.at) from unnest(k.conkey) with ordinality p (num, at)
               join pg_attribute a on a.attrelid = k.conrelid and a.attnum = p.num) as "fromColumns",
            (select array_agg(a.attname::text order by p.at) from unnest(k.confkey) with ordinality p (num, at)
               join pg_attribute a on a.attrelid = k.confrelid and a.attnum = p.num) as "toColumns"
     from pg_constraint k
     where k.contype = 'f' and k.confrelid = any($1::regclass[])`,
    [found.map(({ name }) => name)],
  )
  return { tables: parentsFirst(found, references), references }
}

function parentsFirst(tables: readonly BatchTable[], references: readonly Reference[]): readonly BatchTable[] {
  const ordered: BatchTable[] = []
  const visit = (table: BatchTable, path: readonly string[]): void => {
    if (ordered.includes(table) || path.includes(table.name)) return
    const parents = new Set(references.filter(({ from }) => from === table.name).map(({ to }) => to))
    for (const parent of tables) if (parents.has(parent.name)) visit(parent, [...path, table.name])
    ordered.push(table)
  }
  for (const table of tables) visit(table, [])
  return ordered
}

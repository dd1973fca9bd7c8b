import type { Tx } from '#kernel/database/transaction.ts'
import { newId } from '#kernel/values/ids.ts'

/**
 * The people of these names, for an import. A name that nobody has becomes a person without login, proposed by the
 * batch, for the system administrator to confirm. Of several namesakes the one with a login comes first, then the
 * earliest in the register; `namesakes` tells them apart.
 */
export async function staffByName(
  tx: Tx,
  names: readonly string[],
  batch: string,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(names.map((name) => name.trim()))].filter((name) => name !== '')
  if (wanted.length === 0) return new Map()
  await tx.client.query(
    `insert into identity_staff (staff_id, name, proposed_by)
     select fresh.id, fresh.name, $3
     from unnest($1::uuid[], $2::text[]) as fresh (id, name)
     where not exists (select from identity_staff s where s.court_id = current_court() and s.name = fresh.name)
     on conflict do nothing`,
    [wanted.map(() => newId()), wanted, batch],
  )
  const { rows } = await tx.client.query<{ name: string; staff_id: string }>(
    `select distinct on (name) name, staff_id from identity_staff
     where court_id = current_court() and name = any($1)
     order by name, login_name is null, active_until nulls first, staff_id`,
    [wanted],
  )
  return new Map(rows.map(({ name, staff_id }) => [name, staff_id]))
}

/** Names that more than one person of the register has: an import says so instead of guessing in silence. */
export async function namesakes(tx: Tx, names: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await tx.client.query<{ name: string }>(
    `select name from identity_staff where court_id = current_court() and name = any($1)
     group by name having count(*) > 1`,
    [[...new Set(names)]],
  )
  return new Set(rows.map(({ name }) => name))
}

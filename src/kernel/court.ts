import type { Client, Pool } from 'pg'

/** The hash before the first entry of every chain. */
const genesis = Buffer.alloc(32)

/** Opens a court: its row and its empty chain. Done by the owner of the database, never by a request. */
export async function openCourt(owner: Client, court: string, name: string): Promise<void> {
  await owner.query("select set_config('app.court', $1, false)", [court])
  await owner.query('insert into kernel_court (court_id, name) values ($1, $2) on conflict do nothing', [court, name])
  await owner.query('insert into kernel_chain (court_id, seq, hash) values ($1, 0, $2) on conflict do nothing', [
    court,
    genesis,
  ])
}

export async function courtsIn(
  database: Client | Pool,
): Promise<readonly { readonly court: string; readonly name: string }[]> {
  const { rows } = await database.query<{ court: string; name: string }>(
    'select court_id as court, name from kernel_court order by created_at, court_id',
  )
  return rows
}

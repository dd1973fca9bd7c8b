import { sql, type RawBuilder } from 'kysely'
import type { LedgerFilter } from '#capabilities/ledgers'
import type { Tx } from '#kernel/database/transaction.ts'
import { mayInCourt, type Occasion } from '#kernel/occasion.ts'
import { columnOf, type Register, tableOf } from './declaration.ts'

export const readPermission = ({ room, readBy }: Register): string => readBy ?? `${room}.read`
export const recordPermission = ({ room }: Register): string => `${room}.record`

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether the case `c` beside an entry lies within what this person's grants reach. */
export function entryWithin({ actor }: Occasion, permission: string): RawBuilder<boolean> {
  if (mayInCourt(actor, permission)) return sql<boolean>`true`
  const scopes = new Set(actor.grants.filter((grant) => grant.permission === permission).map(({ scope }) => scope))
  const me = scopes.has('own') && isId.test(actor.id) ? actor.id : null
  const teams = scopes.has('team') ? actor.teams : []
  return sql<boolean>`(c.handler_id = ${me}::uuid or c.clerk_id = ${me}::uuid or c.team_id = any(${teams}::uuid[]))`
}

/** Keys of the entries a ledger made now would list: those on record, within reach, of the days asked for. */
export async function keysWithin(
  tx: Tx,
  register: Register,
  { from, to }: LedgerFilter,
  occasion: Occasion,
): Promise<readonly string[]> {
  const day = sql.ref(`e.${columnOf(register.day)}`)
  const { rows } = await sql<{ ledger_key: string }>`
    select e.ledger_key from ${sql.table(tableOf(register))} e
    left join cases_fact_source c on c.court_id = e.court_id and c.case_number = e.case_number
    where e.withdrawn_because is null and ${entryWithin(occasion, readPermission(register))}
      and (${from}::date is null or ${day} >= ${from}::date) and (${to}::date is null or ${day} <= ${to}::date)
    order by ${day} nulls last, e.recorded_at, e.entry_id`.execute(tx.db)
  return rows.map(({ ledger_key }) => ledger_key)
}

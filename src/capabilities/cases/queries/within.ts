import { type RawBuilder, sql } from 'kysely'
import { mayInCourt, type Occasion } from '#kernel/occasion.ts'
import { staffIdOf } from '../clocks/queries/staff-id.ts'

/** Whether a case `c` lies within what this person's grants of one permission reach. */
export function caseWithin({ actor }: Occasion, permission: string): RawBuilder<boolean> {
  if (mayInCourt(actor, permission)) return sql<boolean>`true`
  const scopes = new Set(actor.grants.filter((grant) => grant.permission === permission).map(({ scope }) => scope))
  const me = scopes.has('own') ? staffIdOf(actor) : null
  const teams = scopes.has('team') ? actor.teams : []
  return sql<boolean>`(c.handler_id = ${me}::uuid or c.clerk_id = ${me}::uuid or c.team_id = any(${teams}::uuid[]))`
}

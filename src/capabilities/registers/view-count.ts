import { sql } from 'kysely'
import type { DeskCount } from '#capabilities/desk'
import { mayInCourt } from '#kernel/occasion.ts'
import { pathOf, type Register } from './declaration.ts'
import { entriesShown } from './list.ts'

type Counted = Pick<DeskCount, 'title' | 'order' | 'tone'> & {
  readonly register: Register
  /** The view of the list that it counts and opens. */
  readonly view: string
  /** Whoever holds this in the whole court sees it. */
  readonly may: string
}

/** A view of a register as a figure in the head of the desk. Where there is nothing the head stays short. */
export function countOfView({ register, view, may, ...shown }: Counted): DeskCount {
  const filter = register.views?.find(({ id }) => id === view)?.filter
  if (!filter) throw new RangeError(`${register.room}.${register.plural} has no view ${view}`)
  return {
    ...shown,
    id: `${register.room}.${register.name}-${view}`,
    href: `${pathOf(register)}?view=${view}`,
    count: async (tx, occasion) => {
      if (!mayInCourt(occasion.actor, may)) return null
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from ${entriesShown(register, filter, occasion)} as counted`.execute(tx.db)
      return rows[0]?.n === 0 ? null : (rows[0]?.n ?? null)
    },
  }
}

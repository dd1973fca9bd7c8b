import { sql } from 'kysely'
import type { DeskItem, DeskSource } from '#kernel/capability.ts'
import { mayInCourt } from '#kernel/occasion.ts'
import type { Label } from '#kernel/values/labels.ts'
import { entryHref, fieldOf, type Narrowing, type Register } from './declaration.ts'
import { entriesShown } from './list.ts'

type Waiting = {
  readonly register: Register
  /** Which entries wait, as a view of the list narrows them. */
  readonly filter: Narrowing
  readonly section: Label
  readonly what: Label
  /** The step that is offered. */
  readonly act: { readonly name: string; readonly title: Label }
  /** With whoever holds this in the whole court. */
  readonly may: string
  /** The field that tells why, beside the day. */
  readonly why: string
  /** With whoever handles the case too, and its clerk. */
  readonly andHandler?: boolean
  /** Where a rule reckons from the entry by when it must be done; null while that is no matter for today. */
  readonly due?: (row: Row, today: Temporal.PlainDate) => Pick<DeskItem, 'dueOn' | 'state'> | null
}

type Row = Readonly<Record<string, unknown>>

/** A desk holds what one person can look through; the rest stands in the list. */
const mostItems = 50

/** Entries that wait for a post, not for a person: open calls, rewards to decide. What lies ahead waits for its day. */
export const viewOnDesk = (waiting: Waiting): DeskSource => ({
  section: waiting.section,
  items: async (tx, occasion) => {
    const { register, filter, may, andHandler = false } = waiting
    const { actor, today } = occasion
    const inCourt = mayInCourt(actor, may)
    if (!inCourt && !andHandler) return []
    const whose = inCourt ? sql`true` : sql`${actor.id} in ("handlerId"::text, "clerkId"::text)`
    const { rows } = await sql<Row>`
      select * from ${entriesShown(register, filter, occasion)} as waiting
      where "on" <= ${today.toString()}::date and ${whose} order by "on", "entryId" limit ${mostItems}`.execute(tx.db)
    return rows.flatMap((row) => itemOf(waiting, row, today) ?? [])
  },
})

const whenever = { dueOn: null, state: 'open' } as const

function itemOf({ register, what, act, why, due }: Waiting, row: Row, today: Temporal.PlainDate): DeskItem | null {
  const when = due ? due(row, today) : whenever
  if (when === null) return null
  const text = (field: string | undefined): string | null => {
    const value = field === undefined ? null : row[field]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const entryId = String(row['entryId'])
  return {
    id: `${register.name}:${entryId}:${act.name}`,
    what,
    caseId: text('caseId'),
    caseNumber: text(fieldOf(register, 'case')),
    parties: text(fieldOf(register, 'person')),
    why: [String(row['on']), text(why)].filter((part) => part !== null).join(' '),
    ...when,
    act: {
      title: act.title,
      command: `${register.room}.${act.name}-${register.name}`,
      input: { entryId, version: row['version'] },
      href: entryHref(register, entryId),
    },
    group: `${register.room}.${register.name}.${act.name}`,
  }
}

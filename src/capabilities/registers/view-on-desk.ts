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
}

/** A desk holds what one person can look through; the rest stands in the list. */
const mostItems = 50

/** Entries that wait for a post, not for a person: open calls, rewards to decide. What lies ahead waits for its day. */
export const viewOnDesk = (waiting: Waiting): DeskSource => ({
  section: waiting.section,
  items: async (tx, occasion) => {
    const { register, filter, may } = waiting
    if (!mayInCourt(occasion.actor, may)) return []
    const { rows } = await sql<Readonly<Record<string, unknown>>>`
      select * from ${entriesShown(register, filter, occasion)} as waiting
      where "on" <= ${occasion.today.toString()}::date order by "on", "entryId" limit ${mostItems}`.execute(tx.db)
    return rows.map((row) => itemOf(waiting, row))
  },
})

function itemOf({ register, what, act, why }: Waiting, row: Readonly<Record<string, unknown>>): DeskItem {
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
    dueOn: null,
    state: 'open',
    act: {
      title: act.title,
      command: `${register.room}.${act.name}-${register.name}`,
      input: { entryId, version: row['version'] },
      href: entryHref(register, entryId),
    },
    group: `${register.room}.${register.name}.${act.name}`,
  }
}

import { sql } from 'kysely'
import type { LedgerRecord } from '#capabilities/ledgers'
import type { DeskItem, DeskSource } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { mayInCourt, type Occasion } from '#kernel/occasion.ts'
import type { Label } from '#kernel/values/labels.ts'
import { columnOf, entryHref, fieldOf, type Register, tableOf } from './declaration.ts'
import { ownerIn } from './list.ts'
import { findEntries } from './store.ts'

/** Entries by whose day somebody must have done something: a seizure to renew, a complaint to answer. */
export type Watch = {
  readonly register: Register
  readonly section: Label
  readonly what: Label
  /** The day field that must not pass. */
  readonly day: string
  /** Once any of these is filled nothing is waited for. */
  readonly until: readonly string[]
  /** How many days before it lies on the desk, and from how many on it presses. */
  readonly ahead: (tx: Tx) => Promise<Ahead>
  readonly why: (entry: LedgerRecord) => string
  /** The step that is offered; without it the entry opens. */
  readonly act?: { readonly name: string; readonly title: Label }
  /** Lies with whom the entry names and not with those who handle its case: they do not answer for themselves. */
  readonly onlyNamed?: boolean
  /** Lies with whoever holds this in the whole court, besides those who handle the case or are named. */
  readonly also?: string
}

export type Ahead = {
  readonly days: number
  readonly urgent: number
  /** What has been past for longer than this stands in the list alone. */
  readonly behind?: number
  /** Where the day is not stated: so many days after another. */
  readonly unstated?: { readonly after: string; readonly days: number }
}

/** A desk holds what one person can look through; the rest stands in the list. */
const mostItems = 200
const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * What a watch lays on a desk: with the handler and the clerk of the entry's case and whom it names; where there is nobody,
 * and when the day has passed, with whoever holds `also` in the whole court.
 */
export const watchOn = (watch: Watch): DeskSource => ({
  section: watch.section,
  items: async (tx, occasion) => {
    const ahead = await watch.ahead(tx)
    const due = await dueEntries(tx, watch, ahead, occasion)
    const entries = await findEntries(tx, watch.register, { by: 'entry_id', values: due.map(({ id }) => id) })
    const byId = new Map(entries.map((entry) => [entry.entryId, entry]))
    return due.flatMap(({ id, caseId, on }) => {
      const entry = byId.get(id)
      return entry ? [itemOf(watch, { ...entry, caseId, on }, ahead.urgent, occasion)] : []
    })
  },
})

type Due = { readonly id: string; readonly caseId: string | null; readonly on: string }

async function dueEntries(
  { db }: Tx,
  { register, day, until, also, onlyNamed = false }: Watch,
  { days, unstated, behind }: Ahead,
  { actor, today }: Occasion,
): Promise<readonly Due[]> {
  const me = isId.test(actor.id) ? actor.id : null
  const inCourt = also !== undefined && mayInCourt(actor, also)
  const stated = sql.ref(`e.${columnOf(day)}`)
  const column = unstated
    ? sql`coalesce(${stated}, ${sql.ref(`e.${columnOf(unstated.after)}`)} + ${unstated.days}::int)`
    : stated
  const open = until.map((field) => sql`${sql.ref(`e.${columnOf(field)}`)} is null`)
  const { rows } = await sql<Due>`
    select entry_id as id, case_id as "caseId", due_on as on
    from (select e.entry_id, c.case_id, ${column} as due_on, array[${onlyNamed ? sql`null::uuid` : sql`c.handler_id, c.clerk_id`}, ${ownerIn(register)}] as people
          from ${sql.table(tableOf(register))} e
          left join cases_fact_source c on c.court_id = e.court_id and c.case_number = e.case_number
          where e.withdrawn_because is null and ${column} <= ${today.toString()}::date + ${days}::int
            and (${behind ?? null}::int is null or ${column} >= ${today.toString()}::date - ${behind ?? null}::int)
            and ${sql.join([sql`true`, ...open], sql` and `)}) d
    where ${me}::uuid = any(people)
      or (${inCourt} and (due_on < ${today.toString()}::date or not exists (select from unnest(people) p where p is not null)))
    order by due_on, entry_id limit ${mostItems}`.execute(db)
  return rows
}

function itemOf(
  { register, what, why, act }: Watch,
  { entryId, record, version, caseId, on }: Awaited<ReturnType<typeof findEntries>>[number] & Omit<Due, 'id'>,
  urgent: number,
  { today }: Occasion,
): DeskItem {
  const text = (field: string | undefined): string | null => {
    const value = field === undefined ? null : record[field]
    return typeof value === 'string' && value !== '' ? value : null
  }
  return {
    id: `${register.name}:${entryId}`,
    what,
    caseId,
    caseNumber: text(fieldOf(register, 'case')),
    parties: text(fieldOf(register, 'person')),
    why: why(record),
    dueOn: on,
    state: stateOf(on, today, urgent),
    act: act
      ? { title: act.title, command: `${register.room}.${act.name}-${register.name}`, input: { entryId, version } }
      : { title: register.title, href: entryHref(register, entryId) },
    group: `${register.room}.${register.name}`,
  }
}

function stateOf(on: string, today: Temporal.PlainDate, urgent: number): DeskItem['state'] {
  if (on < today.toString()) return 'overdue'
  return on <= today.add({ days: urgent }).toString() ? 'urgent' : 'due'
}

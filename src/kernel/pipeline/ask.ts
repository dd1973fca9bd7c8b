import { sql } from 'kysely'
import { inTransaction, type Tx } from '../database/transaction.ts'
import { isUnstorable } from '../database/unstorable.ts'
import { mayAnywhere, mayInCourt, type Actor, type Occasion } from '../occasion.ts'
import type { Platform } from '../platform.ts'
import { isRefusal, refuse, Refused, unlessRefused, type Refusal } from '../problem.ts'
import type { ListQuery, Query, ReadingQuery } from '../query.ts'
import { label } from '../values/labels.ts'
import { occasionFor } from './occasion-for.ts'
import { parseInput } from './parse-input.ts'
import { badCursor, notFound, notPermitted, signInFirst, unstorable } from './problems.ts'

export type Question = {
  readonly query: string
  readonly input: unknown
  /** Where the last page ended. */
  readonly after?: string
  readonly limit?: number
  /** The first column of one of the list's orders, `-` for descending. */
  readonly sort?: string
  /** Asks for the number of rows and the sums over all of them. */
  readonly total?: boolean
}

export type Page = {
  readonly rows: readonly Record<string, unknown>[]
  readonly next: string | null
  readonly total?: number
  readonly sums?: Readonly<Record<string, string>>
  readonly apart?: Readonly<Record<string, number>>
}

export const largestPage = 1000

/** Answers a query inside one read-only transaction: a page of a list, or the one answer of a reading. */
export async function ask(platform: Platform, actor: Actor, question: Question): Promise<unknown> {
  const query = platform.registry.queries.get(question.query)
  if (!query) return notFound(label('这个查询', 'query'))
  const barred = barredFrom(query, actor)
  if (barred) return barred
  const input = parseInput(query.input, question.input)
  if (isRefusal(input)) return input
  try {
    return await inTransaction(platform, actor, (tx) => answer(tx, query, actor, question, input), 'read only')
  } catch (error) {
    if (error instanceof Refused) return refuse(error.problem)
    // A cursor is the only part of a question that no schema has looked at.
    if (isUnstorable(error)) return question.after === undefined ? unstorable() : badCursor()
    throw error
  }
}

function barredFrom(query: Query, actor: Actor): Refusal | undefined {
  if (!mayAnywhere(actor, query.may)) return actor.kind === 'anonymous' ? signInFirst() : notPermitted(query.title)
  if (query.shape !== 'list' && query.reach === 'court' && !mayInCourt(actor, query.may)) {
    return notPermitted(query.title)
  }
  return undefined
}

async function answer(tx: Tx, query: Query, actor: Actor, question: Question, input: object): Promise<unknown> {
  const occasion = await occasionFor(tx, actor)
  return query.shape === 'list'
    ? pageOf(tx, query, occasion, question, input)
    : unlessRefused((await query.read(tx, input, occasion)) as object | Refusal)
}

/** One question asked from inside another transaction, by a room that calls its neighbour. */
export const readInside = (tx: Tx, query: ReadingQuery, input: object, occasion: Occasion): Promise<unknown> =>
  query.read(tx, input, occasion)

async function pageOf(
  tx: Tx,
  list: ListQuery,
  occasion: Occasion,
  { after, sort, limit = 200, total }: Question,
  input: object,
): Promise<Page> {
  const order = orderOf(list, sort)
  const size = Math.min(Math.max(1, Math.trunc(limit)), largestPage)
  const scoped = withinScope(tx, list, occasion, input)
  const from = after === undefined ? scoped : scoped.where(beyond(order, after))
  const sorted = order.reduce((q, { column, down }) => q.orderBy(column, down ? 'desc' : 'asc'), from)
  const rows = (await sorted.limit(size + 1).execute()) as Record<string, unknown>[]
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return {
    rows: shown,
    next: rows.length > size && last ? cursorOf(order, last) : null,
    ...(total && (await totals(scoped, list))),
  }
}

/** The list narrowed to what the actor's grants reach. A scope the list does not name gives no rows. */
function withinScope({ db, platform }: Tx, { rows, scope, may }: ListQuery, occasion: Occasion, input: object) {
  const { actor } = occasion
  const all = db.selectFrom(rows(db, input, occasion, platform.registry).as('listed')).selectAll('listed')
  if (mayInCourt(actor, may)) return all
  const held = new Set(actor.grants.filter((g) => g.permission === may).map((g) => g.scope))
  const reached = [
    ...(held.has('own')
      ? (scope.own ?? []).map((column) => sql<boolean>`${sql.ref(`listed.${column}`)} = ${actor.id}`)
      : []),
    ...(held.has('team') && scope.team ? [sql<boolean>`${sql.ref(`listed.${scope.team}`)} = any(${actor.teams})`] : []),
    ...(held.has('unit') && scope.unit ? [sql<boolean>`${sql.ref(`listed.${scope.unit}`)} = ${actor.unit}`] : []),
  ]
  return all.where((eb) => (reached.length > 0 ? eb.or(reached) : eb.val(false)))
}

type OrderColumn = { readonly column: string; readonly down: boolean }

const orderColumn = (key: string): OrderColumn => ({ column: key.replace(/^-/, ''), down: key.startsWith('-') })

function orderOf({ orders }: ListQuery, sort: string | undefined): readonly OrderColumn[] {
  const chosen =
    sort === undefined ? orders[0] : orders.find(([first]) => first?.replace(/^-/, '') === sort.replace(/^-/, ''))
  if (!chosen) throw new Refused(badCursor())
  const turned = sort !== undefined && sort.startsWith('-') !== chosen[0]?.startsWith('-')
  return chosen.map(orderColumn).map(({ column, down }) => ({ column, down: turned ? !down : down }))
}

/** Rows after the cursor in a mixed order: equal in all earlier columns and beyond in this one. */
function beyond(order: readonly OrderColumn[], after: string) {
  const values = valuesOf(after, order.length)
  const steps = order.map(({ column, down }, i) => {
    const equal = order.slice(0, i).map((earlier, j) => sql`${sql.ref(`listed.${earlier.column}`)} = ${values[j]}`)
    const past = sql`${sql.ref(`listed.${column}`)} ${sql.raw(down ? '<' : '>')} ${values[i]}`
    return sql`(${sql.join([...equal, past], sql` and `)})`
  })
  return sql<boolean>`(${sql.join(steps, sql` or `)})`
}

const cursorOf = (order: readonly OrderColumn[], row: Record<string, unknown>): string =>
  Buffer.from(JSON.stringify(order.map(({ column }) => row[column]))).toString('base64url')

function valuesOf(cursor: string, count: number): readonly unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const plain = Array.isArray(values) && values.every((v) => ['string', 'number', 'boolean'].includes(typeof v))
    if (plain && values.length === count) return values as unknown[]
  } catch {}
  throw new Refused(badCursor())
}

async function totals(scoped: ReturnType<typeof withinScope>, { sums, apart }: ListQuery) {
  const kinds = Object.entries(apart)
  const counted = (await scoped
    .clearSelect()
    .select([
      sql<number>`count(*)::int`.as('total'),
      ...sums.map((column) => sql<string>`coalesce(sum(${sql.ref(`listed.${column}`)}), 0)::text`.as(`sum_${column}`)),
      ...kinds.map(([kind, told]) => sql<number>`count(distinct ${told})::int`.as(`apart_${kind}`)),
    ])
    .executeTakeFirstOrThrow()) as Record<string, unknown>
  return {
    total: Number(counted['total']),
    sums: Object.fromEntries(sums.map((column) => [column, String(counted[`sum_${column}`])])),
    apart: Object.fromEntries(kinds.map(([kind]) => [kind, Number(counted[`apart_${kind}`])])),
  }
}

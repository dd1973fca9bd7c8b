import pg from 'pg'
import type { DerivedFact } from '../capability.ts'
import type { Check, Command, Prepared } from '../command.ts'
import { manyRows, planAnew } from '../database/plan-anew.ts'
import { inTransaction, type Tx } from '../database/transaction.ts'
import { factText, type Fact } from '../fact.ts'
import { mayAnywhere, mayInCourt, mayTouch, type Actor, type Occasion } from '../occasion.ts'
import type { Platform } from '../platform.ts'
import { isRefusal, refuse, Refused, unlessRefused, type Problem, type Refusal } from '../problem.ts'
import { isUnstorable } from '../database/unstorable.ts'
import { firstReply, keepReply, twinReply } from './first-reply.ts'
import { occasionFor } from './occasion-for.ts'
import { parseInput } from './parse-input.ts'
import {
  constraintBroken,
  notFound,
  notPermitted,
  outsideScope,
  proveAgain,
  signInFirst,
  staleVersion,
  unstorable,
} from './problems.ts'
import { label } from '../values/labels.ts'

export type Call = {
  readonly command: string
  readonly input: unknown
  /** A repeated call with the same key gets the first answer. */
  readonly idempotencyKey?: string
  /** The version the caller saw; the call is refused when the record has moved on. */
  readonly expectedVersion?: number
}

export type Reply = {
  readonly type: string
  readonly subject: string
  /** Number of the journal entry. */
  readonly seq: string
  /** What rules say that the court has yet to confirm. */
  readonly warnings?: readonly Problem[]
  readonly answer?: Record<string, unknown>
}

/** The personal keys every fact may hold; a command adds its own. */
const personalKeys = ['idNumber', 'phone', 'address', 'bankAccount']

/**
 * One command from call to commit: parse, authorise, look up the key, load and lock, gate, decide, save, react, append
 * to the journal, commit. Returns the reply, or the refusal with everything left as it was.
 */
export async function execute(platform: Platform, actor: Actor, call: Call): Promise<Reply | Refusal> {
  const command = platform.registry.commands.get(call.command)
  if (!command) return notFound(label('这个操作', 'command'))
  const barred = barredFrom(command, actor, platform)
  if (barred) return barred
  const input = parseInput(command.input, call.input)
  if (isRefusal(input)) return input
  return attempt(platform, actor, command, call, input, mostAttempts)
}

/** Two acts that wait for each other: the database stops one of them, which then begins again. */
const mostAttempts = 3
const interlocked = new Set(['40P01', '40001'])

async function attempt(
  platform: Platform,
  actor: Actor,
  command: Command,
  call: Call,
  input: object,
  left: number,
): Promise<Reply | Refusal> {
  try {
    return await inTransaction(platform, actor, (tx) => run(tx, command, actor, call, input))
  } catch (error) {
    if (error instanceof pg.DatabaseError && interlocked.has(error.code ?? '') && left > 1) {
      return attempt(platform, actor, command, call, input, left - 1)
    }
    const refusal = refusalFor(platform, command, error)
    return refusal ? ((await twinReply(platform, actor, call)) ?? refusal) : rethrow(error)
  }
}

/** What stopped the act: a refusal that was thrown, or the database as the last referee. */
function refusalFor({ log }: Platform, command: Command, error: unknown): Refusal | undefined {
  if (error instanceof Refused) return refuse(error.problem)
  if (!(error instanceof pg.DatabaseError)) return undefined
  const { constraint, code } = error
  if (constraint !== undefined) return command.onConstraint[constraint]?.() ?? constraintBroken(constraint)
  if (!isUnstorable(error)) return undefined
  log.error({ command: command.name, code }, 'input the database cannot hold')
  return unstorable()
}

function barredFrom(command: Command, actor: Actor, platform: Platform): Refusal | undefined {
  if (!mayAnywhere(actor, command.may)) return actor.kind === 'anonymous' ? signInFirst() : notPermitted(command.title)
  if (command.sensitive && !provedLately(actor, platform)) return proveAgain()
  return undefined
}

const provedLately = (actor: Actor, { clock }: Platform): boolean =>
  actor.kind === 'system' || (actor.provedAt !== null && clock().since(actor.provedAt).total('minutes') <= 10)

async function run(tx: Tx, command: Command, actor: Actor, call: Call, input: object): Promise<Reply> {
  const first = await firstReply(tx, actor, call)
  if (first) return first
  const occasion = await occasionFor(tx, actor)
  const prepared = unlessRefused(await command.prepare(tx, input, occasion, checksFor(command, actor, call)))
  await prepared.save(tx)
  const reply = await record(tx, command, prepared, occasion)
  await keepReply(tx, actor, call, reply)
  return reply
}

function checksFor(command: Command, actor: Actor, { expectedVersion }: Call): Check {
  return {
    scope: (belongs) => {
      const inside = belongs === null ? mayInCourt(actor, command.may) : mayTouch(actor, command.may, belongs)
      return inside ? undefined : outsideScope(command.title)
    },
    version: (current) =>
      expectedVersion === undefined || expectedVersion === current ? undefined : staleVersion(expectedVersion, current),
  }
}

async function record(tx: Tx, command: Command, prepared: Prepared, occasion: Occasion): Promise<Reply> {
  const { fact, subjects, answer, warnings } = prepared
  const warned = warnings.map(({ type }) => type)
  const derived = await reactTo(tx, [fact], occasion)
  const personal = new Set([...personalKeys, ...command.personal])
  const seq = await appendToJournal(tx, command.name, [{ fact, subjects, warned }, ...derived], occasion, personal)
  return {
    type: fact.type,
    subject: subjects[0],
    seq,
    ...(warnings.length > 0 && { warnings }),
    ...(answer && { answer }),
  }
}

/** Lets the rooms react to facts of one type, then to what they added, until nothing more follows. */
export async function reactTo(tx: Tx, facts: readonly Fact[], occasion: Occasion): Promise<readonly DerivedFact[]> {
  const added: DerivedFact[] = []
  for (const [type, alike] of Map.groupBy(facts, (fact) => fact.type)) {
    for (const reaction of tx.platform.registry.reactions.get(type) ?? []) {
      added.push(...(await reaction.react(tx, alike, occasion)))
    }
  }
  if (added.length === 0) return added
  const further = await reactTo(
    tx,
    added.map(({ fact }) => fact),
    occasion,
  )
  return [...added, ...further]
}

/**
 * The last statement of every writing transaction. `first` numbers the entry of the first fact; the derived ones follow
 * it. Returns the number of the first.
 */
export async function appendToJournal(
  tx: Tx,
  command: string,
  facts: readonly DerivedFact[],
  { actor, now, today, seed }: Occasion,
  personal: ReadonlySet<string>,
): Promise<string> {
  const { cipher } = tx.platform
  const seal = (person: string, plain: string) => cipher.seal(tx.court, `journal:${person}`, plain)
  const entries = facts.map(({ fact, subjects, warned = [] }) => {
    const occurredOn = (fact.occurredOn ?? today).toString()
    const head = { recordedAt: now.toString(), occurredOn, actor: actor.id, command, type: fact.type, subjects }
    const text = `${JSON.stringify({ ...head, posts: actor.posts, seed, ...(warned.length > 0 && { warned }) }).slice(0, -1)},"fact":${factText(fact, personal, seal)}}`
    return { ...head, text }
  })
  if (entries.length >= manyRows) await planAnew(tx)
  const { rows } = await tx.client.query<{ last: string }>({
    name: 'journal_append',
    text: 'select journal_append($1::jsonb) as last, pg_notify($2, $3)',
    values: [JSON.stringify(entries), 'duixian_live', liveText(tx.court, entries)],
  })
  return (BigInt(rows[0]?.last ?? 0) - BigInt(entries.length - 1)).toString()
}

/** NOTIFY takes at most 8,000 bytes; when many records moved, the topic says only that something did. */
function liveText(court: string, entries: readonly { readonly subjects: readonly string[] }[]): string {
  const topics = [...new Set(entries.flatMap(({ subjects }) => subjects))]
  return JSON.stringify({ court, topics: topics.length > 100 ? ['many'] : topics })
}

function rethrow(error: unknown): never {
  throw error
}

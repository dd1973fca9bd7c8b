import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { z } from 'zod'
import type { DerivedFact } from '../capability.ts'
import type { Check, Command, Prepared } from '../command.ts'
import { inTransaction, type Tx } from '../database/transaction.ts'
import { factText, type Fact } from '../fact.ts'
import { mayAnywhere, mayInCourt, mayTouch, type Actor, type Occasion } from '../occasion.ts'
import type { Platform } from '../platform.ts'
import { isRefusal, refuse, Refused, unlessRefused, type Problem, type Refusal } from '../problem.ts'
import { occasionFor } from './occasion-for.ts'
import { parseInput } from './parse-input.ts'
import {
  constraintBroken,
  keyReused,
  notFound,
  notPermitted,
  outsideScope,
  proveAgain,
  signInFirst,
  staleVersion,
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
  try {
    return await inTransaction(platform, actor, (tx) => run(tx, command, actor, call, input))
  } catch (error) {
    if (error instanceof Refused) return refuse(error.problem)
    return (await refusalFor(platform, actor, command, call, error)) ?? rethrow(error)
  }
}

function barredFrom(command: Command, actor: Actor, platform: Platform): Refusal | undefined {
  if (!mayAnywhere(actor, command.may)) return actor.kind === 'anonymous' ? signInFirst() : notPermitted(command.title)
  if (command.sensitive && !provedLately(actor, platform)) return proveAgain()
  return undefined
}

const provedLately = (actor: Actor, { clock }: Platform): boolean =>
  actor.kind === 'system' || (actor.provedAt !== null && clock().since(actor.provedAt).total('minutes') <= 10)

async function run(tx: Tx, command: Command, actor: Actor, call: Call, input: object): Promise<Reply> {
  const inputHash = hashOf(call.input, call.expectedVersion)
  const first = await firstReply(tx, actor, call, inputHash)
  if (first) return first
  const occasion = await occasionFor(tx, actor)
  const prepared = unlessRefused(await command.prepare(tx, input, occasion, checksFor(command, actor, call)))
  await prepared.save(tx)
  const reply = await record(tx, command, prepared, occasion)
  await keepReply(tx, actor, call, inputHash, reply)
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
  const { fact, subjects, answer } = prepared
  const derived = await reactTo(tx, [fact], occasion)
  const personal = new Set([...personalKeys, ...command.personal])
  const seq = await appendToJournal(tx, command.name, [{ fact, subjects }, ...derived], occasion, personal)
  return { type: fact.type, subject: subjects[0], seq, ...(answer && { answer }) }
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
  const entries = facts.map(({ fact, subjects }) => {
    const occurredOn = (fact.occurredOn ?? today).toString()
    const head = { recordedAt: now.toString(), occurredOn, actor: actor.id, command, type: fact.type, subjects }
    const text = `${JSON.stringify({ ...head, posts: actor.posts, seed }).slice(0, -1)},"fact":${factText(fact, personal, seal)}}`
    return { ...head, text }
  })
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

async function firstReply(tx: Tx, actor: Actor, call: Call, inputHash: string): Promise<Reply | undefined> {
  if (call.idempotencyKey === undefined) return undefined
  const row = await tx.db
    .selectFrom('kernel_idempotency')
    .select(['command', 'input_hash', 'reply'])
    .where('actor_id', '=', actor.id)
    .where('key', '=', call.idempotencyKey)
    .executeTakeFirst()
  if (!row) return undefined
  if (row.command !== call.command || row.input_hash !== inputHash) throw new Refused(keyReused())
  return JSON.parse(row.reply) as Reply
}

async function keepReply(tx: Tx, actor: Actor, call: Call, inputHash: string, reply: Reply): Promise<void> {
  if (call.idempotencyKey === undefined) return
  await tx.db
    .insertInto('kernel_idempotency')
    .values({
      key: call.idempotencyKey,
      actor_id: actor.id,
      command: call.command,
      input_hash: inputHash,
      reply: JSON.stringify(reply),
    })
    .execute()
}

const hashOf = (input: unknown, version: number | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify([input ?? null, version ?? null]))
    .digest('base64url')

/** What a broken constraint means: the twin of a double click answers first, then the command's own words. */
async function refusalFor(
  platform: Platform,
  actor: Actor,
  command: Command,
  call: Call,
  error: unknown,
): Promise<Reply | Refusal | undefined> {
  if (!(error instanceof pg.DatabaseError) || error.constraint === undefined) return undefined
  if (error.constraint === 'kernel_idempotency_key') {
    const again = () =>
      inTransaction(platform, actor, (tx) => firstReply(tx, actor, call, hashOf(call.input, call.expectedVersion)))
    return again().catch((refused: unknown) =>
      refused instanceof Refused ? refuse(refused.problem) : rethrow(refused),
    )
  }
  return command.onConstraint[error.constraint]?.() ?? constraintBroken(error.constraint)
}

function rethrow(error: unknown): never {
  throw error
}

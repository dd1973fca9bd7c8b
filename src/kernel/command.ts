import { z } from 'zod'
import type { Tx } from './database/transaction.ts'
import type { Fact, Subject } from './fact.ts'
import type { Belongs, Occasion } from './occasion.ts'
import { isRefusal as isRefused, type Problem, type Refusal } from './problem.ts'
import type { Label } from './values/labels.ts'

type Shape = z.ZodObject
type Maybe<T> = T | Refusal
type Awaitable<T> = T | Promise<T>

/**
 * A kind of record that commands act on: how it is found and locked, whose it is, and which version it is at.
 * One per noun and room; every command on it shares the lock, the scope and the conflict check.
 */
export type RecordKind<Rec> = {
  /** As in subjects, `case`. */
  readonly kind: string
  /** The input field that names it, `caseId`. */
  readonly idField: string
  readonly load: (tx: Tx, id: string, lock: boolean) => Promise<Maybe<Rec>>
  readonly belongs: (record: Rec) => Belongs
  readonly version: (record: Rec) => number
}

export const recordKind = <Rec>(kind: RecordKind<Rec>): RecordKind<Rec> => kind

type Common<Input extends Shape, Facts, F extends Fact, Found> = {
  /** `room.verb-noun`; the route, the CLI verb and the journal use it. */
  readonly name: string
  /** On the button, in the journal, in the refusal. */
  readonly title: Label
  /** The permission. `public` needs none. */
  readonly may: string
  /** Ids of rules this act rests on. */
  readonly cites: readonly string[]
  readonly input: Input
  /** Asks for the password or second factor again when the last proof is older than ten minutes. */
  readonly sensitive?: boolean
  /** Pure; greys the button and refuses the call. */
  readonly gate?: (facts: Facts, occasion: Occasion) => Refusal | undefined
  /** Reads what only the input can name: the handler chosen, the file attached. */
  readonly consult?: (tx: Tx, input: z.output<Input>, facts: Facts, occasion: Occasion) => Promise<Maybe<Found>>
  /** Pure. One fact in the past tense, or a refusal. */
  readonly decide: (facts: Facts, input: z.output<Input>, occasion: Occasion, found: Found) => Maybe<F>
  readonly save: (tx: Tx, facts: readonly F[], occasion: Occasion) => Awaitable<void>
  readonly subjects: (fact: F) => readonly [Subject, ...Subject[]]
  /** Keys of the fact whose values are personal data. */
  readonly personal?: readonly string[]
  /** What the caller gets beside subject and sequence; `output` describes it. */
  readonly answer?: (fact: F, found: Found) => Record<string, unknown>
  readonly output?: Shape
  /** A named database constraint is the last referee; this says what it means. */
  readonly onConstraint?: Readonly<Record<string, () => Refusal>>
}

export type CommandSpec<Input extends Shape, Facts, F extends Fact, Found> = Common<Input, Facts, F, Found> & {
  readonly load: (tx: Tx, input: z.output<Input>, occasion: Occasion) => Promise<Maybe<Facts>>
  /** Whose the touched record is; without it only a grant on the whole court is enough. */
  readonly belongs?: (facts: Facts) => Belongs
}

export type RecordCommandSpec<Rec, Input extends Shape, Facts, F extends Fact, Found> = Common<
  Input,
  Facts,
  F,
  Found
> & {
  /** What the gate needs beyond the record; it takes no input, so that the menu can ask. */
  readonly load: (tx: Tx, record: Rec, occasion: Occasion) => Promise<Maybe<Facts>>
  /** Leaves the act out of the menu of records it has no business with: withdrawing what was never asked. */
  readonly offers?: (facts: Facts) => boolean
}

/** What the pipeline runs, whatever it was declared from. The type parameters end here. */
export type Command = {
  readonly name: string
  readonly title: Label
  readonly may: string
  readonly cites: readonly string[]
  readonly input: Shape
  readonly output: Shape | undefined
  readonly sensitive: boolean
  readonly record: { readonly kind: string; readonly idField: string } | undefined
  readonly personal: readonly string[]
  readonly onConstraint: Readonly<Record<string, () => Refusal>>
  /** Loads, checks scope and version, gates and decides. Nothing is written. */
  readonly prepare: (tx: Tx, input: unknown, occasion: Occasion, check: Check) => Promise<Maybe<Prepared>>
  /** Loads and gates without input or lock, for the menu; null when the act is not offered. */
  readonly offer: (tx: Tx, recordId: string, occasion: Occasion) => Promise<Refusal | Allowed | null>
}

/** The act may be done; `warnings` are what rules say that the court has yet to confirm. */
export type Allowed = { readonly warnings: readonly Problem[] }

export type Check = {
  readonly scope: (belongs: Belongs | null) => Refusal | undefined
  readonly version: (current: number) => Refusal | undefined
}

export type Prepared = {
  readonly fact: Fact
  readonly subjects: readonly [Subject, ...Subject[]]
  readonly answer: Record<string, unknown> | undefined
  readonly warnings: readonly Problem[]
  readonly save: (tx: Tx) => Awaitable<void>
}

/** An act that makes a record, or touches none in particular. */
export function command<Input extends Shape, Facts, F extends Fact, Found = undefined>(
  spec: CommandSpec<Input, Facts, F, Found>,
): Command {
  return {
    ...runtime(spec),
    record: undefined,
    prepare: async (tx, raw, occasion, check) => {
      const input = raw as z.output<Input>
      const facts = await spec.load(tx, input, occasion)
      if (isRefused(facts)) return facts
      const outside = check.scope(spec.belongs?.(facts) ?? null)
      return outside ?? decided(spec, tx, facts, input, occasion)
    },
    offer: async () => null,
  }
}

/** An act on a record that exists. It appears in that record's lawful-action menu by itself. */
export function recordCommand<Rec, Input extends Shape, Facts, F extends Fact, Found = undefined>(
  kind: RecordKind<Rec>,
  spec: RecordCommandSpec<Rec, Input, Facts, F, Found>,
): Command {
  const input = spec.input.extend({ [kind.idField]: z.uuid() })
  return {
    ...runtime(spec),
    input,
    record: { kind: kind.kind, idField: kind.idField },
    prepare: async (tx, raw, occasion, check) => {
      const input = raw as z.output<Input> & Record<string, string>
      const record = await kind.load(tx, String(input[kind.idField]), true)
      if (isRefused(record)) return record
      const stopped = check.scope(kind.belongs(record)) ?? check.version(kind.version(record))
      if (stopped) return stopped
      const facts = await spec.load(tx, record, occasion)
      return isRefused(facts) ? facts : decided(spec, tx, facts, input, occasion)
    },
    offer: async (tx, id, occasion) => {
      const record = await kind.load(tx, id, false)
      if (isRefused(record)) return null
      const facts = await spec.load(tx, record, occasion)
      if (isRefused(facts)) return facts
      if (spec.offers && !spec.offers(facts)) return null
      return gated(tx, spec.gate?.(facts, occasion))
    },
  }
}

/** A gate that rests on a rule the court has yet to confirm warns (待法院确认) and lets the act pass. */
async function gated(tx: Tx, stopped: Refusal | undefined): Promise<Refusal | Allowed> {
  const rule = stopped?.problem.rule
  if (!stopped) return { warnings: [] }
  const firm = rule === undefined || ((await tx.platform.mayRefuse?.(tx, rule)) ?? true)
  return firm ? stopped : { warnings: [stopped.problem] }
}

function runtime<Input extends Shape, Facts, F extends Fact, Found>(spec: Common<Input, Facts, F, Found>) {
  const { name, title, may, cites, input, output, sensitive = false, personal = [], onConstraint = {} } = spec
  return { name, title, may, cites, input, output, sensitive, personal, onConstraint }
}

async function decided<Input extends Shape, Facts, F extends Fact, Found>(
  spec: Common<Input, Facts, F, Found>,
  tx: Tx,
  facts: Facts,
  input: z.output<Input>,
  occasion: Occasion,
): Promise<Maybe<Prepared>> {
  const passed = await gated(tx, spec.gate?.(facts, occasion))
  if (isRefused(passed)) return passed
  const found = await spec.consult?.(tx, input, facts, occasion)
  if (isRefused(found)) return found
  const fact = spec.decide(facts, input, occasion, found as Found)
  if (isRefused(fact)) return fact
  return {
    fact,
    subjects: spec.subjects(fact),
    answer: spec.answer?.(fact, found as Found),
    warnings: passed.warnings,
    save: (inner) => spec.save(inner, [fact], occasion),
  }
}

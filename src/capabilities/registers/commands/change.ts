import { type Command, recordCommand } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { isRefusal, type Refusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { plainText } from '#kernel/values/text.ts'
import { CorrectEntry, TakeStep, WithdrawEntry } from '../contract.ts'
import type { Register, Step } from '../declaration.ts'
import { type Entry, entryKind } from '../entry-kind.ts'
import { entryFact, type EntryFact, ofEntry, personalFields } from '../facts.ts'
import { judge, type Judged } from '../judge.ts'
import type { Keeping } from '../keeping.ts'
import { isWithdrawn, statedByOthers, stepFirst, stepTaken } from '../problems.ts'
import { reviseEntries, withdrawEntry } from '../store.ts'
import { entryFrom } from '../typed-entry.ts'
import { mayAnywhere, type Occasion } from '#kernel/occasion.ts'

type Typed = Readonly<Record<string, unknown>>
type Change = Judged & { readonly changed: readonly string[] }

const stillThere = (register: Register, { withdrawn }: Entry): Refusal | undefined =>
  withdrawn ? isWithdrawn(register) : undefined

const common = ({ register, cites }: Keeping) => ({
  cites: cites ?? [],
  load: async (_tx: Tx, entry: Entry) => entry,
  save: (tx: Tx, facts: readonly EntryFact[]) => saveChanges(tx, register, facts),
  subjects: ofEntry(register),
  personal: personalFields(register),
})

/** 更正: says what an entry should have said, with a reason. */
export function correctEntry(keeping: Keeping): Command {
  const { register, may } = keeping
  return recordCommand(entryKind(register), {
    ...common(keeping),
    name: `${register.room}.correct-${register.name}`,
    title: label(`更正${register.title.zh}`, `Correct: ${register.title.en}`),
    may: may.record,
    input: CorrectEntry(register),
    gate: (entry) => stillThere(register, entry),
    consult: async (tx, { reason: _reason, ...typed }: Typed, entry, occasion) =>
      stepOfOthers(keeping, entry, typed, occasion) ?? changed(tx, keeping, entry, typed, occasion),
    decide: ({ entryId }, input: Typed, _occasion, found: Change): EntryFact =>
      entryFact(register, 'corrected', found.placed, found.marks, {
        entryId,
        changed: found.changed,
        reason: String(input['reason']),
      }),
  })
}

/** A correction does not do what another post must: it takes no step that is theirs, and leaves what they stated to them. */
function stepOfOthers(
  { register, may }: Keeping,
  { record }: Entry,
  typed: Typed,
  { actor }: Occasion,
): Refusal | undefined {
  const read = entryFrom(register, typed)
  if (isRefusal(read)) return read
  const theirs = register.steps?.filter(({ act }) => (may.steps?.[act] ?? may.record) !== may.record) ?? []
  const decides = Object.values(may.steps ?? {}).some(
    (permission) => permission !== may.record && mayAnywhere(actor, permission),
  )
  for (const { title, day, fields } of theirs) {
    const isTaken = (record[day] ?? null) !== null
    if (!isTaken && (read[day] ?? null) !== null) return stepFirst(title.zh)
    if (isTaken && !decides && fields.some((field) => field in read && differs(read[field], record[field])))
      return statedByOthers(title.zh)
  }
  return undefined
}

const differs = (one: unknown, other: unknown): boolean => plainText(one ?? '') !== plainText(other ?? '')

/** Something that happens to an entry later, each once: 送拘, 解除. */
export function takeStep(keeping: Keeping, step: Step): Command {
  const { register, may } = keeping
  return recordCommand(entryKind(register), {
    ...common(keeping),
    name: `${register.room}.${step.act}-${register.name}`,
    title: step.title,
    may: may.steps?.[step.act] ?? may.record,
    input: TakeStep(register, step),
    gate: (entry) => {
      const on = entry.record[step.day]
      const taken = typeof on === 'string' && !step.again
      return stillThere(register, entry) ?? (taken ? stepTaken(step.title.zh, on) : undefined)
    },
    consult: (tx, typed: Typed, entry, occasion) => changed(tx, keeping, entry, { ...typed, ...step.sets }, occasion),
    decide: ({ entryId }, _input, _occasion, found: Change): EntryFact =>
      entryFact(register, step.done, found.placed, found.marks, { entryId, changed: found.changed, reason: null }),
  })
}

/** 撤销: an entry that should never have been made stays readable and counts no more. */
export function withdrawAnEntry({ register, may }: Keeping): Command {
  return recordCommand(entryKind(register), {
    name: `${register.room}.withdraw-${register.name}`,
    title: label(`撤销${register.title.zh}`, `Withdraw: ${register.title.en}`),
    may: may.record,
    cites: [],
    input: WithdrawEntry,
    load: async (_tx, entry) => entry,
    gate: (entry) => stillThere(register, entry),
    decide: ({ entryId, record, partyId, case: around }, { reason }): EntryFact => ({
      type: `${register.room}.${register.name}-withdrawn`,
      entryId,
      caseId: around?.caseId ?? null,
      record,
      partyId,
      marks: [],
      changed: [],
      reason,
    }),
    save: async (tx, facts) => {
      for (const { entryId, reason } of facts) await withdrawEntry(tx, register, entryId, reason ?? '')
    },
    subjects: ofEntry(register),
    personal: personalFields(register),
  })
}

async function changed(
  tx: Tx,
  { register, checks = [], complete }: Keeping,
  entry: Entry,
  typed: Typed,
  occasion: Occasion,
): Promise<Change | Refusal> {
  const read = entryFrom(register, typed)
  if (isRefusal(read)) return read
  const stated = { ...entry.record, ...read }
  const record = complete ? await complete(tx, stated, occasion) : stated
  if (isRefusal(record)) return record
  const fields = Object.keys(record).filter((field) => differs(record[field], entry.record[field]))
  const judged = await judge(
    tx,
    register,
    checks,
    {
      record,
      partyId: entry.partyId,
      entryId: entry.entryId,
      stood: entry.marks.map(({ code }) => code),
      before: entry.record,
    },
    occasion,
  )
  return isRefusal(judged) ? judged : { ...judged, changed: fields }
}

async function saveChanges(tx: Tx, register: Register, facts: readonly EntryFact[]): Promise<void> {
  await reviseEntries(
    tx,
    register,
    facts.map(({ entryId, record, partyId, marks, changed: typed }) => ({
      entryId,
      ledgerKey: '',
      record,
      partyId,
      extra: {},
      marks,
      typed,
    })),
  )
}

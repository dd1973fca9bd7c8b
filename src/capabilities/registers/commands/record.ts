import { caseRecord, caseIsClosed, type Case } from '#capabilities/cases'
import { composedKey } from '#capabilities/ledgers'
import { z } from 'zod'
import { type Command, command, recordCommand } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { isRefusal, type Refusal } from '#kernel/problem.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { RecordEntry } from '../contract.ts'
import { fieldOf, ownFields, type Register, tableOf } from '../declaration.ts'
import { entryFact, type EntryFact, ofEntry, personalFields } from '../facts.ts'
import { judge, type Judged } from '../judge.ts'
import type { Keeping } from '../keeping.ts'
import { ledgerOf } from '../layout.ts'
import { notAParty, sameEntry } from '../problems.ts'
import { casesAround } from '../around.ts'
import { findEntries, insertEntries, withNumbers } from '../store.ts'
import { entryFrom, withEmpty } from '../typed-entry.ts'

type Typed = Readonly<Record<string, unknown>>
type Found = Judged & { readonly entryId: string }

/** 登记: makes an entry. One about a case is an act on that case, and stands in its menu. */
export function recordEntry(keeping: Keeping): Command {
  const { register } = keeping
  return register.about === 'case' || register.about === 'debtor' ? ofCase(keeping) : ofCourt(keeping)
}

const common = ({ register, may, cites }: Keeping) => ({
  name: `${register.room}.record-${register.name}`,
  title: label(`登记${register.title.zh}`, `Record: ${register.title.en}`),
  may: may.record,
  cites: cites ?? [],
  input: RecordEntry(register),
  decide: (_facts: unknown, _input: unknown, _occasion: Occasion, found: Found): EntryFact =>
    entryFact(register, 'recorded', found.placed, found.marks, {
      entryId: found.entryId,
      changed: filledIn(register, found),
      reason: null,
    }),
  save: (tx: Tx, facts: readonly EntryFact[], { actor, now }: Occasion) => save(tx, register, facts, actor.id, now),
  subjects: ofEntry(register),
  personal: personalFields(register),
  answer: ({ entryId }: EntryFact) => ({ entryId }),
  output: z.object({ entryId: z.uuid() }),
  onConstraint: { [`${tableOf(register)}_court_id_ledger_key_key`]: sameEntry },
})

function ofCase(keeping: Keeping): Command {
  const { register, gate } = keeping
  return recordCommand(caseRecord, {
    ...common(keeping),
    load: async (_tx, record) => record,
    gate: (record: Case, occasion) => {
      const bars = register.about === 'debtor' && !keeping.onClosed && !register.mayFollowClosing
      return bars && record.closedOn ? caseIsClosed(record.closedOn) : gate?.(record, occasion)
    },
    consult: async (tx, input: Typed, record: Case, occasion) => {
      const number = fieldOf(register, 'case') ?? ''
      const person = await debtorNamed(tx, register, record, input)
      if (isRefusal(person)) return person
      return prepared(tx, keeping, { ...input, ...person, [number]: record.caseNumber }, partyIn(input), occasion)
    },
  })
}

const partyIn = ({ partyId }: Typed): string | null => (typeof partyId === 'string' ? partyId : null)

/** The debtor chosen, by name: an act is against somebody who owes in this case. */
async function debtorNamed(tx: Tx, register: Register, { caseNumber }: Case, input: Typed): Promise<Typed | Refusal> {
  if (register.about !== 'debtor') return {}
  const around = (await casesAround(tx, [caseNumber])).get(caseNumber)
  const debtor = around?.debtors.find(({ partyId }) => partyId === input['partyId'])
  return debtor ? { [fieldOf(register, 'person') ?? '']: debtor.name } : notAParty()
}

function ofCourt(keeping: Keeping): Command {
  return command({
    ...common(keeping),
    load: async () => undefined,
    consult: (tx, input: Typed, _facts, occasion) => prepared(tx, keeping, input, null, occasion),
  })
}

async function prepared(
  tx: Tx,
  keeping: Keeping,
  typed: Typed,
  partyId: string | null,
  occasion: Occasion,
): Promise<Found | Refusal> {
  const { register, checks = [], complete } = keeping
  const read = entryFrom(register, typed)
  if (isRefusal(read)) return read
  const numbered = await withNumbers(tx, register, withEmpty(register, read))
  const record = complete ? await complete(tx, numbered, occasion) : numbered
  if (isRefusal(record)) return record
  const entryId = newId()
  const ledgerKey = composedKey(ledgerOf(register))(record) ?? entryId
  const same = await findEntries(tx, register, { by: 'ledger_key', values: [ledgerKey] })
  if (same.some(({ withdrawn }) => !withdrawn)) return sameEntry()
  const judged = await judge(tx, register, checks, { record, partyId, entryId: null }, occasion)
  return isRefusal(judged) ? judged : { ...judged, entryId }
}

const filledIn = (register: Register, { placed: { record } }: Found): readonly string[] =>
  ownFields(register).flatMap(([field]) => (record[field] === null || record[field] === undefined ? [] : [field]))

async function save(tx: Tx, register: Register, facts: readonly EntryFact[], by: string, at: Temporal.Instant) {
  for (const { entryId, record, partyId, marks, changed } of facts) {
    const ledgerKey = await freeKey(tx, register, composedKey(ledgerOf(register))(record) ?? entryId, entryId)
    await insertEntries(tx, register, [{ entryId, ledgerKey, record, partyId, extra: {}, marks }], {
      batchId: null,
      by,
      at: at.toString(),
      typed: changed,
    })
  }
}

/** What was withdrawn keeps its name; what is recorded after it gets one of its own. */
async function freeKey(tx: Tx, register: Register, key: string, entryId: string): Promise<string> {
  const same = await findEntries(tx, register, { by: 'ledger_key', values: [key] })
  return same.length > 0 && same.every(({ withdrawn }) => withdrawn) ? `${key} ${entryId}` : key
}

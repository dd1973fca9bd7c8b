import type { BatchRef, Current, Intake, IntakeRow, Revision } from '#capabilities/ledgers'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { newId } from '#kernel/values/ids.ts'
import { type EntryCheck, findingsOf } from './check.ts'
import { fieldOf, type Register, tableOf } from './declaration.ts'
import { placeEntries, type Placed } from './around.ts'
import type { Mark } from './contract.ts'
import { ledgerOf, provenBy } from './layout.ts'
import { keysWithin } from './reach.ts'
import { findEntries, insertEntries, reviseEntries, type StoredEntry } from './store.ts'

/** How the ledger of a register becomes its entries: history is recorded as it happened, what the law forbids marked. */
export function intakeOf(register: Register, checks: readonly EntryCheck[] = []): Intake {
  return {
    layout: ledgerOf(register, checks),
    tables: [{ name: tableOf(register), owner: 'entry_id' }],
    current: async (tx, keys) => {
      const found = await findEntries(tx, register, { by: 'ledger_key', values: keys })
      return new Map(found.map((entry) => [entry.ledgerKey, currentOf(tx, register, entry)]))
    },
    create: (tx, rows, batch, occasion) => create(tx, register, checks, rows, batch, occasion),
    revise: (tx, revisions, batch, occasion) => revise(tx, register, checks, revisions, batch, occasion),
    subject: (id) => `${register.name}:${id}`,
    keys: (tx, filter, occasion) => keysWithin(tx, register, filter, occasion),
    fact: (entryId, change) => ({ type: `${register.room}.${register.name}-${change}`, entryId }) as never,
  }
}

function currentOf({ platform, court }: Tx, register: Register, entry: StoredEntry): Current {
  const { entryId: id, record, partyId, idSealed, typed } = entry
  const certificate = fieldOf(register, 'certificate')
  const number =
    partyId !== null && idSealed !== null ? platform.cipher.open(court, `party:${partyId}`, idSealed) : null
  return {
    id,
    // Without a number on record the register keeps none, and a sheet that has one says something new.
    record: { ...record, ...(certificate && number !== null && { [certificate]: [number] }) },
    marks: provenBy(register),
    typed,
  }
}

export const marksOf = (
  register: Register,
  checks: readonly EntryCheck[],
  { record, around }: Placed,
  { today }: Occasion,
): readonly Mark[] =>
  findingsOf(register, checks, record, { today: today.toString(), around }).map(({ code, text, unlawful }) => ({
    code,
    text,
    unlawful,
  }))

async function create(
  tx: Tx,
  register: Register,
  checks: readonly EntryCheck[],
  rows: readonly IntakeRow[],
  { batchId }: BatchRef,
  occasion: Occasion,
): Promise<readonly string[]> {
  const placed = await placeEntries(
    tx,
    register,
    rows.map(({ record }) => record),
    batchId,
  )
  const entries = rows.map(({ key, extra }, i) => {
    const { record, partyId, around } = placed[i] as Placed
    const marks = marksOf(register, checks, { record, partyId, around }, occasion)
    return { entryId: newId(), ledgerKey: key, record, partyId, extra: besides(register, extra), marks }
  })
  await insertEntries(tx, register, entries, {
    batchId,
    by: occasion.actor.id,
    at: occasion.now.toString(),
    typed: [],
  })
  return entries.map(({ entryId }) => entryId)
}

async function revise(
  tx: Tx,
  register: Register,
  checks: readonly EntryCheck[],
  revisions: readonly Revision[],
  { batchId }: BatchRef,
  occasion: Occasion,
): Promise<void> {
  const placed = await placeEntries(
    tx,
    register,
    revisions.map(({ record }) => record),
    batchId,
  )
  await reviseEntries(
    tx,
    register,
    revisions.map(({ id, row }, i) => {
      const one = placed[i] as Placed
      const marks = marksOf(register, checks, withoutItself(one, id), occasion)
      return {
        entryId: id,
        ledgerKey: row.key,
        record: one.record,
        partyId: one.partyId,
        extra: besides(register, row.extra),
        marks,
        typed: [],
      }
    }),
  )
}

/** Columns that the register does not know, but for those that speak of whom it must not know: 举报人住址. */
function besides({ fields }: Register, extra: IntakeRow['extra']): IntakeRow['extra'] {
  const secret = Object.values(fields)
    .filter(({ kind }) => kind === 'withheld')
    .flatMap(({ title, synonyms = [] }) => [title.zh, ...synonyms])
  if (secret.length === 0) return extra
  return Object.fromEntries(Object.entries(extra).filter(([heading]) => !secret.some((name) => heading.includes(name))))
}

export const withoutItself = <P extends Placed>(placed: P, entryId: string): P => ({
  ...placed,
  around: { ...placed.around, others: placed.around.others.filter((other) => other.entryId !== entryId) },
})

import type { DerivedFact } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/fact.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { placeEntries, type Placed } from './around.ts'
import { checksOf, type EntryCheck, findingsOf } from './check.ts'
import type { Mark } from './contract.ts'
import { fieldOf, type Register, tableOf } from './declaration.ts'
import { withoutItself } from './intake.ts'
import type { Keeping } from './keeping.ts'
import { findEntries, type StoredEntry } from './store.ts'

type Kept = Pick<Keeping, 'register' | 'checks'>
type Codes = ReadonlySet<string>

/** What came to stand against an entry or went, though nobody touched the entry itself. */
export type MarksReckoned = Fact & {
  readonly type: 'registers.marks-reckoned'
  readonly register: string
  readonly entries: readonly {
    readonly entryId: string
    readonly came: readonly string[]
    readonly went: readonly string[]
  }[]
}

const codesOf = (kept: Kept, chosen: (check: EntryCheck) => boolean): Codes =>
  new Set(
    checksOf(kept.register, kept.checks ?? [])
      .filter(chosen)
      .map(({ code }) => code),
  )

/** Codes of the checks that ask about more than the entry: its case, entries beside it, the day. */
const moving = (kept: Kept): Codes =>
  codesOf(kept, ({ needs, ages, ofAct }) => !ofAct && (needs !== undefined || ages === true))
/** Codes of the checks that ask about entries beside it. */
export const besideOthers = (kept: Kept): Codes => codesOf(kept, ({ needs }) => needs === 'others')
/** Whether what stands against entries of this register may change without an act on them. */
export const isMoving = (kept: Kept): boolean => moving(kept).size > 0

const chunkSize = 2_000

/**
 * Holds entries on record against the law once more, as their case, their neighbours and the day now are. A mark that no
 * longer holds goes, one that holds now comes; what the entry alone was marked for stays. Entries without a change are not
 * written. The fact names codes only.
 */
export async function reckonMarks(
  tx: Tx,
  kept: Kept,
  entryIds: readonly string[],
  occasion: Occasion,
): Promise<readonly DerivedFact[]> {
  const codes = moving(kept)
  if (codes.size === 0) return []
  const entries: MarksReckoned['entries'][number][] = []
  for (let from = 0; from < entryIds.length; from += chunkSize) {
    const found = await findEntries(tx, kept.register, {
      by: 'entry_id',
      values: entryIds.slice(from, from + chunkSize),
    })
    const standing = found.filter(({ withdrawn }) => !withdrawn)
    entries.push(...(await reckonChunk(tx, kept, codes, standing, occasion)))
  }
  const fact: MarksReckoned = { type: 'registers.marks-reckoned', register: kept.register.name, entries }
  return entries.length === 0 ? [] : [{ fact, subjects: [`marks:${kept.register.name}`] }]
}

async function reckonChunk(tx: Tx, kept: Kept, codes: Codes, found: readonly StoredEntry[], occasion: Occasion) {
  const placed = await placeEntries(
    tx,
    kept.register,
    found.map(({ record }) => record),
    null,
    found.map(({ partyId }) => partyId),
  )
  const changed = found.flatMap((entry, i) => {
    const marks = marksNow(kept, codes, entry, placed[i] as Placed, occasion)
    return sameMarks(entry.marks, marks) ? [] : [{ entry, marks }]
  })
  await saveMarks(tx, kept.register, changed)
  return changed.map(({ entry: { entryId, marks: before }, marks }) => ({
    entryId,
    came: without(marks, before),
    went: without(before, marks),
  }))
}

/** What was marked for the entry alone, and what holds now, in the order of the checks. */
function marksNow(
  { register, checks = [] }: Kept,
  codes: Codes,
  { entryId, record, marks }: StoredEntry,
  placed: Placed,
  { today }: Occasion,
): readonly Mark[] {
  const { around } = withoutItself(placed, entryId)
  const holding = findingsOf(register, checks, record, { today: today.toString(), around })
    .filter(({ code }) => codes.has(code))
    .map(({ code, text, unlawful }) => ({ code, text, unlawful }))
  const order = [...new Set(checksOf(register, checks).map(({ code }) => code))]
  return [...marks.filter(({ code }) => !codes.has(code)), ...holding].toSorted(
    (one, other) => order.indexOf(one.code) - order.indexOf(other.code),
  )
}

const sameMarks = (some: readonly Mark[], others: readonly Mark[]): boolean =>
  some.length === others.length &&
  some.every(({ code, text, unlawful }, i) => {
    const other = others[i]
    return other?.code === code && other.text === text && other.unlawful === unlawful
  })

const without = (some: readonly Mark[], others: readonly Mark[]): readonly string[] =>
  some.map(({ code }) => code).filter((code) => !others.some((other) => other.code === code))

/** The version stays: what somebody typed meanwhile speaks of the entry, not of its marks. */
async function saveMarks(
  tx: Tx,
  register: Register,
  changed: readonly { readonly entry: StoredEntry; readonly marks: readonly Mark[] }[],
): Promise<void> {
  if (changed.length === 0) return
  await tx.client.query(
    `update ${tableOf(register)} e set marks = r.marks
     from jsonb_to_recordset($1::jsonb) as r (entry_id uuid, marks jsonb) where e.entry_id = r.entry_id`,
    [JSON.stringify(changed.map(({ entry, marks }) => ({ entry_id: entry.entryId, marks })))],
  )
}

/** Registers whose entries name a case, and may be marked for what it is. */
export const ofCases = (kept: readonly Keeping[]): readonly Keeping[] =>
  kept.filter((one) => fieldOf(one.register, 'case') !== undefined && isMoving(one))

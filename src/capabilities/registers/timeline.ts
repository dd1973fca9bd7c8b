import type { TimelineEntry, TimelineSource } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { formatYuan } from '#kernel/values/money.ts'
import { dayIn } from './check.ts'
import { entryHref, fieldOf, type Register } from './declaration.ts'
import { findEntries, type StoredEntry } from './store.ts'
import type { LedgerRecord } from '#capabilities/ledgers'

/** What the registers of a room know of these cases: each entry, and each step it took, on its day. */
export function timelineOf(registers: readonly Register[]): TimelineSource {
  const ofCases = registers.filter(
    (register) => fieldOf(register, 'case') !== undefined && register.readBy === undefined,
  )
  return async (tx, caseIds) => {
    const { rows } = await tx.client.query<{ case_number: string }>(
      'select case_number from cases_fact_source where case_id = any($1::uuid[])',
      [caseIds],
    )
    const numbers = rows.map(({ case_number }) => case_number)
    const found: TimelineEntry[] = []
    for (const register of ofCases) found.push(...(await entriesOf(tx, register, numbers)))
    return found
  }
}

async function entriesOf(tx: Tx, register: Register, numbers: readonly string[]): Promise<readonly TimelineEntry[]> {
  const entries = await findEntries(tx, register, { by: 'case_number', values: numbers })
  return entries
    .filter(({ withdrawn, record }) => !withdrawn && !isToldElsewhere(register, record))
    .flatMap((entry) => happeningsOf(register, entry))
}

function happeningsOf(register: Register, entry: StoredEntry): readonly TimelineEntry[] {
  const { entryId, record } = entry
  const common = {
    at: null,
    room: register.room,
    kind: register.title,
    by: null,
    recordedAt: null,
    href: entryHref(register, entryId),
    caseNumber: String(record[fieldOf(register, 'case') ?? ''] ?? ''),
  }
  const made = dayIn(record, register.day)
  const dated = (register.steps ?? []).filter(({ day }) => register.fields[day]?.kind === 'day')
  const steps = dated.flatMap(({ title, day, act }) => {
    const on = dayIn(record, day)
    return on === null
      ? []
      : [{ ...common, on, id: `${entryId}:${act}`, title: title.zh, detail: personIn(register, record) }]
  })
  const first =
    made === null
      ? []
      : [{ ...common, on: made, id: entryId, title: register.title.zh, detail: toldOf(register, record) }]
  return [...first, ...steps]
}

const isToldElsewhere = ({ toldElsewhere = {} }: Register, record: LedgerRecord): boolean =>
  Object.entries(toldElsewhere).some(([field, value]) => record[field] === value)

const personIn = (register: Register, record: LedgerRecord): string | null => {
  const value = record[fieldOf(register, 'person') ?? '']
  return typeof value === 'string' ? value : null
}

/** An entry in a few words: whom it is about and what it says. */
export function toldOf(register: Register, record: LedgerRecord): string | null {
  const field = register.told
  const value = field === undefined ? null : record[field]
  const kind = field === undefined ? undefined : register.fields[field]?.kind
  const written =
    typeof value === 'bigint'
      ? `${formatYuan(value)}元`
      : value === null || value === undefined || value === ''
        ? null
        : String(value)
  const titled =
    kind === 'integer' && written !== null ? `${register.fields[field ?? '']?.title.zh} ${written}` : written
  const parts = [personIn(register, record), titled].filter((part) => part !== null)
  return parts.length > 0 ? parts.join('，') : null
}

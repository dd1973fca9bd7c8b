import { phoneIndexOf, registerParties, type NamedParty } from '#capabilities/parties'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { newId } from '#kernel/values/ids.ts'
import { stageOf, type EventKind } from './stages.ts'
import { touchCases } from './touch.ts'
import type { CaseTypeCode } from './case-types.ts'
import type { MannerCode } from './manners.ts'
import type { LinkRelation, PartyRole, Track } from './tables.ts'

/** A case as a form or a ledger states it, cleaned. Days are ISO text: a ledger has 100,000 of them. */
export type CaseRecord = {
  readonly number: {
    readonly canonical: string
    readonly year: number
    readonly typeCode: CaseTypeCode
    readonly serial: number
  }
  readonly receivedOn: string | null
  readonly filedOn: string
  readonly cause: string | null
  readonly basisNumber: string | null
  readonly basisIssuer: string | null
  readonly claimFen: bigint
  readonly waivedFen: bigint
  readonly unenforceableFen: bigint
  readonly recoveredFen: bigint
  readonly lastReceiptOn: string | null
  readonly track: Track | null
  readonly handlerId: string | null
  readonly clerkId: string | null
  readonly teamId: string | null
  readonly town: string | null
  readonly livelihood: string | null
  readonly flags: readonly string[]
  readonly preserved: boolean
  readonly closedOn: string | null
  readonly manner: MannerCode | null
  readonly closingReason: string | null
  readonly remark: string | null
  readonly details: Readonly<Record<string, string>>
  readonly parties: readonly CaseParty[]
  readonly events: readonly { readonly kind: EventKind; readonly occurredOn: string }[]
  readonly links: readonly { readonly number: string; readonly relation: LinkRelation }[]
}

/** `partyId`: somebody on record, as the person who files has chosen. */
export type CaseParty = NamedParty & { readonly role: PartyRole; readonly partyId?: string }

/** How many cases go to the database in one statement: large enough to be quick, small enough to stay in memory. */
const chunkSize = 2_000

/** Where a record came from: typed by a person, or a batch of a ledger. */
export type RecordSource = { readonly batchId: string | null }

/**
 * Puts new cases on record with their parties, events and links. One case filed by hand and 100,000 of a ledger go the
 * same way. Returns the ids in order.
 */
export async function recordCases(
  tx: Tx,
  records: readonly CaseRecord[],
  { batchId }: RecordSource,
  { actor, now }: Occasion,
  ids: readonly string[] = records.map(() => newId()),
): Promise<readonly string[]> {
  for (let from = 0; from < records.length; from += chunkSize) {
    const chunk = records.slice(from, from + chunkSize)
    const chunkIds = ids.slice(from, from + chunkSize)
    await insertCases(tx, chunk, chunkIds, batchId)
    await insertParties(tx, chunk, chunkIds, batchId)
    await insertEvents(tx, chunk, chunkIds, { batchId, by: actor.id, at: now.toString() })
    await insertLinks(tx, chunk, chunkIds, batchId)
  }
  return ids
}

export const caseColumns = `
  case_number text, number_year int, type_code text, serial int, received_on date, filed_on date, cause text,
  basis_number text, basis_issuer text, claim_fen bigint, waived_fen bigint, unenforceable_fen bigint,
  recovered_fen bigint, last_receipt_on date, track text, handler_id uuid, clerk_id uuid, team_id uuid, town text,
  livelihood text, flags text[], preserved boolean, closed_on date, manner text, closing_reason text, remark text,
  details jsonb, stage text, last_event_on date`
export const caseColumnNames = caseColumns.replaceAll(/(\w+) [a-z]+(\[\])?(,|$)/g, '$1$3')

async function insertCases(tx: Tx, records: readonly CaseRecord[], ids: readonly string[], batchId: string | null) {
  await tx.client.query({
    name: 'cases_insert',
    text: `insert into cases_case (case_id, batch_id, ${caseColumnNames})
           select case_id, $2::uuid, ${caseColumnNames}
           from jsonb_to_recordset($1::jsonb) as r(case_id uuid, ${caseColumns})`,
    values: [JSON.stringify(records.map((record, i) => ({ case_id: ids[i], ...caseRow(record) }))), batchId],
  })
}

/** The columns of `cases_case` that a record fills, stage included. */
export function caseRow(record: CaseRecord) {
  const happened = eventsOf(record)
  return {
    case_number: record.number.canonical,
    number_year: record.number.year,
    type_code: record.number.typeCode,
    serial: record.number.serial,
    received_on: record.receivedOn,
    filed_on: record.filedOn,
    cause: record.cause,
    basis_number: record.basisNumber,
    basis_issuer: record.basisIssuer,
    claim_fen: record.claimFen.toString(),
    waived_fen: record.waivedFen.toString(),
    unenforceable_fen: record.unenforceableFen.toString(),
    recovered_fen: record.recoveredFen.toString(),
    last_receipt_on: record.lastReceiptOn,
    track: record.track,
    handler_id: record.handlerId,
    clerk_id: record.clerkId,
    team_id: record.teamId,
    town: record.town,
    livelihood: record.livelihood,
    flags: record.flags,
    preserved: record.preserved,
    closed_on: record.closedOn,
    manner: record.manner,
    closing_reason: record.closingReason,
    remark: record.remark,
    details: record.details,
    stage: stageOf(happened.map(({ kind }) => kind)),
    last_event_on: happened.reduce((last, { occurredOn }) => (occurredOn > last ? occurredOn : last), record.filedOn),
  }
}

/** Everything that happened, filing and closing included, so that one list tells the case's course. */
export function eventsOf(record: CaseRecord): readonly { readonly kind: EventKind; readonly occurredOn: string }[] {
  return [
    { kind: 'filed', occurredOn: record.filedOn },
    ...(record.handlerId === null ? [] : [{ kind: 'assigned' as const, occurredOn: record.filedOn }]),
    ...record.events,
    ...(record.lastReceiptOn === null ? [] : [{ kind: 'receipt-recorded' as const, occurredOn: record.lastReceiptOn }]),
    ...(record.closedOn === null ? [] : [{ kind: 'closed' as const, occurredOn: record.closedOn }]),
  ]
}

export async function insertParties(
  tx: Tx,
  records: readonly CaseRecord[],
  ids: readonly string[],
  batchId: string | null,
): Promise<void> {
  const named = records.flatMap((record, i) =>
    positioned(record.parties).map((party) => ({ ...party, caseId: ids[i] ?? '' })),
  )
  if (named.length === 0) return
  const unknown = named.filter(({ partyId }) => partyId === undefined)
  const registered = (await registerParties(tx, unknown, batchId)).values()
  const partyIds = named.map(({ partyId }) => partyId ?? registered.next().value)
  await tx.client.query({
    name: 'cases_party_insert',
    text: `insert into cases_party (case_id, role, position, party_id, name, kind, phone_index, batch_id)
           select *, $8::uuid from unnest($1::uuid[], $2::text[], $3::int[], $4::uuid[], $5::text[], $6::text[], $7::text[])`,
    values: [
      named.map(({ caseId }) => caseId),
      named.map(({ role }) => role),
      named.map(({ position }) => position),
      partyIds,
      named.map(({ name }) => name),
      named.map(({ kindAsWritten }) => kindAsWritten ?? ''),
      named.map(({ phone }) => phone && phoneIndexOf(tx, phone)),
      batchId,
    ],
  })
}

/** Numbers the parties of each role from 1, in the order they are written. */
function positioned<P extends { readonly role: PartyRole }>(parties: readonly P[]): (P & { position: number })[] {
  const last = new Map<PartyRole, number>()
  return parties.map((party) => {
    const position = (last.get(party.role) ?? 0) + 1
    last.set(party.role, position)
    return { ...party, position }
  })
}

export type EventSource = { readonly batchId: string | null; readonly by: string; readonly at: string }

export async function insertEvents(
  tx: Tx,
  records: readonly CaseRecord[],
  ids: readonly string[],
  { batchId, by, at }: EventSource,
): Promise<void> {
  const events = records.flatMap((record, i) => eventsOf(record).map((event) => ({ ...event, caseId: ids[i] ?? '' })))
  await tx.client.query({
    name: 'cases_event_insert',
    text: `insert into cases_event (event_id, case_id, kind, occurred_on, recorded_by, recorded_at, batch_id)
           select *, $5, $6::timestamptz, $7::uuid from unnest($1::uuid[], $2::uuid[], $3::text[], $4::date[])`,
    values: [
      events.map(() => newId()),
      events.map(({ caseId }) => caseId),
      events.map(({ kind }) => kind),
      events.map(({ occurredOn }) => occurredOn),
      by,
      at,
      batchId,
    ],
  })
}

export async function insertLinks(
  tx: Tx,
  records: readonly CaseRecord[],
  ids: readonly string[],
  batchId: string | null,
): Promise<void> {
  const links = records.flatMap((record, i) => record.links.map((link) => ({ ...link, caseId: ids[i] ?? '' })))
  if (links.length === 0) return
  await tx.client.query({
    name: 'cases_link_insert',
    text: `insert into cases_link (case_id, linked_number, relation, batch_id)
           select *, $4::uuid from unnest($1::uuid[], $2::text[], $3::text[]) on conflict do nothing`,
    values: [
      links.map(({ caseId }) => caseId),
      links.map(({ number }) => number),
      links.map(({ relation }) => relation),
      batchId,
    ],
  })
}

export type CaseRevision = {
  readonly caseId: string
  readonly record: CaseRecord
  /** Whether the parties changed as well: they are written anew only then. */
  readonly partiesToo: boolean
}

/** Writes cases anew as a later ledger states them; what came by earlier ledgers and by hand beside it stays. */
export async function reviseCases(
  tx: Tx,
  revisions: readonly CaseRevision[],
  { batchId }: { readonly batchId: string },
  { actor, now }: Occasion,
): Promise<void> {
  const ids = revisions.map(({ caseId }) => caseId)
  const records = revisions.map(({ record }) => record)
  await tx.client.query({
    name: 'cases_revise',
    text: `update cases_case c set (${caseColumnNames}) = (select ${caseColumnNames.replaceAll(/(\w+)/g, 'r.$1').replace('r.details', 'c.details || r.details')}),
                  version = c.version + 1
           from jsonb_to_recordset($1::jsonb) as r(case_id uuid, ${caseColumns}) where c.case_id = r.case_id`,
    values: [JSON.stringify(records.map((record, i) => ({ case_id: ids[i], ...caseRow(record) })))],
  })
  await tx.client.query(
    `delete from cases_event where case_id = any($1::uuid[]) and (batch_id is not null or kind in ('filed', 'closed'))`,
    [ids],
  )
  await insertEvents(tx, records, ids, { batchId, by: actor.id, at: now.toString() })
  await tx.client.query('delete from cases_link where case_id = any($1::uuid[]) and batch_id is not null', [ids])
  await insertLinks(tx, records, ids, batchId)
  const withParties = revisions.filter(({ partiesToo }) => partiesToo)
  await tx.client.query('delete from cases_party where case_id = any($1::uuid[])', [
    withParties.map(({ caseId }) => caseId),
  ])
  await insertParties(
    tx,
    withParties.map(({ record }) => record),
    withParties.map(({ caseId }) => caseId),
    batchId,
  )
  await touchCases(tx, ids)
}

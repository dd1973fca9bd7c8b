import { sql } from 'kysely'
import { recordKind } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import type { Refusal } from '#kernel/problem.ts'
import { day } from '#kernel/values/dates.ts'
import { newId } from '#kernel/values/ids.ts'
import { fen, type Fen } from '#kernel/values/money.ts'
import type {
  CaseAssigned,
  CaseClosed,
  CaseFiled,
  CaseFlagged,
  CaseTriaged,
  ClaimChanged,
  EventRecorded,
} from './facts.ts'
import { noSuchCase } from './problems.ts'
import { recordCases } from './register.ts'
import { touchCases } from './touch.ts'
import type { CaseTypeCode } from './case-types.ts'
import { manners, type MannerCode } from './manners.ts'
import type { EventKind, Stage } from './stages.ts'
import type { Track } from './tables.ts'

/** A case as its commands see it. */
export type Case = {
  readonly caseId: string
  readonly caseNumber: string
  readonly typeCode: CaseTypeCode
  readonly filedOn: Temporal.PlainDate
  readonly claimFen: Fen
  readonly waivedFen: Fen
  readonly unenforceableFen: Fen
  readonly recoveredFen: Fen
  readonly track: Track | null
  readonly handlerId: string | null
  readonly clerkId: string | null
  readonly teamId: string | null
  readonly closedOn: Temporal.PlainDate | null
  readonly manner: MannerCode | null
  readonly stage: Stage
  readonly version: number
}

export const caseRecord = recordKind<Case>({
  kind: 'case',
  idField: 'caseId',
  load: findCase,
  belongs: ({ handlerId, clerkId, teamId }) => ({ own: [handlerId, clerkId], team: teamId }),
  version: ({ version }) => version,
})

type CaseRow = {
  readonly case_id: string
  readonly case_number: string
  readonly type_code: CaseTypeCode
  readonly filed_on: string
  readonly claim_fen: string
  readonly waived_fen: string
  readonly unenforceable_fen: string
  readonly recovered_fen: string
  readonly track: Track | null
  readonly handler_id: string | null
  readonly clerk_id: string | null
  readonly team_id: string | null
  readonly closed_on: string | null
  readonly manner: MannerCode | null
  readonly stage: Stage
  readonly version: number
}

const oneCase = `
  select case_id, case_number, type_code, filed_on, claim_fen, waived_fen, unenforceable_fen, recovered_fen, track,
         handler_id, clerk_id, team_id, closed_on, manner, stage, version
  from cases_case where case_id = $1`

/** Asked before every act on a case and every question about one: the text is made once. */
async function findCase({ client }: Tx, caseId: string, lock: boolean): Promise<Case | Refusal> {
  const { rows } = await client.query<CaseRow>(
    lock
      ? { name: 'cases_lock', text: `${oneCase} for update`, values: [caseId] }
      : { name: 'cases_find', text: oneCase, values: [caseId] },
  )
  const [row] = rows
  if (!row) return noSuchCase()
  return {
    caseId: row.case_id,
    caseNumber: row.case_number,
    typeCode: row.type_code,
    filedOn: day(row.filed_on),
    claimFen: fen(BigInt(row.claim_fen)),
    waivedFen: fen(BigInt(row.waived_fen)),
    unenforceableFen: fen(BigInt(row.unenforceable_fen)),
    recoveredFen: fen(BigInt(row.recovered_fen)),
    track: row.track,
    handlerId: row.handler_id,
    clerkId: row.clerk_id,
    teamId: row.team_id,
    closedOn: row.closed_on === null ? null : day(row.closed_on),
    manner: row.manner,
    stage: row.stage,
    version: row.version,
  }
}

export async function saveFiled(tx: Tx, facts: readonly CaseFiled[], occasion: Occasion): Promise<void> {
  await recordCases(
    tx,
    facts.map(({ record }) => record),
    { batchId: null },
    occasion,
    facts.map(({ caseId }) => caseId),
  )
  const items = facts.flatMap(({ caseId, claimItems }) =>
    claimItems.map((item, i) => ({ ...item, caseId, position: i + 1 })),
  )
  await tx.db
    .insertInto('cases_claim_item')
    .values(
      items.map(({ caseId, kind, amountFen, quoted, position }) => ({
        item_id: newId(),
        case_id: caseId,
        kind,
        amount_fen: amountFen.toString(),
        quoted,
        position,
        batch_id: null,
      })),
    )
    .execute()
}

export async function saveEvents(tx: Tx, facts: readonly EventRecorded[], { actor, now }: Occasion): Promise<void> {
  await tx.db
    .insertInto('cases_event')
    .values(
      facts.map(({ eventId, caseId, kind, occurredOn, note }) => ({
        event_id: eventId,
        case_id: caseId,
        kind,
        occurred_on: occurredOn.toString(),
        note,
        recorded_by: actor.id,
        recorded_at: now.toString(),
        batch_id: null,
      })),
    )
    .execute()
  await touchCases(
    tx,
    facts.map(({ caseId }) => caseId),
  )
}

/** The last day each kind of event happened in a case. */
export async function lastDays(tx: Tx, caseId: string): Promise<ReadonlyMap<string, Temporal.PlainDate>> {
  const rows = await tx.db
    .selectFrom('cases_event')
    .select(['kind', (eb) => eb.fn.max('occurred_on').as('on')])
    .where('case_id', '=', caseId)
    .groupBy('kind')
    .execute()
  return new Map(rows.map(({ kind, on }) => [kind, day(on)]))
}

type CourseFact = { readonly caseId: string; readonly occurredOn: Temporal.PlainDate }

/** An act that is itself an event of the case's course. */
const saveCourse = (tx: Tx, facts: readonly CourseFact[], kind: EventKind, note: string | null, occasion: Occasion) =>
  saveEvents(
    tx,
    facts.map(({ caseId, occurredOn }) => ({
      type: 'cases.event-recorded',
      eventId: newId(),
      caseId,
      kind,
      note,
      occurredOn,
    })),
    occasion,
  )

export async function saveAssignments(tx: Tx, facts: readonly CaseAssigned[], occasion: Occasion): Promise<void> {
  for (const { caseId, handlerId, clerkId, teamId, reason } of facts) {
    await tx.db
      .updateTable('cases_case')
      .set({ handler_id: handlerId, ...(clerkId && { clerk_id: clerkId }), ...(teamId && { team_id: teamId }) })
      .where('case_id', '=', caseId)
      .execute()
    await saveCourse(tx, [{ caseId, occurredOn: occasion.today }], 'assigned', reason, occasion)
  }
}

export async function saveTriage(tx: Tx, facts: readonly CaseTriaged[], occasion: Occasion): Promise<void> {
  for (const { caseId, track, reason } of facts) {
    await tx.db.updateTable('cases_case').set({ track, track_reason: reason }).where('case_id', '=', caseId).execute()
    await saveCourse(tx, [{ caseId, occurredOn: occasion.today }], 're-triaged', reason, occasion)
  }
}

export async function saveClosings(tx: Tx, facts: readonly CaseClosed[], occasion: Occasion): Promise<void> {
  for (const { caseId, manner, reason, occurredOn } of facts) {
    await tx.db
      .updateTable('cases_case')
      .set({ closed_on: occurredOn.toString(), manner, closing_reason: reason })
      .where('case_id', '=', caseId)
      .execute()
    if (manner === 'round-terminated')
      await saveCourse(tx, [{ caseId, occurredOn }], 'round-terminated', reason, occasion)
    await saveCourse(tx, [{ caseId, occurredOn }], 'closed', manners[manner].title.zh, occasion)
  }
}

/** What a person types stays typed: a later import shows its difference but does not overwrite it. */
const typedToo = (fields: readonly string[]) =>
  sql<string[]>`array(select distinct unnest(typed || ${[...fields]}::text[]) order by 1)`

export async function saveClaims(tx: Tx, facts: readonly ClaimChanged[]): Promise<void> {
  for (const { caseId, before, after } of facts) {
    const changed = (['claimFen', 'waivedFen', 'unenforceableFen', 'recoveredFen'] as const).filter(
      (f) => before[f] !== after[f],
    )
    await tx.db
      .updateTable('cases_case')
      .set({
        claim_fen: after.claimFen.toString(),
        waived_fen: after.waivedFen.toString(),
        unenforceable_fen: after.unenforceableFen.toString(),
        recovered_fen: after.recoveredFen.toString(),
        typed: typedToo(changed),
      })
      .where('case_id', '=', caseId)
      .execute()
    await touchCases(tx, [caseId])
  }
}

export async function saveFlags(tx: Tx, facts: readonly CaseFlagged[]): Promise<void> {
  for (const { caseId, flags, livelihood } of facts) {
    await tx.db
      .updateTable('cases_case')
      .set({ flags: [...flags], livelihood, typed: typedToo(['flags', 'livelihood']) })
      .where('case_id', '=', caseId)
      .execute()
    await touchCases(tx, [caseId])
  }
}

import { recordKind } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import type { Refusal } from '#kernel/problem.ts'
import { day } from '#kernel/values/dates.ts'
import { newId } from '#kernel/values/ids.ts'
import { fen, type Fen } from '#kernel/values/money.ts'
import type { CaseFiled, EventRecorded } from './facts.ts'
import { noSuchCase } from './problems.ts'
import { recordCases } from './register.ts'
import type { CaseTypeCode } from './case-types.ts'
import type { MannerCode } from './manners.ts'
import type { Stage } from './stages.ts'
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

async function findCase(tx: Tx, caseId: string, lock: boolean): Promise<Case | Refusal> {
  const query = tx.db
    .selectFrom('cases_case')
    .select([
      'case_id',
      'case_number',
      'type_code',
      'filed_on',
      'claim_fen',
      'waived_fen',
      'unenforceable_fen',
      'recovered_fen',
      'track',
      'handler_id',
      'clerk_id',
      'team_id',
      'closed_on',
      'manner',
      'stage',
      'version',
    ])
    .where('case_id', '=', caseId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
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

/** Counts a change against the version, and lets the stage and the last act follow from the events. */
export async function touchCases(tx: Tx, caseIds: readonly string[]): Promise<void> {
  await tx.client.query({ name: 'cases_touch', text: touch, values: [caseIds] })
}

const touch = `
  update cases_case c set version = c.version + 1, stage = e.stage, last_event_on = e.last_on
  from (
    select case_id, max(occurred_on) as last_on,
           case when bool_or(kind = 'closed') then 'closed'
                when bool_or(kind = 'first-inquiry') then 'searching'
                when bool_or(kind in ('notice-served', 'report-order-served')) then 'notified'
                when bool_or(kind = 'assigned') then 'assigned'
                else 'filed' end as stage
    from cases_event where case_id = any($1) group by case_id
  ) e
  where c.case_id = e.case_id`

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

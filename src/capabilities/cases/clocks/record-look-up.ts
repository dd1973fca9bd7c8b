import { z } from 'zod'
import { recordCommand } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/fact.ts'
import type { Occasion } from '#kernel/occasion.ts'
import type { Refusal } from '#kernel/problem.ts'
import { isBefore } from '#kernel/values/dates.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { PlainDateText } from '#kernel/values/wire.ts'
import { ofCase } from '../facts.ts'
import { inTheFuture } from '../problems.ts'
import { caseRecord } from '../store.ts'
import { touchCases } from '../touch.ts'
import { beforeTermination, notInPool } from './problems.ts'
import { clockEvents } from './rules.ts'

export type PoolLookedUp = Fact & {
  readonly type: 'cases.pool-looked-up'
  readonly caseId: string
  readonly eventId: string
  readonly occurredOn: Temporal.PlainDate
  readonly found: 'nothing' | 'property'
  readonly note: string | null
}

const results = { nothing: '未发现可供执行财产', property: '发现可供执行财产' } as const

/** A half-yearly look-up of a case whose round was ended (终本后查询). */
export const recordLookUp = recordCommand(caseRecord, {
  name: 'cases.record-look-up',
  title: label('登记终本后查询', 'Record look-up'),
  may: 'cases.handle',
  cites: ['terminate.lookup'],
  input: z.object({
    occurredOn: PlainDateText,
    found: z.enum(['nothing', 'property']),
    note: z.string().trim().max(200).optional(),
  }),
  load: async (_tx, record) => record,
  offers: ({ manner }) => manner === 'round-terminated',
  gate: ({ manner }) => (manner === 'round-terminated' ? undefined : notInPool()),
  decide: ({ caseId, closedOn }, { occurredOn, found, note }, { today }): PoolLookedUp | Refusal => {
    if (isBefore(today, occurredOn)) return inTheFuture(today)
    if (closedOn && !isBefore(closedOn, occurredOn)) return beforeTermination(closedOn)
    return { type: 'cases.pool-looked-up', caseId, eventId: newId(), occurredOn, found, note: note ?? null }
  },
  save: saveLookUps,
  subjects: ofCase,
})

async function saveLookUps(tx: Tx, facts: readonly PoolLookedUp[], { actor, now }: Occasion): Promise<void> {
  await tx.db
    .insertInto('cases_event')
    .values(
      facts.map(({ eventId, caseId, occurredOn, found, note }) => ({
        event_id: eventId,
        case_id: caseId,
        kind: clockEvents.lookUp,
        occurred_on: occurredOn.toString(),
        note: [results[found], note].filter((text) => text !== null).join('；'),
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

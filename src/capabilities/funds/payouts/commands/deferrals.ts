import { caseRecord } from '#capabilities/cases'
import { recordCommand, recordKind } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact, Subject } from '#kernel/fact.ts'
import type { Refusal } from '#kernel/problem.ts'
import { isBefore } from '#kernel/values/dates.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { z } from 'zod'
import { Because, EndDeferral, ProposeDeferral } from '../contract.ts'
import {
  alreadyInChain,
  claimOfAnotherCase,
  dayInFuture,
  dayTooEarly,
  deferralDecided,
  noSuchDeferral,
  notYetApproved,
  nothingFree,
  ownCase,
} from '../problems.ts'
import { withFreeMoney } from './propose-payout.ts'

type Deferral = {
  readonly deferralId: string
  readonly claimId: string
  readonly caseNumber: string | null
  readonly caseId: string | null
  readonly fromOn: string | null
  readonly untilOn: string | null
  readonly endedOn: string | null
  readonly recordedBy: string
  readonly reviewedBy: string | null
  readonly approvedBy: string | null
  readonly refusedBecause: string | null
  readonly handlerId: string | null
  readonly clerkId: string | null
  readonly teamId: string | null
  readonly version: number
}

const deferralRecord = recordKind<Deferral>({
  kind: 'payout-deferral',
  idField: 'deferralId',
  load: async ({ client }, id, lock): Promise<Deferral | Refusal> => {
    const { rows } = await client.query<Deferral>(
      `select d.deferral_id as "deferralId", d.claim_id as "claimId", k.case_number as "caseNumber", c.case_id as "caseId",
              d.from_on as "fromOn", d.until_on as "untilOn", d.ended_on as "endedOn", d.recorded_by as "recordedBy",
              d.reviewed_by as "reviewedBy", d.approved_by as "approvedBy", d.refused_because as "refusedBecause", d.version,
              c.handler_id as "handlerId", c.clerk_id as "clerkId", c.team_id as "teamId"
       from funds_deferral d
       join funds_claim k on k.court_id = d.court_id and k.claim_id = d.claim_id
       left join cases_fact_source c on c.court_id = k.court_id and c.case_number = k.case_number
       where d.deferral_id = $1 ${lock ? 'for update of d' : ''}`,
      [id],
    )
    return rows[0] ?? noSuchDeferral()
  },
  belongs: ({ handlerId, clerkId, teamId }) => ({ own: [handlerId, clerkId], team: teamId }),
  version: ({ version }) => version,
})

export type DeferralProposed = Fact & {
  readonly type: 'funds.deferral-proposed'
  readonly deferrals: readonly { readonly deferralId: string; readonly claimId: string }[]
  readonly caseId: string
  readonly ground: string
  readonly reason: string
  readonly untilOn: Temporal.PlainDate | null
}

/** 申请延缓发放: for a ground the rules name, of receipts that are still here. Without approval a delay is a default. */
export const proposeDeferral = recordCommand(caseRecord, {
  name: 'funds.propose-deferral',
  title: label('申请延缓发放', 'Ask to defer payout'),
  may: 'funds.propose',
  cites: ['funds.payout.deferral'],
  input: ProposeDeferral,
  load: withFreeMoney,
  offers: ({ freeFen }) => freeFen > 0n,
  consult: async (tx, { claimIds }, { record }) => {
    const { rows } = await tx.client.query<{ id: string }>(
      `select claim_id as id from funds_claim
       where case_number = $1 and kind = 'case' and undone_at is null and paid_fen < amount_fen
         and ($2::uuid[] is null or claim_id = any($2)) order by arrived_on, claim_id`,
      [record.caseNumber, claimIds ?? null],
    )
    const found = rows.map(({ id }) => id)
    if (claimIds && new Set(claimIds).size !== found.length) return claimOfAnotherCase()
    return found.length === 0 ? nothingFree() : found
  },
  decide: ({ record }, { ground, reason, untilOn }, { today }, claimIds): DeferralProposed | Refusal =>
    untilOn && isBefore(untilOn, today)
      ? dayTooEarly('/untilOn', today.toString())
      : {
          type: 'funds.deferral-proposed',
          deferrals: claimIds.map((claimId) => ({ deferralId: newId(), claimId })),
          caseId: record.caseId,
          ground,
          reason,
          untilOn: untilOn ?? null,
        },
  save: async ({ client }, facts, { actor, now, today }) => {
    for (const { deferrals, ground, reason, untilOn } of facts)
      await client.query(
        `insert into funds_deferral (deferral_id, claim_id, ground, reason, from_on, until_on, recorded_by, recorded_at)
         select d.id, d.claim, $3, $4, $5, $6, $7, $8::timestamptz from unnest($1::uuid[], $2::uuid[]) as d (id, claim)`,
        [
          deferrals.map(({ deferralId }) => deferralId),
          deferrals.map(({ claimId }) => claimId),
          ground,
          reason,
          today.toString(),
          untilOn?.toString() ?? null,
          actor.id,
          now.toString(),
        ],
      )
  },
  subjects: ({ caseId, deferrals }) => [
    `case:${caseId}`,
    ...deferrals.map(({ deferralId }): Subject => `payout-deferral:${deferralId}`),
  ],
  answer: ({ deferrals }) => ({ deferralIds: deferrals.map(({ deferralId }) => deferralId) }),
})

export type DeferralStep = Fact & {
  readonly type:
    | 'funds.deferral-reviewed'
    | 'funds.deferral-approved'
    | 'funds.deferral-refused'
    | 'funds.deferral-ended'
  readonly deferralId: string
  readonly caseId: string | null
  readonly reason: string | null
  readonly endedOn: Temporal.PlainDate | null
}

const open = ({ approvedBy, refusedBecause }: Deferral) =>
  approvedBy !== null || refusedBecause !== null ? deferralDecided() : undefined
const others = ({ recordedBy, reviewedBy, handlerId, clerkId }: Deferral, id: string): Refusal | undefined => {
  if (recordedBy === id || reviewedBy === id) return alreadyInChain()
  return handlerId === id || clerkId === id ? ownCase() : undefined
}

async function saveSteps(
  { client }: Tx,
  facts: readonly DeferralStep[],
  { actor }: { actor: { id: string } },
): Promise<void> {
  for (const { type, deferralId, reason, endedOn } of facts) {
    const [set, values] = {
      'funds.deferral-reviewed': ['reviewed_by = $2', [actor.id]],
      'funds.deferral-approved': ['approved_by = $2', [actor.id]],
      'funds.deferral-refused': ['refused_by = $2, refused_because = $3', [actor.id, reason]],
      'funds.deferral-ended': ['ended_by = $2, ended_on = $3', [actor.id, endedOn?.toString() ?? null]],
    }[type] as [string, (string | null)[]]
    await client.query(`update funds_deferral set ${set}, version = version + 1 where deferral_id = $1`, [
      deferralId,
      ...values,
    ])
  }
}

const step = (
  type: DeferralStep['type'],
  { deferralId, caseId }: Deferral,
  more: Partial<Pick<DeferralStep, 'reason' | 'endedOn'>> = {},
): DeferralStep => ({ type, deferralId, caseId, reason: null, endedOn: null, ...more })

const ofDeferral = ({ deferralId, caseId }: DeferralStep): readonly [Subject, ...Subject[]] => [
  `payout-deferral:${deferralId}`,
  ...(caseId === null ? [] : [`case:${caseId}` as const]),
]
const onConstraint = { funds_deferral_two_levels: alreadyInChain, funds_deferral_four_eyes: alreadyInChain }

export const reviewDeferral = recordCommand(deferralRecord, {
  name: 'funds.review-deferral',
  title: label('局长审核延缓', 'Director reviews a deferral'),
  may: 'funds.approve',
  cites: ['funds.payout.deferral'],
  sensitive: true,
  input: z.object({}),
  load: async (_tx, deferral) => deferral,
  gate: (deferral, { actor }) =>
    open(deferral) ?? (deferral.reviewedBy === null ? others(deferral, actor.id) : deferralDecided()),
  decide: (deferral): DeferralStep => step('funds.deferral-reviewed', deferral),
  save: saveSteps,
  subjects: ofDeferral,
  onConstraint,
})

export const approveDeferral = recordCommand(deferralRecord, {
  name: 'funds.approve-deferral',
  title: label('院领导批准延缓', 'Leader approves a deferral'),
  may: 'funds.approve-large',
  cites: ['funds.payout.deferral'],
  sensitive: true,
  input: z.object({}),
  load: async (_tx, deferral) => deferral,
  gate: (deferral, { actor }) =>
    open(deferral) ?? others(deferral, actor.id) ?? (deferral.reviewedBy === null ? notYetApproved() : undefined),
  decide: (deferral): DeferralStep => step('funds.deferral-approved', deferral),
  save: saveSteps,
  subjects: ofDeferral,
  onConstraint,
})

const refusing = (name: string, may: string, zh: string, en: string) =>
  recordCommand(deferralRecord, {
    name,
    title: label(zh, en),
    may,
    cites: ['funds.payout.deferral'],
    input: Because,
    load: async (_tx, deferral) => deferral,
    gate: open,
    decide: (deferral, { reason }): DeferralStep => step('funds.deferral-refused', deferral, { reason }),
    save: saveSteps,
    subjects: ofDeferral,
  })
export const refuseDeferral = refusing('funds.refuse-deferral', 'funds.approve', '不予延缓', 'Refuse a deferral')
export const rejectDeferral = refusing(
  'funds.reject-deferral',
  'funds.approve-large',
  '院领导不予延缓',
  'Leader refuses a deferral',
)

/** 延缓事由消失: from that day ten days run (法发〔2017〕6号 art. 10). */
export const endDeferral = recordCommand(deferralRecord, {
  name: 'funds.end-deferral',
  title: label('登记延缓事由消失', 'The ground for deferral is gone'),
  may: 'funds.propose',
  cites: ['funds.payout.after-deferral'],
  input: EndDeferral,
  load: async (_tx, deferral) => deferral,
  gate: ({ approvedBy, endedOn }) => (approvedBy === null || endedOn !== null ? deferralDecided() : undefined),
  decide: (deferral, { endedOn }, { today }): DeferralStep | Refusal => {
    if (isBefore(today, endedOn)) return dayInFuture('/endedOn')
    if (deferral.fromOn !== null && endedOn.toString() < deferral.fromOn)
      return dayTooEarly('/endedOn', deferral.fromOn)
    return step('funds.deferral-ended', deferral, { endedOn })
  },
  save: saveSteps,
  subjects: ofDeferral,
})

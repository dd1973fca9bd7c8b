import { caseRecord } from '#capabilities/cases'
import { recordCommand, recordKind } from '#kernel/command.ts'
import type { Fact, Subject } from '#kernel/fact.ts'
import type { Refusal } from '#kernel/problem.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { parseCaseNumber } from '#law/case-number.ts'
import { Because, PlaceHold } from '../contract.ts'
import { alreadyInChain, claimOfAnotherCase, holdLifted, noSuchHold } from '../problems.ts'

export type HoldPlaced = Fact & {
  readonly type: 'funds.hold-placed'
  readonly holdId: string
  readonly caseId: string
  readonly caseNumber: string
  readonly claimIds: readonly string[]
  readonly rule: string
  readonly reason: string
  readonly objectionNumber: string | null
}
export type HoldLifted = Fact & {
  readonly type: 'funds.hold-lifted'
  readonly holdId: string
  readonly caseId: string | null
  readonly reason: string
}

const ruleOfGround = {
  objection: 'objection.outsider',
  suit: 'objection.suit',
  'preserved-elsewhere': 'close.stay',
  'higher-court': 'stay.higher',
  security: 'guarantee.stay.max',
} as const

/**
 * 暂停发放: these receipts, or all money of the case. One that names an objection says which money it is about: only that is
 * stopped, and the rest may go.
 */
export const placeHold = recordCommand(caseRecord, {
  name: 'funds.place-hold',
  title: label('暂停发放', 'Hold payouts'),
  may: 'funds.propose',
  cites: ['objection.outsider', 'close.stay', 'stay.higher'],
  input: PlaceHold,
  load: async (_tx, record) => record,
  consult: async (tx, { claimIds }, { caseNumber }) => {
    const { rows } = await tx.client.query<{ found: number }>(
      'select count(*)::int as found from funds_claim where claim_id = any($1::uuid[]) and case_number = $2 and undone_at is null',
      [claimIds, caseNumber],
    )
    return rows[0]?.found === new Set(claimIds).size ? undefined : claimOfAnotherCase()
  },
  decide: ({ caseId, caseNumber }, { claimIds, ground, objectionNumber, reason }): HoldPlaced => {
    const read = objectionNumber === undefined ? undefined : parseCaseNumber(objectionNumber)
    return {
      type: 'funds.hold-placed',
      holdId: newId(),
      caseId,
      caseNumber,
      claimIds,
      rule: ruleOfGround[ground],
      reason,
      objectionNumber: read?.ok ? read.canonical : (objectionNumber ?? null),
    }
  },
  save: async ({ client }, facts, { actor, now }) => {
    for (const { holdId, caseNumber, claimIds, rule, reason, objectionNumber } of facts)
      await client.query(
        `insert into funds_hold (hold_id, case_number, claim_ids, rule, reason, objection_number, placed_by, placed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz)`,
        [holdId, caseNumber, claimIds, rule, reason, objectionNumber, actor.id, now.toString()],
      )
  },
  subjects: ({ holdId, caseId }) => [`payout-hold:${holdId}`, `case:${caseId}`],
  answer: ({ holdId }) => ({ holdId }),
})

type Hold = {
  readonly holdId: string
  readonly caseId: string | null
  readonly placedBy: string
  readonly lifted: boolean
  readonly version: number
}

const holdRecord = recordKind<Hold>({
  kind: 'payout-hold',
  idField: 'holdId',
  load: async ({ client }, id, lock): Promise<Hold | Refusal> => {
    const { rows } = await client.query<Hold>(
      `select h.hold_id as "holdId", c.case_id as "caseId", h.placed_by as "placedBy", h.lifted_at is not null as lifted, h.version
       from funds_hold h left join cases_fact_source c on c.court_id = h.court_id and c.case_number = h.case_number
       where h.hold_id = $1 ${lock ? 'for update of h' : ''}`,
      [id],
    )
    return rows[0] ?? noSuchHold()
  },
  belongs: () => ({ own: [], team: null }),
  version: ({ version }) => version,
})

/** 解除暂停: by another person, with the reason. */
export const liftHold = recordCommand(holdRecord, {
  name: 'funds.lift-hold',
  title: label('解除暂停发放', 'Lift a hold'),
  may: 'funds.approve',
  cites: [],
  input: Because,
  load: async (_tx, hold) => hold,
  gate: ({ lifted, placedBy }, { actor }) =>
    lifted ? holdLifted() : placedBy === actor.id ? alreadyInChain() : undefined,
  decide: ({ holdId, caseId }, { reason }): HoldLifted => ({ type: 'funds.hold-lifted', holdId, caseId, reason }),
  save: async ({ client }, facts, { actor, now }) => {
    for (const { holdId, reason } of facts)
      await client.query(
        `update funds_hold set lifted_because = $2, lifted_by = $3, lifted_at = $4::timestamptz, version = version + 1 where hold_id = $1`,
        [holdId, reason, actor.id, now.toString()],
      )
  },
  subjects: ({ holdId, caseId }): readonly [Subject, ...Subject[]] => [
    `payout-hold:${holdId}`,
    ...(caseId === null ? [] : [`case:${caseId}` as const]),
  ],
  onConstraint: { funds_hold_two_people: alreadyInChain },
})

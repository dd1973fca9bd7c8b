import { caseRecord } from '#capabilities/cases'
import { courtCalendar } from '#capabilities/deadlines'
import { recordCommand, recordKind } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact, Subject } from '#kernel/fact.ts'
import { nextNumber } from '#kernel/numbering.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { isRefusal, type Refusal } from '#kernel/problem.ts'
import { isBefore } from '#kernel/values/dates.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { sumFen } from '#kernel/values/money.ts'
import { formatCitation } from '#law/citation.ts'
import type { Shares } from '#law/distribute.ts'
import type { Finding } from '#law/finding.ts'
import type { z } from 'zod'
import { AdvanceObjection, Because, DrawPlan, ObjectToPlan, ServePlan } from '../contract.ts'
import { holdsOn } from '../hold-sources.ts'
import {
  courtItself,
  planOfCase,
  planRecord,
  planToday,
  objectionsOf,
  standingOfObjection,
  type Objection,
  type Plan,
  type PlanToday,
} from '../plan-store.ts'
import {
  amountNotPositive,
  dayInFuture,
  dayTooEarly,
  disputeTooHigh,
  moreThanFree,
  noSuchPlan,
  notDistributable,
  nothingFree,
  notServedHere,
  objectionStep,
  planIsOver,
  tooLateToObject,
} from '../problems.ts'
import { freeReceipts, peopleOf } from '../received.ts'
import { holdOn } from '../rules/holds.ts'
import { planShares, shareName } from '../rules/plan-shares.ts'
import { withFreeMoney } from './propose-payout.ts'

type Input = z.output<typeof DrawPlan>
type PlannedShare = Input['claims'][number] & { readonly shareId: string; readonly awardedFen: bigint }

export type PlanDrawn = Fact & {
  readonly type: 'funds.plan-drawn'
  readonly planId: string
  readonly caseId: string
  readonly caseNumber: string
  readonly debtors: readonly string[]
  readonly fundFen: bigint
  readonly surplusFen: bigint
  readonly method: Input['method']
  readonly shares: readonly PlannedShare[]
  readonly workings: readonly string[]
  readonly citations: readonly string[]
  /** The plan it takes the place of. */
  readonly revises: string | null
}

/** Shares by the order of the law, to the fen. */
function distributed(fundFen: bigint, { claims, method }: Input): Finding<Shares> | Refusal {
  if (claims.some(({ claimFen }) => claimFen <= 0n)) return amountNotPositive()
  try {
    return planShares(fundFen, claims, method)
  } catch (error) {
    if (error instanceof RangeError) return notDistributable(error.message)
    throw error
  }
}

/**
 * 制作分配方案: several creditors of one debtor share what came in. Costs first, then priority claims, then the others by
 * share or in the order of seizure (解释 (2022) arts. 506–510, 514). Drawing another takes the place of the one before, as
 * long as nothing of that was asked for.
 */
export const drawPlan = recordCommand(caseRecord, {
  name: 'funds.draw-plan',
  title: label('制作分配方案', 'Draw a distribution plan'),
  may: 'funds.propose',
  cites: ['order.plan', 'order.costs', 'order.secured', 'order.participation', 'order.sequence', 'order.rounding'],
  input: DrawPlan,
  load: withFreeMoney,
  offers: ({ freeFen }) => freeFen > 0n,
  consult: async (tx, input, { record }, { today }) => {
    const receipts = await freeReceipts(tx, 'case', record.caseNumber, true)
    const { holds, debtors } = await holdsOn(tx, [record.caseNumber], today)
    const free = sumFen(
      receipts.filter((one) => !holdOn(one, 'creditor', holds, debtors)).map(({ freeFen }) => freeFen),
    )
    const standing = await planOfCase(tx, record.caseNumber)
    const begun = standing ? (await planToday(tx, standing, today, await courtCalendar(tx))).shares : []
    return {
      free,
      standing,
      begun: begun.some(({ proposedFen }) => proposedFen > 0n),
      debtors: (await peopleOf(tx, [record.caseNumber]))
        .filter(({ role }) => role === 'debtor')
        .map(({ name }) => name),
    }
  },
  decide: ({ record }, input, _occasion, { free, standing, begun, debtors }): PlanDrawn | Refusal => {
    const fundFen = input.fundFen ?? free
    if (free <= 0n) return nothingFree()
    if (fundFen <= 0n) return amountNotPositive()
    if (fundFen > free) return moreThanFree(free, fundFen)
    if (begun) return notDistributable('现行方案已经开始发放，不能另作方案')
    const ids = input.claims.map(() => newId())
    const shares = distributed(fundFen, input)
    if (isRefusal(shares)) return shares
    return {
      type: 'funds.plan-drawn',
      planId: newId(),
      caseId: record.caseId,
      caseNumber: record.caseNumber,
      debtors,
      fundFen,
      surplusFen: shares.value.surplus,
      method: input.method,
      shares: input.claims.map((claim, i) => ({
        ...claim,
        shareId: ids[i] ?? '',
        awardedFen: shares.value.paid.get(shareName(i, claim.creditor)) ?? 0n,
      })),
      workings: shares.workings,
      citations: shares.citations.map(formatCitation),
      revises: standing?.planId ?? null,
    }
  },
  save: savePlans,
  subjects: ({ planId, caseId }) => [`distribution-plan:${planId}`, `case:${caseId}`],
  answer: ({ planId, surplusFen }) => ({ planId, surplusFen: surplusFen.toString() }),
})

async function savePlans(tx: Tx, facts: readonly PlanDrawn[], { actor, now, today }: Occasion): Promise<void> {
  for (const fact of facts) {
    const number = `${today.year}-${String(await nextNumber(tx, 'funds.plan', today.year)).padStart(4, '0')}`
    await tx.client.query(
      `insert into funds_plan (plan_id, plan_number, case_number, debtor, fund_fen, surplus_fen, method, workings, citations,
         drawn_on, drawn_by, drawn_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::timestamptz)`,
      [
        fact.planId,
        number,
        fact.caseNumber,
        fact.debtors.join('、'),
        fact.fundFen.toString(),
        fact.surplusFen.toString(),
        fact.method,
        fact.workings,
        fact.citations,
        today.toString(),
        actor.id,
        now.toString(),
      ],
    )
    await tx.client.query(
      `insert into funds_plan_share (share_id, plan_id, position, kind, creditor, party_id, own_case_number, basis, tier,
         claim_fen, awarded_fen)
       select r.share_id, $2::uuid, r.position, r.kind, r.creditor, r.party_id, r.own_case_number, r.basis, r.tier, r.claim_fen,
              r.awarded_fen
       from jsonb_to_recordset($1::jsonb) as r (share_id uuid, position int, kind text, creditor text, party_id uuid,
         own_case_number text, basis text, tier int, claim_fen bigint, awarded_fen bigint)`,
      [
        JSON.stringify(
          fact.shares.map((share, position) => ({
            share_id: share.shareId,
            position,
            kind: share.kind,
            creditor: share.creditor,
            party_id: share.partyId ?? null,
            own_case_number: share.ownCaseNumber ?? null,
            basis: share.basis,
            tier: share.tier,
            claim_fen: share.claimFen.toString(),
            awarded_fen: share.awardedFen.toString(),
          })),
        ),
        fact.planId,
      ],
    )
    const creditors = [...new Set(fact.shares.map(({ creditor }) => creditor))].filter((name) => name !== courtItself)
    const debtors = fact.debtors.filter((name) => !creditors.includes(name))
    await tx.client.query(
      `insert into funds_plan_service (plan_id, person, role) select $1::uuid, * from unnest($2::text[], $3::text[])`,
      [fact.planId, [...creditors, ...debtors], [...creditors.map(() => 'creditor'), ...debtors.map(() => 'debtor')]],
    )
    if (fact.revises !== null)
      await tx.client.query('update funds_plan set revised_by = $2, version = version + 1 where plan_id = $1', [
        fact.revises,
        fact.planId,
      ])
  }
}

const stillStands = ({ revisedBy, withdrawnBecause }: Plan): Refusal | undefined =>
  revisedBy !== null || withdrawnBecause !== null ? planIsOver() : undefined

const ofPlan = ({
  planId,
  caseId,
}: {
  readonly planId: string
  readonly caseId: string | null
}): readonly [Subject, ...Subject[]] => [
  `distribution-plan:${planId}`,
  ...(caseId === null ? [] : [`case:${caseId}` as const]),
]

type About = { readonly plan: Plan; readonly now: PlanToday }
const loadPlan = async (tx: Tx, plan: Plan, { today }: Occasion): Promise<About> => ({
  plan,
  now: await planToday(tx, plan, today, await courtCalendar(tx)),
})

export type PlanServed = Fact & {
  readonly type: 'funds.plan-served'
  readonly planId: string
  readonly caseId: string | null
  readonly person: string
  readonly occurredOn: Temporal.PlainDate
}

export const servePlan = recordCommand(planRecord, {
  name: 'funds.serve-plan',
  title: label('登记方案送达', 'Record service of the plan'),
  may: 'funds.propose',
  cites: ['order.plan'],
  input: ServePlan,
  load: loadPlan,
  gate: ({ plan }) => stillStands(plan),
  decide: ({ plan, now }, { person, servedOn }, { today }): PlanServed | Refusal => {
    if (isBefore(today, servedOn)) return dayInFuture('/servedOn')
    if (servedOn.toString() < plan.drawnOn) return dayTooEarly('/servedOn', plan.drawnOn)
    if (!now.services.some((one) => one.person === person && one.servedOn === null)) return notServedHere()
    return { type: 'funds.plan-served', planId: plan.planId, caseId: plan.caseId, person, occurredOn: servedOn }
  },
  save: async ({ client }, facts) => {
    for (const { planId, person, occurredOn } of facts) {
      await client.query('update funds_plan_service set served_on = $3 where plan_id = $1 and person = $2', [
        planId,
        person,
        occurredOn.toString(),
      ])
      await client.query('update funds_plan set version = version + 1 where plan_id = $1', [planId])
    }
  },
  subjects: (fact) => ofPlan(fact),
})

export type PlanWithdrawn = Fact & {
  readonly type: 'funds.plan-withdrawn'
  readonly planId: string
  readonly caseId: string | null
  readonly reason: string
}

export const withdrawPlan = recordCommand(planRecord, {
  name: 'funds.withdraw-plan',
  title: label('撤回分配方案', 'Withdraw the plan'),
  may: 'funds.propose',
  cites: ['order.plan'],
  input: Because,
  load: loadPlan,
  gate: ({ plan, now }) =>
    stillStands(plan) ??
    (now.shares.some(({ proposedFen }) => proposedFen > 0n)
      ? notDistributable('方案已经开始发放，不能撤回')
      : undefined),
  decide: ({ plan: { planId, caseId } }, { reason }): PlanWithdrawn => ({
    type: 'funds.plan-withdrawn',
    planId,
    caseId,
    reason,
  }),
  save: async ({ client }, facts) => {
    for (const { planId, reason } of facts)
      await client.query('update funds_plan set withdrawn_because = $2, version = version + 1 where plan_id = $1', [
        planId,
        reason,
      ])
  },
  subjects: (fact) => ofPlan(fact),
})

export type PlanObjected = Fact & {
  readonly type: 'funds.plan-objected'
  readonly objectionId: string
  readonly planId: string
  readonly caseId: string | null
  readonly objector: string
  readonly reason: string
  readonly disputed: readonly { readonly shareId: string; readonly disputedFen: bigint }[]
  readonly occurredOn: Temporal.PlainDate
}

/** 登记方案异议: in writing, by whom the plan was served on, in fifteen days. What is disputed waits; the rest does not. */
export const objectToPlan = recordCommand(planRecord, {
  name: 'funds.object-to-plan',
  title: label('登记方案异议', 'Record an objection to the plan'),
  may: 'funds.propose',
  cites: ['order.plan.objection'],
  input: ObjectToPlan,
  load: loadPlan,
  gate: ({ plan }) => stillStands(plan),
  decide: ({ plan, now }, { objector, raisedOn, reason, disputed }, { today }): PlanObjected | Refusal => {
    const served = now.services.find(({ person }) => person === objector)
    if (!served) return notServedHere()
    if (isBefore(today, raisedOn)) return dayInFuture('/raisedOn')
    if (raisedOn.toString() < plan.drawnOn) return dayTooEarly('/raisedOn', plan.drawnOn)
    if (served.windowEndsOn && isBefore(served.windowEndsOn, raisedOn))
      return tooLateToObject(served.windowEndsOn.toString())
    const over = disputed.some(({ shareId, disputedFen }) => {
      const share = now.shares.find((one) => one.shareId === shareId)
      return !share || disputedFen <= 0n || disputedFen > share.awardedFen - share.proposedFen
    })
    if (over || new Set(disputed.map(({ shareId }) => shareId)).size < disputed.length) return disputeTooHigh()
    return {
      type: 'funds.plan-objected',
      objectionId: newId(),
      planId: plan.planId,
      caseId: plan.caseId,
      objector,
      reason,
      disputed,
      occurredOn: raisedOn,
    }
  },
  save: async ({ client }, facts, { actor, now }) => {
    for (const { objectionId, planId, objector, reason, disputed, occurredOn } of facts) {
      await client.query(
        `insert into funds_plan_objection (objection_id, plan_id, objector, raised_on, reason, recorded_by, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7::timestamptz)`,
        [objectionId, planId, objector, occurredOn.toString(), reason, actor.id, now.toString()],
      )
      await client.query(
        `insert into funds_plan_dispute (objection_id, share_id, disputed_fen)
         select $1::uuid, * from unnest($2::uuid[], $3::bigint[])`,
        [
          objectionId,
          disputed.map(({ shareId }) => shareId),
          disputed.map(({ disputedFen }) => disputedFen.toString()),
        ],
      )
      await client.query('update funds_plan set version = version + 1 where plan_id = $1', [planId])
    }
  },
  subjects: (fact) => ofPlan(fact),
  answer: ({ objectionId }) => ({ objectionId }),
})

type ObjectionOfPlan = Objection & Pick<Plan, 'caseId' | 'handlerId' | 'clerkId' | 'teamId'>

const objectionRecord = recordKind<ObjectionOfPlan>({
  kind: 'plan-objection',
  idField: 'objectionId',
  load: async (tx, id, lock): Promise<ObjectionOfPlan | Refusal> => {
    const { rows } = await tx.client.query<{ planId: string }>(
      `select plan_id as "planId" from funds_plan_objection where objection_id = $1 ${lock ? 'for update' : ''}`,
      [id],
    )
    const plan = rows[0] ? await planRecord.load(tx, rows[0].planId, false) : noSuchPlan()
    if (isRefusal(plan)) return plan
    const { caseId, handlerId, clerkId, teamId } = plan
    const found = (await objectionsOf(tx, plan.planId)).find(({ objectionId }) => objectionId === id)
    return found ? { ...found, caseId, handlerId, clerkId, teamId } : noSuchPlan()
  },
  belongs: ({ handlerId, clerkId, teamId }) => ({ own: [handlerId, clerkId], team: teamId }),
  version: ({ version }) => version,
})

export type ObjectionAdvanced = Fact & {
  readonly type: 'funds.plan-objection-advanced'
  readonly objectionId: string
  readonly planId: string
  readonly caseId: string | null
  readonly step: z.output<typeof AdvanceObjection>['step']
  readonly by: string | null
  readonly outcome: 'upheld' | 'dismissed' | 'withdrawn' | null
  readonly occurredOn: Temporal.PlainDate
}

const columnOf = {
  told: 'told_on',
  opposed: 'opposed_on',
  'objector-told': 'objector_told_on',
  sued: 'sued_on',
  decided: 'decided_on',
  withdrawn: 'decided_on',
} as const

/** 登记异议进展: notice, opposition, notice of it, suit, judgment — each in its turn and its time. */
export const advanceObjection = recordCommand(objectionRecord, {
  name: 'funds.advance-plan-objection',
  title: label('登记异议进展', 'Record the course of an objection'),
  may: 'funds.propose',
  cites: ['order.plan.objection'],
  input: AdvanceObjection,
  load: async (tx, objection) => ({ objection, calendar: await courtCalendar(tx) }),
  decide: ({ objection, calendar }, { step, occurredOn, by, outcome }, { today }): ObjectionAdvanced | Refusal => {
    if (isBefore(today, occurredOn)) return dayInFuture('/occurredOn')
    const { raisedOn, toldOn, opposedOn, objectorToldOn, suedOn } = objection
    const last = [raisedOn, toldOn, opposedOn, objectorToldOn, suedOn].reduce<string>(
      (a, b) => (b !== null && b > a ? b : a),
      raisedOn,
    )
    if (occurredOn.toString() < last) return dayTooEarly('/occurredOn', last)
    // As it stood on the day of the act: what came too late then does not count because it is recorded later.
    const { state } = standingOfObjection(objection, occurredOn, calendar)
    const wanted = {
      told: 'to-tell',
      opposed: 'opposing',
      'objector-told': 'to-tell-objector',
      sued: 'suing',
      decided: 'in-suit',
    } as const
    if (step !== 'withdrawn' && state !== wanted[step])
      return objectionStep(`异议现在是“${objectionStates[state]}”，不能记这一步`)
    if (step === 'withdrawn' && objection.outcome !== null) return objectionStep('异议已经有结果')
    if (step === 'decided' && outcome === undefined) return objectionStep('请写明诉讼结果')
    return {
      type: 'funds.plan-objection-advanced',
      objectionId: objection.objectionId,
      planId: objection.planId,
      caseId: objection.caseId,
      step,
      by: by ?? null,
      outcome: step === 'withdrawn' ? 'withdrawn' : step === 'decided' ? (outcome ?? null) : null,
      occurredOn,
    }
  },
  save: async ({ client }, facts) => {
    for (const { objectionId, planId, step, by, outcome, occurredOn } of facts) {
      await client.query(
        `update funds_plan_objection set ${columnOf[step]} = $2, opposer = coalesce($3, opposer), outcome = $4, version = version + 1
         where objection_id = $1`,
        [objectionId, occurredOn.toString(), step === 'opposed' ? by : null, outcome],
      )
      await client.query('update funds_plan set version = version + 1 where plan_id = $1', [planId])
    }
  },
  subjects: (fact) => ofPlan(fact),
})

export const objectionStates = {
  'to-tell': '待通知其他各方',
  opposing: '等待反对意见',
  'to-revise': '无人反对，待修正方案',
  'to-tell-objector': '待通知异议人',
  suing: '等待起诉',
  'in-suit': '诉讼中',
  dismissed: '按原方案',
} as const satisfies Record<ReturnType<typeof standingOfObjection>['state'], string>

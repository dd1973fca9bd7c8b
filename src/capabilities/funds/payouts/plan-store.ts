import { day, isBefore } from '#kernel/values/dates.ts'
import { recordKind } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Refusal } from '#kernel/problem.ts'
import type { Calendar } from '#law/calendar.ts'
import { noSuchPlan, planIsOver, planNotPayable } from './problems.ts'
import { objectionWindow, standingOf, type ObjectionStanding } from './rules/objection-standing.ts'

/** The court as one who gets a share: its enforcement fee, which nobody serves on it. */
export const courtItself = '本院'

export type Plan = {
  readonly planId: string
  readonly planNumber: string
  readonly caseNumber: string
  readonly caseId: string | null
  readonly debtor: string
  readonly fundFen: bigint
  readonly surplusFen: bigint
  readonly drawnOn: string
  readonly workings: readonly string[]
  readonly citations: readonly string[]
  readonly revisedBy: string | null
  readonly withdrawnBecause: string | null
  readonly handlerId: string | null
  readonly clerkId: string | null
  readonly teamId: string | null
  readonly version: number
}
export type Share = {
  readonly shareId: string
  readonly kind: 'cost' | 'claim'
  readonly creditor: string
  readonly ownCaseNumber: string | null
  readonly basis: string
  readonly tier: number
  readonly claimFen: bigint
  readonly awardedFen: bigint
  readonly proposedFen: bigint
}
export type Service = {
  readonly person: string
  readonly role: 'creditor' | 'debtor'
  readonly servedOn: string | null
}
export type Objection = {
  readonly objectionId: string
  readonly planId: string
  readonly objector: string
  readonly raisedOn: string
  readonly reason: string
  readonly toldOn: string | null
  readonly opposedOn: string | null
  readonly objectorToldOn: string | null
  readonly suedOn: string | null
  readonly decidedOn: string | null
  readonly outcome: 'upheld' | 'dismissed' | 'withdrawn' | null
  readonly version: number
  readonly disputes: readonly { readonly shareId: string; readonly fen: string }[]
}

const planColumns = `p.plan_id as "planId", p.plan_number as "planNumber", p.case_number as "caseNumber", c.case_id as "caseId",
  p.debtor, p.fund_fen as "fundFen", p.surplus_fen as "surplusFen", p.drawn_on as "drawnOn", p.workings, p.citations,
  p.revised_by as "revisedBy", p.withdrawn_because as "withdrawnBecause", p.version,
  c.handler_id as "handlerId", c.clerk_id as "clerkId", c.team_id as "teamId"`
const planFrom = `from funds_plan p left join cases_fact_source c on c.court_id = p.court_id and c.case_number = p.case_number`

type PlanRow = Omit<Plan, 'fundFen' | 'surplusFen'> & { readonly fundFen: string; readonly surplusFen: string }
const planOf = ({ fundFen, surplusFen, ...row }: PlanRow): Plan => ({
  ...row,
  fundFen: BigInt(fundFen),
  surplusFen: BigInt(surplusFen),
})

export async function plansOfCase({ client }: Tx, caseNumber: string): Promise<readonly Plan[]> {
  const { rows } = await client.query<PlanRow>(
    `select ${planColumns} ${planFrom} where p.case_number = $1 order by p.drawn_at desc, p.plan_id`,
    [caseNumber],
  )
  return rows.map(planOf)
}

/** The plan by which the money of this case goes, if there is one. */
export const planOfCase = async (tx: Tx, caseNumber: string): Promise<Plan | undefined> =>
  (await plansOfCase(tx, caseNumber)).find(
    ({ revisedBy, withdrawnBecause }) => revisedBy === null && withdrawnBecause === null,
  )

export const planRecord = recordKind<Plan>({
  kind: 'distribution-plan',
  idField: 'planId',
  load: async ({ client }, id, lock): Promise<Plan | Refusal> => {
    const { rows } = await client.query<PlanRow>(
      `select ${planColumns} ${planFrom} where p.plan_id = $1 ${lock ? 'for update of p' : ''}`,
      [id],
    )
    return rows[0] ? planOf(rows[0]) : noSuchPlan()
  },
  belongs: ({ handlerId, clerkId, teamId }) => ({ own: [handlerId, clerkId], team: teamId }),
  version: ({ version }) => version,
})

export async function sharesOfPlan({ client }: Tx, planId: string): Promise<readonly Share[]> {
  type Row = Omit<Share, 'claimFen' | 'awardedFen' | 'proposedFen'> & Record<'claim' | 'awarded' | 'proposed', string>
  const { rows } = await client.query<Row>(
    `select share_id as "shareId", kind, creditor, own_case_number as "ownCaseNumber", basis, tier,
            claim_fen as claim, awarded_fen as awarded, proposed_fen as proposed
     from funds_plan_share where plan_id = $1 order by position`,
    [planId],
  )
  return rows.map(({ claim, awarded, proposed, ...row }) => ({
    ...row,
    claimFen: BigInt(claim),
    awardedFen: BigInt(awarded),
    proposedFen: BigInt(proposed),
  }))
}

export async function servicesOf({ client }: Tx, planId: string): Promise<readonly Service[]> {
  const { rows } = await client.query<Service>(
    'select person, role, served_on as "servedOn" from funds_plan_service where plan_id = $1 order by role, person',
    [planId],
  )
  return rows
}

export async function objectionsOf({ client }: Tx, planId: string): Promise<readonly Objection[]> {
  const { rows } = await client.query<Objection>(
    `select o.objection_id as "objectionId", o.plan_id as "planId", o.objector, o.raised_on as "raisedOn", o.reason,
            o.told_on as "toldOn", o.opposed_on as "opposedOn", o.objector_told_on as "objectorToldOn",
            o.sued_on as "suedOn", o.decided_on as "decidedOn", o.outcome, o.version,
            (select coalesce(jsonb_agg(jsonb_build_object('shareId', d.share_id, 'fen', d.disputed_fen::text)), '[]')
             from funds_plan_dispute d where d.objection_id = o.objection_id) as disputes
     from funds_plan_objection o where o.plan_id = $1 order by o.raised_on, o.objection_id`,
    [planId],
  )
  return rows
}

const dayOr = (text: string | null): Temporal.PlainDate | null => (text === null ? null : day(text))

export const standingOfObjection = (
  { raisedOn, toldOn, opposedOn, objectorToldOn, suedOn, decidedOn, outcome }: Objection,
  today: Temporal.PlainDate,
  calendar: Calendar,
): ObjectionStanding =>
  standingOf(
    {
      raisedOn: day(raisedOn),
      toldOn: dayOr(toldOn),
      opposedOn: dayOr(opposedOn),
      objectorToldOn: dayOr(objectorToldOn),
      suedOn: dayOr(suedOn),
      decidedOn: dayOr(decidedOn),
      outcome,
    },
    today,
    calendar,
  )

/** The whole of a plan on a day: until when it may be objected to, what is in dispute, what of each share may be paid. */
export type PlanToday = {
  readonly standing: 'serving' | 'open' | 'disputed' | 'standing' | 'to-revise' | 'revised' | 'withdrawn'
  readonly windowEndsOn: Temporal.PlainDate | null
  readonly shares: readonly (Share & { readonly disputedFen: bigint; readonly payableFen: bigint })[]
  readonly services: readonly (Service & { readonly windowEndsOn: Temporal.PlainDate | null })[]
  readonly objections: readonly (Objection & { readonly standing: ObjectionStanding })[]
}

export async function planToday(tx: Tx, plan: Plan, today: Temporal.PlainDate, calendar: Calendar): Promise<PlanToday> {
  const services = (await servicesOf(tx, plan.planId)).map((service) => ({
    ...service,
    windowEndsOn: service.servedOn === null ? null : objectionWindow(day(service.servedOn), calendar),
  }))
  const objections = (await objectionsOf(tx, plan.planId)).map((objection) => ({
    ...objection,
    standing: standingOfObjection(objection, today, calendar),
  }))
  const unserved = services.some(({ windowEndsOn }) => windowEndsOn === null)
  const ends = services.flatMap(({ windowEndsOn }) => windowEndsOn ?? []).toSorted(Temporal.PlainDate.compare)
  const windowEndsOn = unserved ? null : (ends.at(-1) ?? null)
  const closed = windowEndsOn !== null && isBefore(windowEndsOn, today)
  const live = objections.filter(({ standing }) => standing.state !== 'dismissed')
  const revise = live.some(({ standing }) => standing.state === 'to-revise')
  const mayPay = closed && plan.revisedBy === null && plan.withdrawnBecause === null
  const shares = (await sharesOfPlan(tx, plan.planId)).map((share) => {
    const disputedFen = live
      .flatMap(({ disputes }) => disputes)
      .filter(({ shareId }) => shareId === share.shareId)
      .reduce((most, { fen }) => (BigInt(fen) > most ? BigInt(fen) : most), 0n)
    const left = share.awardedFen - disputedFen - share.proposedFen
    return { ...share, disputedFen, payableFen: mayPay && left > 0n ? left : 0n }
  })
  const standing =
    plan.withdrawnBecause !== null
      ? 'withdrawn'
      : plan.revisedBy !== null
        ? 'revised'
        : revise
          ? 'to-revise'
          : unserved
            ? 'serving'
            : live.length > 0
              ? 'disputed'
              : closed
                ? 'standing'
                : 'open'
  return { standing, windowEndsOn, shares, services, objections }
}

/** A share with what of it may be paid now, or what stands in the way. */
export async function shareToPay(
  tx: Tx,
  shareId: string | undefined,
  caseNumber: string,
  today: Temporal.PlainDate,
  calendar: Calendar,
): Promise<PlanToday['shares'][number] | Refusal> {
  const plan = await planOfCase(tx, caseNumber)
  if (!plan || shareId === undefined) return noSuchPlan()
  // Two officers at one share: the second sees what the first asked for.
  await tx.client.query('select 1 from funds_plan where plan_id = $1 for update', [plan.planId])
  const { shares, windowEndsOn } = await planToday(tx, plan, today, calendar)
  const share = shares.find((one) => one.shareId === shareId)
  if (!share) return planIsOver()
  if (windowEndsOn === null) return planNotPayable('分配方案还没有送达全部债权人和被执行人', 'order.plan')
  if (!isBefore(windowEndsOn, today)) return planNotPayable(`异议期到 ${windowEndsOn.toString()} 届满，之前不发放`)
  if (share.payableFen === 0n)
    return planNotPayable(share.disputedFen > 0n ? '这一份在争议中，等待异议或者诉讼的结果' : '这一份已经全部申请发放')
  return share
}

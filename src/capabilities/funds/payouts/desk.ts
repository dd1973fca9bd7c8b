import type { ApprovalSource } from '#capabilities/desk'
import type { DeskItem, DeskSource } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { mayAnywhere, mayInCourt, type Occasion } from '#kernel/occasion.ts'
import { label } from '#kernel/values/labels.ts'
import { formatYuan } from '#kernel/values/money.ts'
import { payoutKinds, type PayoutKind } from './contract.ts'

const mostItems = 200

type Due = {
  readonly claimId: string
  readonly caseId: string | null
  readonly caseNumber: string | null
  readonly payer: string | null
  readonly left: string
  readonly lawful: string
  readonly own: string | null
  readonly days: number
  readonly deferred: boolean
  readonly ground: string | null
  readonly inChain: boolean
}

/**
 * Whose money lies here: the handler's and clerk's own; for the money officer what is late; for the director what twenty days
 * did not move; the leader hears of what the lawful clock has left behind.
 */
async function dueRows({ client }: Tx, { actor, today }: Occasion): Promise<readonly Due[]> {
  const court = mayInCourt(actor, 'funds.check')
    ? 0
    : mayInCourt(actor, 'funds.approve')
      ? 20
      : mayInCourt(actor, 'funds.approve-large')
        ? 25
        : null
  const { rows } = await client.query<Due>({
    name: 'funds_desk_due',
    text: `select k.claim_id as "claimId", c.case_id as "caseId", k.case_number as "caseNumber", k.payer,
                  (k.amount_fen - k.paid_fen)::text as left, k.lawful_due_on as lawful, k.own_due_on as own,
                  $1::date - k.arrived_on as days, k.deferred, k.ground, k.paid_fen + k.reserved_fen = k.amount_fen as "inChain"
           from funds_claim_clock k
           left join cases_fact_source c on c.court_id = k.court_id and c.case_number = k.case_number
           where k.kind = 'case' and k.paid_fen < k.amount_fen and k.known_on <= $1
             and (c.handler_id::text = $2 or c.clerk_id::text = $2
               or ($3::int is not null and $1::date - k.known_on > $3 and (k.own_due_on < $1 or k.lawful_due_on < $1 or k.deferred)))
           order by k.lawful_due_on, k.claim_id limit $4`,
    values: [today.toString(), actor.id, court, mostItems],
  })
  return rows
}

function dueItem(row: Due, today: string): DeskItem {
  const late = row.lawful < today
  const ownLate = row.own !== null && row.own < today
  const why = [
    `到账 ${row.days} 天`,
    ...(row.deferred ? [`已批准延缓：${row.ground ?? '有正当事由'}`] : []),
    ...(late ? ['已过法定期限'] : ownLate ? ['已过本院期限'] : []),
    ...(row.inChain ? ['已在发放途中'] : []),
  ]
  return {
    id: `payout-due:${row.claimId}`,
    what: label(`案款待发放 ${formatYuan(BigInt(row.left))} 元`, `${formatYuan(BigInt(row.left))} yuan to pay out`),
    caseId: row.caseId,
    caseNumber: row.caseNumber,
    parties: row.payer,
    why: why.join(' · '),
    dueOn: row.deferred ? null : (row.own ?? row.lawful),
    state: row.deferred ? 'open' : late ? 'overdue' : ownLate ? 'urgent' : 'due',
    act:
      row.caseId !== null && !row.inChain
        ? { title: label('申请发放', 'Propose'), command: 'funds.propose-payout', input: { caseId: row.caseId } }
        : { title: label('查看', 'Open'), href: '/funds/payouts-due' },
    group: 'payout-due',
  }
}

type Bounced = {
  readonly payoutId: string
  readonly caseId: string | null
  readonly caseNumber: string | null
  readonly payee: string
  readonly fen: string
  readonly on: string
  readonly reason: string | null
}

/** 退汇: somebody must find out the right account and ask again; gone when another payout follows it. */
async function bounced({ client }: Tx, { actor }: Occasion): Promise<readonly Bounced[]> {
  const { rows } = await client.query<Bounced>({
    name: 'funds_desk_bounced',
    text: `select o.payout_id as "payoutId", c.case_id as "caseId", o.case_number as "caseNumber", o.payee, o.amount_fen as fen,
                  o.bounced_on as "on", o.ended_because as reason
           from funds_payout o
           left join cases_fact_source c on c.court_id = o.court_id and c.case_number = o.case_number
           where o.state = 'bounced' and ($2 or c.handler_id::text = $1 or c.clerk_id::text = $1)
             and not exists (select from funds_payout f where f.court_id = o.court_id and f.follows = o.payout_id
                             and f.state not in ('refused', 'cancelled'))
             and not exists (select from funds_payout f where f.court_id = o.court_id and f.manner <> 'chain'
                             and f.case_number = o.case_number and f.amount_fen = o.amount_fen and f.paid_on >= o.bounced_on)
           order by o.bounced_on, o.payout_id limit $3`,
    values: [actor.id, mayInCourt(actor, 'funds.check'), mostItems],
  })
  return rows
}

const bouncedItem = ({ payoutId, caseId, caseNumber, payee, fen, on, reason }: Bounced): DeskItem => ({
  id: `payout-bounced:${payoutId}`,
  what: label(`退汇 ${formatYuan(BigInt(fen))} 元`, `${formatYuan(BigInt(fen))} yuan came back`),
  caseId,
  caseNumber,
  parties: payee,
  why: `${on} 退回：${reason ?? '银行退汇'}；核实账户后重新申请`,
  dueOn: on,
  state: 'urgent',
  act:
    caseId === null
      ? { title: label('查看', 'Open'), href: `/funds/payouts?open=${payoutId}` }
      : {
          title: label('重新申请', 'Ask again'),
          command: 'funds.propose-payout',
          input: { caseId, follows: payoutId },
        },
  group: 'payout-bounced',
})

export const payoutDesk: DeskSource = {
  section: label('案款', 'Case money'),
  items: async (tx, occasion) => {
    if (!mayAnywhere(occasion.actor, 'funds.read')) return []
    const today = occasion.today.toString()
    const rows = await dueRows(tx, occasion)
    return [...(await bounced(tx, occasion)).map(bouncedItem), ...rows.map((row) => dueItem(row, today))]
  },
}

type Waiting = {
  readonly payoutId: string
  readonly kind: PayoutKind
  readonly caseNumber: string | null
  readonly payee: string
  readonly fen: string
  readonly at: string
  readonly step: 'check' | 'approve' | 'second' | 'order'
  readonly mine: boolean
}
const stepTitle = {
  check: label('核对发放', 'Check payout'),
  approve: label('批准发放', 'Approve payout'),
  second: label('院领导批准发放', 'Second approval'),
  order: label('制作付款单', 'Make payment order'),
} as const

/** What waits for this person's step; whoever took an earlier one sees it and may not. */
export const payoutApprovals: ApprovalSource = async ({ client }, { actor }) => {
  const may = {
    check: mayInCourt(actor, 'funds.check'),
    approve: mayInCourt(actor, 'funds.approve'),
    second: mayInCourt(actor, 'funds.approve-large'),
    order: mayInCourt(actor, 'funds.pay'),
  }
  const steps = Object.entries(may).flatMap(([step, yes]) => (yes ? [step] : []))
  if (steps.length === 0) return []
  const { rows } = await client.query<Waiting>({
    name: 'funds_waiting_steps',
    text: `select * from (
             select payout_id as "payoutId", kind, case_number as "caseNumber", payee, amount_fen as fen, proposed_at as at,
                    case when state = 'proposed' then 'check' when state = 'approved' then 'order'
                         when approved_by is null then 'approve' else 'second' end as step,
                    $1 = any (array_remove(array[proposed_by, checked_by, approved_by, second_approved_by], null)) as mine
             from funds_payout where state in ('proposed', 'checked', 'approved') and to_kind is null or state in ('proposed', 'checked')
           ) w where step = any($2::text[]) order by at, "payoutId" limit $3`,
    values: [actor.id, steps, mostItems],
  })
  return rows.map(({ payoutId, kind, caseNumber, payee, fen, at, step, mine }) => ({
    id: `payout:${payoutId}`,
    what: stepTitle[step],
    detail: `${payoutKinds[kind].zh} ${formatYuan(BigInt(fen))} 元 → ${payee}${caseNumber === null ? '' : ` · ${caseNumber}`}`,
    at,
    href: `/funds/payouts?open=${payoutId}`,
    mine,
  }))
}

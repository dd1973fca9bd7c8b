import { recordCommand } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/fact.ts'
import type { Occasion } from '#kernel/occasion.ts'
import type { Refusal } from '#kernel/problem.ts'
import { label, type Label } from '#kernel/values/labels.ts'
import { z } from 'zod'
import { Because, payoutStates, type PayoutState } from '../contract.ts'
import { holdOnPayout } from '../hold-sources.ts'
import { payOut } from '../move.ts'
import { findPayeeAccount, whyNotUsable } from '../payee-account.ts'
import {
  accountNotUsable,
  alreadyInChain,
  held,
  notInState,
  noSecondNeeded,
  notYetApproved,
  notYourProposal,
  ownCase,
} from '../problems.ts'
import type { PayoutHold } from '../slots.ts'
import { findPayouts, payoutRecord, releaseReserved, type Payout } from '../store.ts'
import { ofPayout } from './propose-payout.ts'

/** A payout with what stands in its way today. */
export type Standing = {
  readonly payout: Payout
  readonly hold: PayoutHold | undefined
  readonly unusable: string | null
}

export async function standingOf(tx: Tx, payout: Payout, { today, now }: Occasion): Promise<Standing> {
  const account = payout.payeeAccountId === null ? undefined : await findPayeeAccount(tx, payout.payeeAccountId, false)
  return {
    payout,
    hold: await holdOnPayout(tx, payout, today),
    unusable: account ? whyNotUsable(account, now) : null,
  }
}

const chainOf = ({ proposedBy, checkedBy, approvedBy, secondApprovedBy, orderedBy }: Payout) =>
  [proposedBy, checkedBy, approvedBy, secondApprovedBy, orderedBy].filter((id) => id !== null)

const handles = ({ handlerId, clerkId }: Payout, id: string): boolean => handlerId === id || clerkId === id

/** Whether this person may take the next step: nobody twice, nobody in his own case, nothing that stops the money. */
export function stepStopped(
  { payout, hold, unusable }: Standing,
  { actor }: Pick<Occasion, 'actor'>,
  state: PayoutState,
  mayHandle: boolean,
): Refusal | undefined {
  if (payout.state !== state) return notInState(payoutStates[state].zh, payoutStates[payout.state].zh)
  if (chainOf(payout).includes(actor.id)) return alreadyInChain()
  if (!mayHandle && handles(payout, actor.id)) return ownCase()
  if (hold) return held(hold.rule, hold.text)
  return unusable === null ? undefined : accountNotUsable(unusable)
}

export type ChainStep = Fact & {
  readonly type:
    | 'funds.payout-checked'
    | 'funds.payout-approved'
    | 'funds.payout-second-approved'
    | 'funds.payout-refused'
    | 'funds.payout-cancelled'
  readonly payoutId: string
  readonly caseId: string | null
  readonly amountFen: bigint
  readonly state: PayoutState
  readonly reason: string | null
}

const step = (
  type: ChainStep['type'],
  { payout: { payoutId, caseId, amountFen } }: Standing,
  state: PayoutState,
  reason: string | null = null,
): ChainStep => ({ type, payoutId, caseId, amountFen, state, reason })

const columnsOf = {
  'funds.payout-checked': ['checked_by', 'checked_at'],
  'funds.payout-approved': ['approved_by', 'approved_at'],
  'funds.payout-second-approved': ['second_approved_by', 'second_approved_at'],
  'funds.payout-refused': ['ended_by', 'ended_at'],
  'funds.payout-cancelled': ['ended_by', 'ended_at'],
} as const

async function saveSteps(tx: Tx, facts: readonly ChainStep[], occasion: Occasion): Promise<void> {
  for (const { type, payoutId, state, reason } of facts) {
    const [by, at] = columnsOf[type]
    await tx.client.query(
      `update funds_payout set state = $2, ${by} = $3, ${at} = $4::timestamptz, ended_because = $5, version = version + 1
       where payout_id = $1`,
      [payoutId, state, occasion.actor.id, occasion.now.toString(), reason],
    )
    if (state === 'refused' || state === 'cancelled') await releaseReserved(tx, [payoutId])
    // Money that stays inside the court has no bank to wait for.
    if (state === 'approved') {
      const inside = (await findPayouts(tx, [payoutId], true)).filter(({ toKind }) => toKind !== null)
      await payOut(tx, inside, occasion.today.toString(), occasion)
    }
  }
}

const onConstraint = { funds_payout_four_eyes: alreadyInChain }
const load = standingOf

/** 核对: receipts, account and amount against the file. */
export const checkPayout = recordCommand(payoutRecord, {
  name: 'funds.check-payout',
  title: label('核对发放', 'Check a payout'),
  may: 'funds.check',
  cites: ['funds.payee'],
  input: z.object({}),
  load,
  gate: (facts, occasion) => stepStopped(facts, occasion, 'proposed', false),
  decide: (facts): ChainStep => step('funds.payout-checked', facts, 'checked'),
  save: saveSteps,
  subjects: ofPayout,
  onConstraint,
})

/** 批准: the director. Above the threshold and for third persons the leader in charge follows. */
export const approvePayout = recordCommand(payoutRecord, {
  name: 'funds.approve-payout',
  title: label('批准发放', 'Approve a payout'),
  may: 'funds.approve',
  cites: ['funds.payout.deadline'],
  sensitive: true,
  input: z.object({}),
  load,
  gate: (facts, occasion) =>
    facts.payout.approvedBy !== null && facts.payout.state === 'checked'
      ? notInState('待批准', '待院领导批准')
      : stepStopped(facts, occasion, 'checked', false),
  decide: (facts): ChainStep =>
    step('funds.payout-approved', facts, facts.payout.secondBecause.length > 0 ? 'checked' : 'approved'),
  save: saveSteps,
  subjects: ofPayout,
  onConstraint,
})

export const approvePayoutSecond = recordCommand(payoutRecord, {
  name: 'funds.approve-payout-second',
  title: label('院领导批准发放', 'Second approval of a payout'),
  may: 'funds.approve-large',
  cites: ['funds.payout.deadline'],
  sensitive: true,
  input: z.object({}),
  load,
  offers: ({ payout }) => payout.secondBecause.length > 0,
  gate: (facts, occasion) => {
    if (facts.payout.secondBecause.length === 0) return noSecondNeeded()
    const stopped = stepStopped(facts, occasion, 'checked', false)
    return stopped ?? (facts.payout.approvedBy === null ? notYetApproved() : undefined)
  },
  decide: (facts): ChainStep => step('funds.payout-second-approved', facts, 'approved'),
  save: saveSteps,
  subjects: ofPayout,
  onConstraint,
})

/** Whoever may take a step may also send the payout back at that step. What it held is free again. */
const refusing = (name: string, title: Label, may: string, at: (payout: Payout) => boolean) =>
  recordCommand(payoutRecord, {
    name,
    title,
    may,
    cites: [],
    input: Because,
    load,
    offers: ({ payout }) => at(payout),
    gate: ({ payout }, { actor }) => {
      if (!at(payout)) return notInState(title.zh, payoutStates[payout.state].zh)
      return payout.proposedBy === actor.id ? alreadyInChain() : undefined
    },
    decide: (facts, { reason }): ChainStep => step('funds.payout-refused', facts, 'refused', reason),
    save: saveSteps,
    subjects: ofPayout,
  })

export const refusePayout = refusing(
  'funds.refuse-payout',
  label('核对不通过', 'Refuse at the check'),
  'funds.check',
  ({ state }) => state === 'proposed',
)
export const rejectPayout = refusing(
  'funds.reject-payout',
  label('不予批准', 'Reject'),
  'funds.approve',
  ({ state }) => state === 'checked' || state === 'approved',
)
export const rejectPayoutSecond = refusing(
  'funds.reject-payout-second',
  label('院领导不予批准', 'Reject at the second approval'),
  'funds.approve-large',
  ({ state, secondBecause }) => state === 'checked' && secondBecause.length > 0,
)

export const cancelPayout = recordCommand(payoutRecord, {
  name: 'funds.cancel-payout',
  title: label('撤回发放', 'Take a payout back'),
  may: 'funds.propose',
  cites: [],
  input: Because,
  load,
  gate: ({ payout }, { actor }) => {
    if (!['proposed', 'checked', 'approved'].includes(payout.state))
      return notInState('待核对、待批准或者待付款', payoutStates[payout.state].zh)
    return payout.proposedBy === actor.id ? undefined : notYourProposal()
  },
  decide: (facts, { reason }): ChainStep => step('funds.payout-cancelled', facts, 'cancelled', reason),
  save: saveSteps,
  subjects: ofPayout,
})

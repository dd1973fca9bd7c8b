import { caseRecord } from '#capabilities/cases'
import { courtCalendar } from '#capabilities/deadlines'
import { settingValue } from '#capabilities/operations'
import { recordCommand } from '#kernel/command.ts'
import type { Fact } from '#kernel/fact.ts'
import { isRefusal, type Refusal } from '#kernel/problem.ts'
import { isBefore } from '#kernel/values/dates.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { fen } from '#kernel/values/money.ts'
import { bountyPayout } from '#law/bounty-payout.ts'
import { enforcementFee } from '#law/enforcement-fee.ts'
import { isDenied } from '#law/finding.ts'
import { attemptsMade } from '../attempts.ts'
import { ProposeBounty, ProposeDeposit, ProposeFee, RecordAttempt } from '../contract.ts'
import { courtItself, shareToPay } from '../plan-store.ts'
import { attemptsNeeded, bountyTooHigh, dayInFuture, feeTaken, payeeIsAnother, schemeNeeded } from '../problems.ts'
import { proposal, saveProposals, type PayoutProposed } from '../propose.ts'
import { moneyOfCase } from '../received.ts'
import { attemptsBeforeDeposit } from '../settings.ts'
import { ofPayout, withFreeMoney } from './propose-payout.ts'

const inside = {
  kind: 'fee',
  fromKind: 'case',
  payeeRole: 'court',
  account: null,
  payee: courtItself,
  payeePartyId: null,
} as const

/**
 * 结转执行费: the debtor bears the fee, and it comes out of what was enforced (诉讼费用交纳办法 arts. 14, 20, 38; order.costs).
 * Reckoned on what really came in; never more than the law gives, however often it is asked.
 */
export const proposeFee = recordCommand(caseRecord, {
  name: 'funds.propose-fee',
  title: label('结转执行费', 'Take the enforcement fee'),
  may: 'funds.propose',
  cites: ['fee.enforcement', 'fee.payer', 'order.costs'],
  input: ProposeFee,
  load: withFreeMoney,
  offers: ({ freeFen }) => freeFen > 0n,
  consult: async (tx, { amountFen, shareId }, { record: { caseId, caseNumber } }, occasion) => {
    const share =
      shareId === undefined ? null : await shareToPay(tx, shareId, caseNumber, occasion.today, await courtCalendar(tx))
    if (share !== null && isRefusal(share)) return share
    if (share !== null && share.creditor !== courtItself) return payeeIsAnother(share.creditor)
    const { receivedFen, feeFen } = await moneyOfCase(tx, caseNumber)
    const reckoned = enforcementFee({ claim: fen(receivedFen), on: occasion.today })
    const dueFen = isDenied(reckoned) || !('fee' in reckoned.value) ? 0n : reckoned.value.fee
    if ((amountFen ?? 1n) > dueFen - feeFen) return feeTaken(dueFen, feeFen)
    const workings = isDenied(reckoned) ? [] : reckoned.workings
    const leftFen = dueFen - feeFen
    const atMostFen = share !== null && share.payableFen < leftFen ? share.payableFen : leftFen
    const byPlan = share === null ? {} : { shareId: share.shareId }
    return proposal(
      tx,
      { ...inside, ...byPlan, toKind: 'fee', caseId, caseNumber, amountFen, atMostFen, workings },
      occasion,
    )
  },
  decide: (_facts, _input, _occasion, found): PayoutProposed => found,
  save: saveProposals,
  subjects: ofPayout,
  answer: ({ payoutId, amountFen }) => ({ payoutId, amountFen: amountFen.toString() }),
})

/** 扣付悬赏金: from what the applicant gets, by the notice that was published (财产调查规定 (2020) art. 24). */
export const proposeBounty = recordCommand(caseRecord, {
  name: 'funds.propose-bounty',
  title: label('扣付悬赏金', 'Take the bounty'),
  may: 'funds.propose',
  cites: ['bounty.pay'],
  input: ProposeBounty,
  load: withFreeMoney,
  offers: ({ freeFen }) => freeFen > 0n,
  consult: async (tx, input, { record: { caseId, caseNumber } }, occasion) => {
    const { ratePpm, fixedFen, recoveredFen, applicantShareFen, amountFen } = input
    if ((ratePpm === undefined) === (fixedFen === undefined)) return schemeNeeded()
    const { value, workings } = bountyPayout({
      scheme: fixedFen === undefined ? { ratePpm: BigInt(ratePpm ?? 0) } : { fixed: fixedFen },
      recovered: recoveredFen,
      applicantShare: applicantShareFen,
      on: occasion.today,
    })
    if (amountFen > value.bounty) return bountyTooHigh(value.bounty)
    return proposal(
      tx,
      { ...inside, kind: 'bounty', toKind: 'bounty', caseId, caseNumber, amountFen, workings },
      occasion,
    )
  },
  decide: (_facts, _input, _occasion, found): PayoutProposed => found,
  save: saveProposals,
  subjects: ofPayout,
  answer: ({ payoutId }) => ({ payoutId }),
})

/** 提存: money whose payee refuses or cannot be reached is set aside for him (民法典 arts. 570–574). The leader approves. */
export const proposeDeposit = recordCommand(caseRecord, {
  name: 'funds.propose-deposit',
  title: label('申请提存', 'Put money aside'),
  may: 'funds.propose',
  cites: ['funds.escrow'],
  input: ProposeDeposit,
  load: withFreeMoney,
  offers: ({ freeFen }) => freeFen > 0n,
  consult: async (tx, { amountFen, payee, ground, reason }, { record: { caseId, caseNumber } }, occasion) => {
    const needed = await settingValue(tx, attemptsBeforeDeposit)
    const made = await attemptsMade(tx, caseNumber, payee)
    if (made.days < needed) return attemptsNeeded(needed, made.days)
    const wanted = {
      ...inside,
      kind: 'deposit',
      toKind: 'deposited',
      payee,
      payeePartyId: made.partyId,
      caseId,
      caseNumber,
      amountFen,
      purpose: `${ground}：${reason}`,
    } as const
    return proposal(tx, wanted, occasion)
  },
  decide: (_facts, _input, _occasion, found): PayoutProposed => found,
  save: saveProposals,
  subjects: ofPayout,
  answer: ({ payoutId }) => ({ payoutId }),
})

export type AttemptRecorded = Fact & {
  readonly type: 'funds.attempt-recorded'
  readonly attemptId: string
  readonly caseId: string
  readonly caseNumber: string
  readonly payee: string
  readonly payeePartyId: string | null
  readonly how: string
  readonly outcome: string
  readonly occurredOn: Temporal.PlainDate
}

/** 登记联系: one try to reach whom money belongs to, with what came of it. */
export const recordAttempt = recordCommand(caseRecord, {
  name: 'funds.record-attempt',
  title: label('登记联系收款人', 'Record an attempt to reach the payee'),
  may: 'funds.propose',
  cites: ['funds.escrow'],
  input: RecordAttempt,
  load: withFreeMoney,
  offers: ({ freeFen }) => freeFen > 0n,
  decide: (
    { record: { caseId, caseNumber } },
    { payeePartyId = null, ...input },
    { today },
  ): AttemptRecorded | Refusal =>
    isBefore(today, input.occurredOn)
      ? dayInFuture('/occurredOn')
      : { type: 'funds.attempt-recorded', attemptId: newId(), caseId, caseNumber, payeePartyId, ...input },
  save: async ({ client }, facts, { actor, now }) => {
    for (const fact of facts)
      await client.query(
        `insert into funds_contact_attempt (attempt_id, case_number, payee, payee_party_id, happened_on, how, outcome,
           recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9::timestamptz)`,
        [
          fact.attemptId,
          fact.caseNumber,
          fact.payee,
          fact.payeePartyId,
          fact.occurredOn.toString(),
          fact.how,
          fact.outcome,
          actor.id,
          now.toString(),
        ],
      )
  },
  subjects: ({ caseId }) => [`case:${caseId}`],
})

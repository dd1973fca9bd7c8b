import { caseRecord, type Case } from '#capabilities/cases'
import { courtCalendar } from '#capabilities/deadlines'
import { recordCommand } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Subject } from '#kernel/fact.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { isRefusal, type Refusal } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import { sumFen } from '#kernel/values/money.ts'
import type { z } from 'zod'
import { ProposePayout } from '../contract.ts'
import type { PayeeAccount } from '../payee-account.ts'
import { planOfCase, shareToPay } from '../plan-store.ts'
import { moreThanFree, payeeIsAnother, planStandsInTheWay } from '../problems.ts'
import { proposal, saveProposals, usableAccount, type PayoutProposed } from '../propose.ts'
import { freeReceipts, peopleOf } from '../received.ts'

export const ofPayout = ({
  payoutId,
  caseId,
}: {
  readonly payoutId: string
  readonly caseId: string | null
}): readonly [Subject, ...Subject[]] => [`payout:${payoutId}`, ...(caseId === null ? [] : [`case:${caseId}` as const])]

/** A case with what of its money nobody has asked for. */
export const withFreeMoney = async (tx: Tx, record: Case) => ({
  record,
  freeFen: sumFen((await freeReceipts(tx, 'case', record.caseNumber, false)).map(({ freeFen }) => freeFen)),
})

/** 申请发放: money of the case to the applicant, or to whom the file shows it must go. */
export const proposePayout = recordCommand(caseRecord, {
  name: 'funds.propose-payout',
  title: label('申请发放案款', 'Propose a payout'),
  may: 'funds.propose',
  cites: ['funds.payout.deadline', 'funds.payee'],
  input: ProposePayout,
  load: withFreeMoney,
  offers: ({ freeFen }) => freeFen > 0n,
  consult: async (tx, input, { record }, occasion) => {
    const account = await usableAccount(tx, input.payeeAccountId, occasion)
    if (isRefusal(account)) return account
    return wantedOf(tx, input, record, account, occasion)
  },
  decide: (_facts, _input, _occasion, found): PayoutProposed => found,
  save: saveProposals,
  subjects: ofPayout,
  answer: ({ payoutId, amountFen, secondBecause }) => ({ payoutId, amountFen: amountFen.toString(), secondBecause }),
})

type Input = z.output<typeof ProposePayout>

async function wantedOf(
  tx: Tx,
  { payeeRole, amountFen, shareId, follows, purpose }: Input,
  { caseId, caseNumber }: Case,
  account: PayeeAccount,
  occasion: Occasion,
): Promise<PayoutProposed | Refusal> {
  const plan = await planOfCase(tx, caseNumber)
  if (payeeRole === 'creditor' || shareId !== undefined) {
    const share = await shareToPay(tx, shareId, caseNumber, occasion.today, await courtCalendar(tx))
    if (isRefusal(share)) return share
    if (share.creditor !== account.payee) return payeeIsAnother(account.payee)
    if (amountFen !== undefined && amountFen > share.payableFen) return moreThanFree(share.payableFen, amountFen)
    return proposal(
      tx,
      {
        ...plain(account, caseId, caseNumber, purpose),
        payeeRole: account.holderIs === 'agent' ? 'agent' : 'creditor',
        amountFen: amountFen ?? share.payableFen,
        atMostFen: share.payableFen,
        shareId: share.shareId,
        joined: !(await standsAs(tx, 'applicant', account, caseNumber)),
      },
      occasion,
    )
  }
  if (plan && payeeRole !== 'administrator' && payeeRole !== 'debtor') return planStandsInTheWay()
  const wrong = await wrongPayee(tx, payeeRole, account, caseNumber)
  if (wrong) return wrong
  return proposal(
    tx,
    {
      ...plain(account, caseId, caseNumber, purpose),
      kind: payeeRole === 'administrator' ? 'estate' : payeeRole === 'debtor' ? 'refund' : 'case',
      payeeRole: account.holderIs === 'agent' && payeeRole === 'applicant' ? 'agent' : payeeRole,
      amountFen,
      ...(follows !== undefined && { follows }),
    },
    occasion,
  )
}

const plain = (account: PayeeAccount, caseId: string, caseNumber: string, purpose: string | undefined) => ({
  kind: 'case' as const,
  fromKind: 'case' as const,
  caseId,
  caseNumber,
  account,
  payee: account.payee,
  payeePartyId: account.partyId,
  ...(purpose !== undefined && { purpose }),
})

/** An applicant is one of this case; whoever is not goes by the role that says so, and by the leader in charge. */
async function wrongPayee(
  tx: Tx,
  role: Input['payeeRole'],
  account: PayeeAccount,
  caseNumber: string,
): Promise<Refusal | undefined> {
  if (role === 'third' || role === 'administrator') return undefined
  if (role === 'agent' && account.holderIs !== 'agent') return payeeIsAnother(account.payee)
  const stands = await standsAs(tx, role === 'debtor' ? 'debtor' : 'applicant', account, caseNumber)
  return stands ? undefined : payeeIsAnother(account.payee)
}

async function standsAs(
  tx: Tx,
  wanted: 'applicant' | 'debtor',
  { payee, partyId }: PayeeAccount,
  caseNumber: string,
): Promise<boolean> {
  const people = await peopleOf(tx, [caseNumber])
  return people.some(
    ({ role, name, partyId: id }) => role === wanted && (partyId === null ? name === payee : id === partyId),
  )
}

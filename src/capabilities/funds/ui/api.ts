import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { commandContract, listContract, readingContract } from '#web/api.ts'
import { ClaimFilter, ClaimRow, LineFilter, LineMatch, LineRow, ProposeClaim, UndoClaim } from '../claims/contract.ts'
import {
  Because,
  ConfirmPayee,
  DueFilter,
  DueRow,
  EndDeferral,
  MakeOrder,
  OrderRow,
  PayeeAccountRow,
  PayoutCard,
  PayoutFilter,
  PayoutRow,
  ProposeDeferral,
  ProposePayee,
  ProposePayout,
  TakeAnswer,
  WhereIsMoney,
} from '../payouts/contract.ts'
import {
  AskActs,
  BankAccounts,
  DeferralFilter,
  DeferralRow,
  PayeeFilter,
  PayeeRow,
  RecordActs,
  WaitingClaim,
} from '../screens/contract.ts'

const ofLine = z.object({ bankLineId: z.uuid() })
const ofCase = z.object({ caseId: z.uuid() })

export const lineList = listContract({ name: 'funds.lines', input: LineFilter, row: LineRow })
export const claimList = listContract({ name: 'funds.claims', input: ClaimFilter, row: ClaimRow })
export const payoutList = listContract({ name: 'funds.payouts', input: PayoutFilter, row: PayoutRow })
export const dueList = listContract({ name: 'funds.payouts-due', input: DueFilter, row: DueRow })
export const deferralList = listContract({ name: 'funds.deferrals', input: DeferralFilter, row: DeferralRow })
export const orderList = listContract({ name: 'funds.payment-orders', input: z.object({}), row: OrderRow })
export const payeeList = listContract({ name: 'funds.payees', input: PayeeFilter, row: PayeeRow })

export const matchReading = readingContract({ name: 'funds.line-match', input: ofLine, output: LineMatch })
export const waitingReading = readingContract({ name: 'funds.waiting-claim', input: ofLine, output: WaitingClaim })
export const actsReading = readingContract({ name: 'funds.acts', input: AskActs, output: RecordActs })
export const payoutReading = readingContract({
  name: 'funds.payout',
  input: z.object({ payoutId: z.uuid() }),
  output: PayoutCard,
})
export const whereReading = readingContract({ name: 'funds.where', input: ofCase, output: WhereIsMoney })
export const payeeReading = readingContract({
  name: 'funds.payee-accounts',
  input: z.object({ payee: z.string() }),
  output: z.object({ accounts: z.array(PayeeAccountRow) }),
})
export const bankReading = readingContract({
  name: 'funds.bank-accounts',
  input: z.object({}),
  output: BankAccounts,
})

const ofProposal = z.object({ approvalId: z.uuid() })
export const proposeClaim = commandContract({
  name: 'funds.propose-claim',
  title: label('认领', 'Claim'),
  input: ProposeClaim,
})
export const confirmClaim = commandContract({
  name: 'funds.confirm-claim',
  title: label('复核认领', 'Confirm the claim'),
  input: ofProposal,
})
export const refuseClaim = commandContract({
  name: 'funds.refuse-claim',
  title: label('退回认领', 'Refuse the claim'),
  input: UndoClaim.extend(ofProposal.shape),
})
export const undoClaim = commandContract({
  name: 'funds.undo-claim',
  title: label('撤销认领', 'Undo the claim'),
  input: UndoClaim.extend({ claimId: z.uuid() }),
})

export const proposePayout = commandContract({
  name: 'funds.propose-payout',
  title: label('申请发放', 'Propose a payout'),
  input: ProposePayout.extend(ofCase.shape),
})
export const proposeDeferral = commandContract({
  name: 'funds.propose-deferral',
  title: label('申请延缓发放', 'Ask to defer'),
  input: ProposeDeferral.extend(ofCase.shape),
})
export const endDeferral = commandContract({
  name: 'funds.end-deferral',
  title: label('结束延缓', 'End the deferral'),
  input: EndDeferral.extend({ deferralId: z.uuid() }),
})
export const makeOrder = commandContract({
  name: 'funds.make-order',
  title: label('制单付款', 'Make the order'),
  input: MakeOrder,
})
export const takeAnswer = commandContract({
  name: 'funds.take-bank-answer',
  title: label('导入银行回单', 'Take the bank’s answer'),
  input: TakeAnswer,
})
export const proposePayee = commandContract({
  name: 'funds.propose-payee',
  title: label('登记收款账户', 'Record an account'),
  input: ProposePayee,
})
export const confirmPayee = commandContract({
  name: 'funds.confirm-payee',
  title: label('复核收款账户', 'Confirm the account'),
  input: ConfirmPayee.extend({ payeeAccountId: z.uuid() }),
})
export const refusePayee = commandContract({
  name: 'funds.refuse-payee',
  title: label('退回收款账户', 'Refuse the account'),
  input: Because.extend({ payeeAccountId: z.uuid() }),
})

import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { label, type Label } from '#kernel/values/labels.ts'
import { commandContract, listContract, readingContract, type CommandContract } from '#web/api.ts'
import { call } from '#web/http.ts'
import { ClaimFilter, ClaimRow, LineFilter, LineMatch, LineRow, ProposeClaim, UndoClaim } from '../claims/contract.ts'
import { AttemptList, HoldList, PlanCreditors, PlanFilter, PlanRow } from '../payouts/case-contract.ts'
import {
  AdvanceObjection,
  Because,
  ConfirmPayee,
  ConfirmRelease,
  DrawPlan,
  DueFilter,
  DueRow,
  EndDeferral,
  LinePayouts,
  MakeOrder,
  ObjectToPlan,
  OrderRow,
  PayeeAccountRow,
  PayoutCard,
  PayoutFilter,
  PayoutRow,
  PlaceHold,
  PlanView,
  ProposeBounty,
  ProposeDeferral,
  ProposeDeposit,
  ProposeFee,
  ProposeOutlay,
  ProposePayee,
  ProposePayout,
  RecordAttempt,
  RecordOutcome,
  ReleaseList,
  ServePlan,
  TakeAnswer,
  WhereIsMoney,
} from '../payouts/contract.ts'
import { LineTries, RecordTry } from '../unknown/contract.ts'
import { CloseDay, DayEnd, DayQuestion, MonthEnd, MonthQuestion } from '../reconciliation/contract.ts'
import {
  ImportStatement,
  OpenBankAccount,
  StatementHead,
  StatementHeadQuestion,
  StatementRow,
  TeachLayout,
} from '../statements/contract.ts'
import { AlarmFilter, AlarmRow, AlertFilter, AlertRow } from '../audit/contract.ts'
import {
  AuditAgeing,
  AuditAgeingQuestion,
  AuditSample,
  AuditSampleQuestion,
  BalanceFilter,
  BalanceRow,
  PostingFilter,
  PostingRow,
} from '../screens/audit-contract.ts'
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
export const triesReading = readingContract({ name: 'funds.line-tries', input: ofLine, output: LineTries })
export const linePayoutsReading = readingContract({ name: 'funds.line-payouts', input: ofLine, output: LinePayouts })
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
export const recordTry = commandContract({
  name: 'funds.record-try',
  title: label('登记查找经过', 'Record what was tried'),
  input: RecordTry,
})
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

/** The acts that a payout passes through, by their names; their titles come with the server's menu. */
const ofPayout = z.object({ payoutId: z.uuid() })
const payoutAct = (
  name: `funds.${string}`,
  title: Label,
  input: z.ZodObject = ofPayout,
): CommandContract<z.ZodObject> => commandContract({ name, title, input })
const payoutBecause = Because.extend(ofPayout.shape)
export const payoutActs = [
  payoutAct('funds.check-payout', label('核对通过', 'Check')),
  payoutAct('funds.approve-payout', label('批准', 'Approve')),
  payoutAct('funds.approve-payout-second', label('批准', 'Approve')),
  payoutAct('funds.refuse-payout', label('退回并说明', 'Send back'), payoutBecause),
  payoutAct('funds.reject-payout', label('退回并说明', 'Send back'), payoutBecause),
  payoutAct('funds.reject-payout-second', label('退回并说明', 'Send back'), payoutBecause),
  payoutAct('funds.cancel-payout', label('撤回', 'Take back'), payoutBecause),
  payoutAct('funds.record-outcome', label('登记银行结果', 'Record the outcome'), RecordOutcome.extend(ofPayout.shape)),
] as const

/** The same, of a line that shows it. */
export const recordOutcome = commandContract({
  name: 'funds.record-outcome',
  title: label('是这笔', 'It is this one'),
  input: RecordOutcome.extend(ofPayout.shape),
})

const ofDeferral = z.object({ deferralId: z.uuid() })
const deferralBecause = Because.extend(ofDeferral.shape)
export const deferralActs = [
  payoutAct('funds.review-deferral', label('同意延缓', 'Agree'), ofDeferral),
  payoutAct('funds.approve-deferral', label('批准延缓', 'Approve'), ofDeferral),
  payoutAct('funds.refuse-deferral', label('不同意', 'Refuse'), deferralBecause),
  payoutAct('funds.reject-deferral', label('不批准', 'Reject'), deferralBecause),
  payoutAct('funds.end-deferral', label('结束延缓', 'End'), EndDeferral.extend(ofDeferral.shape)),
] as const

/** Of the register: only what money screens show of a case, kept apart from what its own pages keep. */
const Parties = z.object({
  caseNumber: z.string(),
  parties: z.array(z.object({ role: z.string(), name: z.string(), partyId: z.string() })),
})
export const partiesOptions = (caseId: string) => asked(['funds parties', caseId], 'cases.cockpit', { caseId }, Parties)
const LabelText = z.object({ zh: z.string(), en: z.string() })
const MoneyMenu = z.object({
  items: z.array(
    z.object({
      command: z.string(),
      title: LabelText,
      state: z.enum(['allowed', 'refused']),
      because: z.object({ detail: LabelText }).nullable(),
    }),
  ),
})
export const moneyMenuOptions = (caseId: string) => asked(['funds menu', caseId], 'cases.menu', { caseId }, MoneyMenu)

const asked = <Output extends z.ZodType>(
  queryKey: readonly string[],
  name: string,
  input: Readonly<Record<string, string>>,
  output: Output,
) =>
  queryOptions({
    queryKey,
    queryFn: async ({ signal }): Promise<z.output<Output>> =>
      output.parse(
        await call(`/api/queries/${name}?${new URLSearchParams({ input: JSON.stringify(input) })}`, { signal }),
      ),
  })

export const statementList = listContract({ name: 'funds.statements', input: z.object({}), row: StatementRow })
export const headReading = readingContract({
  name: 'funds.statement-head',
  input: StatementHeadQuestion,
  output: StatementHead,
})
export const importStatement = commandContract({
  name: 'funds.import-statement',
  title: label('导入流水', 'Import a statement'),
  input: ImportStatement,
})
export const teachLayout = commandContract({
  name: 'funds.teach-layout',
  title: label('记住并导入', 'Remember and import'),
  input: TeachLayout,
})
export const openBankAccount = commandContract({
  name: 'funds.open-bank-account',
  title: label('登记案款账户', 'Register the account'),
  input: OpenBankAccount,
  answer: z.object({ bankAccountId: z.uuid() }),
})

export const dayReading = readingContract({ name: 'funds.day-end', input: DayQuestion, output: DayEnd })
export const monthReading = readingContract({ name: 'funds.month-end', input: MonthQuestion, output: MonthEnd })
export const closeDay = commandContract({
  name: 'funds.close-day',
  title: label('日结', 'Close the day'),
  input: CloseDay,
})

export const proposeFee = commandContract({
  name: 'funds.propose-fee',
  title: label('申请扣收执行费', 'Propose the fee'),
  input: ProposeFee.extend(ofCase.shape),
})
export const proposeBounty = commandContract({
  name: 'funds.propose-bounty',
  title: label('申请支付悬赏金', 'Propose a bounty'),
  input: ProposeBounty.extend(ofCase.shape),
})
export const proposeDeposit = commandContract({
  name: 'funds.propose-deposit',
  title: label('申请提存', 'Propose to put aside'),
  input: ProposeDeposit.extend(ofCase.shape),
})
export const recordAttempt = commandContract({
  name: 'funds.record-attempt',
  title: label('登记联系经过', 'Record an attempt'),
  input: RecordAttempt.extend(ofCase.shape),
})
export const placeHold = commandContract({
  name: 'funds.place-hold',
  title: label('暂停发放', 'Hold the money'),
  input: PlaceHold.extend(ofCase.shape),
})
export const liftHold = commandContract({
  name: 'funds.lift-hold',
  title: label('解除暂停', 'Lift the hold'),
  input: Because.extend({ holdId: z.uuid() }),
})
export const listReleases = commandContract({
  name: 'funds.list-releases',
  title: label('列解控清单', 'List what must be released'),
  input: ofCase,
})

export const sampleReading = readingContract({
  name: 'funds.audit-sample',
  input: AuditSampleQuestion,
  output: AuditSample,
})
export const ageingReading = readingContract({
  name: 'funds.audit-ageing',
  input: AuditAgeingQuestion,
  output: AuditAgeing,
})
export const balanceList = listContract({ name: 'funds.account-balances', input: BalanceFilter, row: BalanceRow })
export const alarmList = listContract({ name: 'funds.audit-alarms', input: AlarmFilter, row: AlarmRow })
export const alertList = listContract({ name: 'funds.payout-alerts', input: AlertFilter, row: AlertRow })
export const postingList = listContract({ name: 'funds.postings', input: PostingFilter, row: PostingRow })

/** A file that the server makes or keeps, by the name of its query. */
export const fileHref = (query: `funds.${string}`, input: Readonly<Record<string, string>>): string =>
  `/api/queries/${query}?${new URLSearchParams({ input: JSON.stringify(input) })}`

export const planList = listContract({ name: 'funds.plans-drawn', input: PlanFilter, row: PlanRow })
export const plansReading = readingContract({ name: 'funds.plans', input: ofCase, output: PlanView })
export const creditorsReading = readingContract({ name: 'funds.plan-creditors', input: ofCase, output: PlanCreditors })
export const holdsReading = readingContract({ name: 'funds.holds', input: ofCase, output: HoldList })
export const attemptsReading = readingContract({ name: 'funds.attempts', input: ofCase, output: AttemptList })
export const releasesReading = readingContract({ name: 'funds.releases', input: ofCase, output: ReleaseList })

const ofPlan = z.object({ planId: z.uuid() })
export const drawPlan = commandContract({
  name: 'funds.draw-plan',
  title: label('制作分配方案', 'Draw the plan'),
  input: DrawPlan.extend(ofCase.shape),
})
export const servePlan = commandContract({
  name: 'funds.serve-plan',
  title: label('登记送达', 'Record service'),
  input: ServePlan.extend(ofPlan.shape),
})
export const objectToPlan = commandContract({
  name: 'funds.object-to-plan',
  title: label('登记异议', 'Record an objection'),
  input: ObjectToPlan.extend(ofPlan.shape),
})
export const advanceObjection = commandContract({
  name: 'funds.advance-plan-objection',
  title: label('登记进展', 'Record its course'),
  input: AdvanceObjection.extend({ objectionId: z.uuid() }),
})
export const withdrawPlan = commandContract({
  name: 'funds.withdraw-plan',
  title: label('撤回方案', 'Withdraw the plan'),
  input: Because.extend(ofPlan.shape),
})
export const confirmRelease = commandContract({
  name: 'funds.confirm-release',
  title: label('登记回执', 'Record the receipt'),
  input: ConfirmRelease.extend(ofCase.shape),
})
export const proposeOutlay = commandContract({
  name: 'funds.propose-outlay',
  title: label('申请退款或上缴', 'Propose a refund or hand-over'),
  input: ProposeOutlay,
})

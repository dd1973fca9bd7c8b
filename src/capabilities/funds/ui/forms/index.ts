import { label, type Label } from '#kernel/values/labels.ts'
import type { FormDeclaration } from '#pages/desk'
import type * as CaseForms from './CaseMoneyForms.tsx'
import type * as PayeeForms from './PayeeForms.tsx'
import type * as PlanForms from '../plan/PlanForms.tsx'
import type * as ReleaseForms from './ReleaseForms.tsx'

const payoutForm = (command: string, title: Label): FormDeclaration => ({
  command,
  title,
  load: async () => (await import('./PayoutForms.tsx')).payoutForm(command),
})
const deferralForm = (command: string, title: Label): FormDeclaration => ({
  command,
  title,
  load: async () => (await import('./PayoutForms.tsx')).deferralForm(command),
})
const caseForm = (command: string, title: Label, form: keyof typeof CaseForms): FormDeclaration => ({
  command,
  title,
  load: async () => (await import('./CaseMoneyForms.tsx'))[form],
})
const payeeForm = (command: string, title: Label, form: keyof typeof PayeeForms): FormDeclaration => ({
  command,
  title,
  load: async () => (await import('./PayeeForms.tsx'))[form],
})

const planForm = (command: string, title: Label, form: keyof typeof PlanForms): FormDeclaration => ({
  command,
  title,
  load: async () => (await import('../plan/PlanForms.tsx'))[form],
})
const releaseForm = (
  command: string,
  title: Label,
  width: number,
  form: keyof typeof ReleaseForms,
): FormDeclaration => ({
  command,
  title,
  width,
  load: async () => (await import('./ReleaseForms.tsx'))[form],
})

/** Forms of money acts, opened from the case's menu, the desk, a drawer or a refusal. */
export const moneyForms: readonly FormDeclaration[] = [
  payoutForm('funds.check-payout', label('核对发放', 'Check a payout')),
  payoutForm('funds.approve-payout', label('批准发放', 'Approve a payout')),
  payoutForm('funds.approve-payout-second', label('院领导批准发放', 'Second approval')),
  payoutForm('funds.refuse-payout', label('核对不通过', 'Refuse at the check')),
  payoutForm('funds.reject-payout', label('不予批准', 'Reject')),
  payoutForm('funds.reject-payout-second', label('院领导不予批准', 'Reject at the second approval')),
  payoutForm('funds.cancel-payout', label('撤回发放', 'Take a payout back')),
  payoutForm('funds.record-outcome', label('登记银行结果', 'Record the outcome')),
  deferralForm('funds.review-deferral', label('同意延缓', 'Agree to a deferral')),
  deferralForm('funds.approve-deferral', label('批准延缓', 'Approve a deferral')),
  deferralForm('funds.refuse-deferral', label('不同意延缓', 'Refuse a deferral')),
  deferralForm('funds.reject-deferral', label('不批准延缓', 'Reject a deferral')),
  deferralForm('funds.end-deferral', label('结束延缓', 'End a deferral')),
  caseForm('funds.propose-payout', label('申请发放', 'Propose a payout'), 'ProposePayoutForm'),
  caseForm('funds.propose-fee', label('申请扣收执行费', 'Propose the fee'), 'ProposeFeeForm'),
  caseForm('funds.propose-bounty', label('申请支付悬赏金', 'Propose a bounty'), 'ProposeBountyForm'),
  caseForm('funds.propose-deposit', label('申请提存', 'Propose to put aside'), 'ProposeDepositForm'),
  caseForm('funds.propose-deferral', label('申请延缓发放', 'Ask to defer'), 'ProposeDeferralForm'),
  caseForm('funds.record-attempt', label('登记联系经过', 'Record an attempt'), 'RecordAttemptForm'),
  caseForm('funds.place-hold', label('暂停发放', 'Hold the money'), 'PlaceHoldForm'),
  caseForm('funds.lift-hold', label('解除暂停', 'Lift the hold'), 'LiftHoldForm'),
  caseForm('funds.undo-claim', label('撤销认领', 'Undo a claim'), 'UndoClaimForm'),
  {
    command: 'funds.propose-outlay',
    title: label('申请退款或上缴', 'Propose a refund or hand-over'),
    load: async () => (await import('./OutlayForm.tsx')).OutlayForm,
  },
  {
    command: 'funds.draw-plan',
    title: label('制作分配方案', 'Draw the plan'),
    width: 1120,
    load: async () => (await import('../plan/DrawPlanForm.tsx')).DrawPlanForm,
  },
  planForm('funds.serve-plan', label('登记方案送达', 'Record service of the plan'), 'ServePlanForm'),
  planForm('funds.object-to-plan', label('登记方案异议', 'Record an objection'), 'ObjectToPlanForm'),
  planForm('funds.advance-plan-objection', label('登记异议进展', 'Record its course'), 'AdvanceObjectionForm'),
  planForm('funds.withdraw-plan', label('撤回分配方案', 'Withdraw the plan'), 'WithdrawPlanForm'),
  releaseForm('funds.list-releases', label('解控清单', 'Release checklist'), 960, 'ListReleasesForm'),
  releaseForm('funds.confirm-release', label('登记解除回执', 'Record the receipt'), 560, 'ConfirmReleaseForm'),
  payeeForm('funds.propose-payee', label('登记收款账户', 'Record an account'), 'ProposePayeeForm'),
  payeeForm('funds.confirm-payee', label('复核收款账户', 'Confirm an account'), 'ConfirmPayeeForm'),
  payeeForm('funds.refuse-payee', label('退回收款账户', 'Refuse an account'), 'RefusePayeeForm'),
]

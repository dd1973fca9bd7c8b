import { label } from '#kernel/values/labels.ts'
import type { ActFormProps } from '#pages/desk'
import { confirmPayee, proposePayee, refusePayee } from '../api.ts'
import { ActForm } from './act-form.tsx'

const labels = {
  payee: label('收款人', 'Payee'),
  holder: label('户名', 'Holder'),
  holderHint: label('与收款人不同时须写授权', 'Another holder needs an authority'),
  holderIs: label('户名是', 'The holder is'),
  self: label('收款人本人', 'The payee'),
  agent: label('代理人', 'An agent'),
  authority: label('特别授权（文书、日期、写明领款）', 'Special authority'),
  bank: label('开户行', 'Bank'),
  number: label('账号', 'Number'),
  reason: label('变更原因', 'Reason for the change'),
  callBack: label('回拨核实（电话、与谁、核实了什么）', 'Call-back: number, with whom, what was confirmed'),
  why: label('理由', 'Reason'),
}

export const ProposePayeeForm = (props: ActFormProps) => (
  <ActForm
    {...props}
    contract={proposePayee}
    first={{ holderIs: 'payee' }}
    fields={{
      payee: { title: labels.payee },
      holder: { title: labels.holder, hint: labels.holderHint },
      holderIs: {
        title: labels.holderIs,
        kind: 'choice',
        options: [
          { value: 'payee', title: labels.self },
          { value: 'agent', title: labels.agent },
        ],
      },
      authority: { title: labels.authority },
      bank: { title: labels.bank },
      accountNumber: { title: labels.number },
      reason: { title: labels.reason },
    }}
  />
)

export const ConfirmPayeeForm = (props: ActFormProps) => (
  <ActForm {...props} contract={confirmPayee} fields={{ callBackNote: { title: labels.callBack, kind: 'long' } }} />
)
export const RefusePayeeForm = (props: ActFormProps) => (
  <ActForm {...props} contract={refusePayee} fields={{ reason: { title: labels.why, kind: 'long' } }} />
)

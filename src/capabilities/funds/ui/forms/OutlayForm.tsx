import { label, type Label } from '#kernel/values/labels.ts'
import { textIn, type ActFormProps } from '#pages/desk'
import { outlaySources, payeeRoles, type OutlaySource } from '../../payouts/contract.ts'
import { proposeOutlay } from '../api.ts'
import { ActForm } from './act-form.tsx'
import { PayeePicker } from './PayeePicker.tsx'

const labels = {
  from: label('款项', 'Which money'),
  caseNumber: label('案号', 'Case'),
  caseHint: label('本案的款项写案号；全院的执行费、罚款上缴可不写', 'Empty for fees and fines of the whole court'),
  account: label('收款账户', 'Account'),
  role: label('收款人是', 'The payee is'),
  amount: label('金额', 'Amount'),
  all: label('留空则为该账目全部可付金额', 'Empty: all that is free'),
  purpose: label('事由', 'Purpose'),
  attempted: label('联系过的收款人', 'Whom one tried to reach'),
  attemptedHint: label(
    '无人领取的款上缴国库前须联系过本人；联系在案件案款页登记',
    'Before money nobody fetches is handed over',
  ),
}
const sourceLabels: Readonly<Record<OutlaySource, Label>> = {
  refundable: label('待退款（多缴、错缴）', 'Overpaid'),
  guarantee: label('担保金', 'Guarantee'),
  'auction-deposit': label('拍卖保证金', 'Auction deposit'),
  fee: label('执行费', 'Fee'),
  fine: label('罚款', 'Fine'),
  bounty: label('悬赏金', 'Bounty'),
  deposited: label('提存款', 'Put aside'),
}
const roles = ['payer', 'debtor', 'applicant', 'agent', 'third', 'informant', 'treasury'] as const

/** 退款与上缴: money that is not the applicant's leaves its own account by the same chain as a payout. */
export function OutlayForm(props: ActFormProps) {
  return (
    <ActForm
      {...props}
      contract={proposeOutlay}
      first={{ from: 'refundable', payeeRole: 'payer' }}
      fields={{
        from: {
          title: labels.from,
          options: outlaySources.map((value) => ({ value, title: sourceLabels[value] })),
        },
        ...(textIn(props.input, 'caseNumber') === '' && {
          caseNumber: { title: labels.caseNumber, hint: labels.caseHint },
        }),
        payeeRole: { title: labels.role, options: roles.map((value) => ({ value, title: payeeRoles[value] })) },
        payeeAccountId: {
          title: labels.account,
          control: (control) => <PayeePicker {...control} caseId={textIn(props.input, 'caseId')} role="debtor" />,
        },
        amountFen: { title: labels.amount, hint: labels.all },
        purpose: { title: labels.purpose },
        attemptedPayee: { title: labels.attempted, hint: labels.attemptedHint },
      }}
    >
      {textIn(props.input, 'caseNumber') !== '' && <p>{textIn(props.input, 'caseNumber')}</p>}
    </ActForm>
  )
}

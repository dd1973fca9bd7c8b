import { useSuspenseQuery } from '@tanstack/react-query'
import { label, type Label } from '#kernel/values/labels.ts'
import { textIn, type ActFormProps } from '#pages/desk'
import { queryOptionsFor } from '#web/api.ts'
import type { FieldSpec } from '#web/components/FormField.tsx'
import { Money } from '#web/components/Money.tsx'
import { useLabels } from '#web/language.ts'
import { useSession } from '#web/session.ts'
import { deferralGrounds, depositGrounds, payeeRoles } from '../../payouts/contract.ts'
import {
  liftHold,
  placeHold,
  proposeBounty,
  proposeDeferral,
  proposeDeposit,
  proposeFee,
  proposePayout,
  recordAttempt,
  undoClaim,
  whereReading,
} from '../api.ts'
import { useAttempts } from '../Holding.tsx'
import { ActForm } from './act-form.tsx'
import { PayeePicker } from './PayeePicker.tsx'

const labels = {
  free: label('到账待发', 'Not asked for yet'),
  account: label('收款账户', 'Account'),
  role: label('收款人是', 'The payee is'),
  roleHint: label('垫付的评估、拍卖等费用付给第三人，在用途里写明票据', 'Costs advanced go to a third person'),
  amount: label('金额', 'Amount'),
  all: label('留空则发放全部可发金额', 'Empty: all that is free'),
  purpose: label('用途', 'Purpose'),
  ground: label('事由', 'Ground'),
  reason: label('说明', 'Reason'),
  until: label('延至', 'Until'),
  payee: label('收款人', 'Payee'),
  on: label('日期', 'Day'),
  how: label('方式', 'How'),
  outcome: label('结果', 'Outcome'),
  recovered: label('线索带来的到位', 'Recovered by the clue'),
  share: label('申请执行人应得', 'The applicant’s share'),
  rate: label('比例（百万分之）', 'Rate (per million)'),
  fixed: label('固定金额', 'Fixed sum'),
  objection: label('异议案号', 'Objection case'),
}
const reason: FieldSpec = { title: labels.reason, kind: 'long' }
const same = (words: readonly string[]) => words.map((value) => ({ value, title: label(value, value) }))
const named = (titles: Readonly<Record<string, Label>>, codes: readonly string[]) =>
  codes.map((value) => ({ value, title: titles[value] ?? label(value, value) }))
const holdGrounds: Readonly<Record<string, Label>> = {
  objection: label('执行异议', 'Objection'),
  suit: label('异议之诉', 'Suit'),
  'preserved-elsewhere': label('另案冻结或保全', 'Preserved elsewhere'),
  'higher-court': label('上级法院暂缓', 'Stayed by a higher court'),
  security: label('提供担保', 'Security'),
}

/** What of the case's money no payout asks for yet: known, not asked. */
function FreeMoney({ caseId }: { readonly caseId: string }) {
  const t = useLabels(labels)
  const { data } = useSuspenseQuery(queryOptionsFor(whereReading, { caseId }))
  return (
    <p>
      {data.caseNumber}　{t.free}{' '}
      <b>
        <Money amount={data.sums.arrived} unit />
      </b>
    </p>
  )
}

export function ProposePayoutForm(props: ActFormProps) {
  const caseId = textIn(props.input, 'caseId')
  const payee = textIn(props.input, 'payee')
  return (
    <ActForm
      {...props}
      contract={proposePayout}
      first={{ payeeRole: 'applicant' }}
      fields={{
        payeeAccountId: {
          title: labels.account,
          control: (control) => <PayeePicker {...control} caseId={caseId} payee={payee} />,
        },
        payeeRole: {
          title: labels.role,
          hint: labels.roleHint,
          options: named(payeeRoles, ['applicant', 'agent', 'creditor', 'third', 'administrator', 'debtor']),
        },
        amountFen: { title: labels.amount, hint: labels.all },
        purpose: { title: labels.purpose },
      }}
    >
      <FreeMoney caseId={caseId} />
    </ActForm>
  )
}

export const ProposeFeeForm = (props: ActFormProps) => (
  <ActForm {...props} contract={proposeFee} fields={{ amountFen: { title: labels.amount, hint: labels.all } }}>
    <FreeMoney caseId={textIn(props.input, 'caseId')} />
  </ActForm>
)

export const ProposeBountyForm = (props: ActFormProps) => (
  <ActForm
    {...props}
    contract={proposeBounty}
    fields={{
      amountFen: { title: labels.amount },
      recoveredFen: { title: labels.recovered },
      applicantShareFen: { title: labels.share },
      ratePpm: { title: labels.rate },
      fixedFen: { title: labels.fixed },
    }}
  />
)

/** How often and on how many days somebody was tried to be reached: what the rule asks for before money is put aside. */
function TriedSoFar({ caseId }: { readonly caseId: string }) {
  const { needed, attempts } = useAttempts(caseId)
  const days = new Set(attempts.map(({ occurredOn }) => occurredOn.toString())).size
  const t = useLabels({
    tried: label(`已在 ${days} 个不同日期联系，至少须 ${needed} 个`, `Tried on ${days} days, ${needed} are needed`),
  })
  return <p className="dx-t2">{t.tried}</p>
}

export const ProposeDepositForm = (props: ActFormProps) => (
  <ActForm
    {...props}
    contract={proposeDeposit}
    fields={{
      payee: { title: labels.payee },
      ground: { title: labels.ground, options: same(depositGrounds) },
      amountFen: { title: labels.amount, hint: labels.all },
      reason,
    }}
  >
    <FreeMoney caseId={textIn(props.input, 'caseId')} />
    <TriedSoFar caseId={textIn(props.input, 'caseId')} />
  </ActForm>
)

export const ProposeDeferralForm = (props: ActFormProps) => (
  <ActForm
    {...props}
    contract={proposeDeferral}
    fields={{
      ground: { title: labels.ground, options: same(deferralGrounds) },
      reason,
      untilOn: { title: labels.until },
    }}
  />
)

export function RecordAttemptForm(props: ActFormProps) {
  const { today } = useSession()
  return (
    <ActForm
      {...props}
      contract={recordAttempt}
      first={{ occurredOn: today.toString() }}
      fields={{
        payee: { title: labels.payee },
        occurredOn: { title: labels.on },
        how: { title: labels.how, options: same(['电话', '短信', '邮寄', '上门', '公告', '其他']) },
        outcome: { title: labels.outcome, kind: 'long' },
      }}
    />
  )
}

export const PlaceHoldForm = (props: ActFormProps) => (
  <ActForm
    {...props}
    contract={placeHold}
    fields={{
      ground: { title: labels.ground, options: named(holdGrounds, Object.keys(holdGrounds)) },
      objectionNumber: { title: labels.objection },
      reason,
    }}
  />
)
export const LiftHoldForm = (props: ActFormProps) => <ActForm {...props} contract={liftHold} fields={{ reason }} />
export const UndoClaimForm = (props: ActFormProps) => <ActForm {...props} contract={undoClaim} fields={{ reason }} />

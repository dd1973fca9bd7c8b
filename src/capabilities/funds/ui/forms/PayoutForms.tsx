import { useSuspenseQuery } from '@tanstack/react-query'
import { label } from '#kernel/values/labels.ts'
import { textIn, type ActFormProps } from '#pages/desk'
import { amountInWords } from '#web/amount-in-words.ts'
import { queryOptionsFor } from '#web/api.ts'
import { CaseNumber } from '#web/components/CaseNumber.tsx'
import type { FieldSpec } from '#web/components/FormField.tsx'
import { Money } from '#web/components/Money.tsx'
import { useSession } from '#web/session.ts'
import { deferralActs, payoutActs, payoutReading } from '../api.ts'
import { ActForm } from './act-form.tsx'

const fields: Readonly<Record<string, FieldSpec>> = {
  reason: { title: label('说明', 'Reason'), kind: 'long' },
  outcome: {
    title: label('结果', 'Outcome'),
    options: [
      { value: 'paid', title: label('已付', 'Paid') },
      { value: 'returned', title: label('退汇', 'Returned') },
    ],
  },
  occurredOn: { title: label('日期', 'Day') },
  endedOn: { title: label('结束日期', 'Ends on') },
}

const fieldsOf = (shape: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name in shape))

/** The form of one of the steps that a payout passes through, over the payout itself. */
export const payoutForm = (command: string) =>
  function PayoutForm(props: ActFormProps) {
    const contract = payoutActs.find(({ name }) => name === command)
    const { today } = useSession()
    if (!contract) return null
    const { shape } = contract.input
    return (
      <ActForm {...props} contract={contract} fields={fieldsOf(shape)} first={{ occurredOn: today.toString() }}>
        <PayoutLine payoutId={textIn(props.input, 'payoutId')} />
      </ActForm>
    )
  }

export const deferralForm = (command: string) =>
  function DeferralForm(props: ActFormProps) {
    const contract = deferralActs.find(({ name }) => name === command)
    const { today } = useSession()
    if (!contract) return null
    return (
      <ActForm
        {...props}
        contract={contract}
        fields={fieldsOf(contract.input.shape)}
        first={{ endedOn: today.toString() }}
      />
    )
  }

function PayoutLine({ payoutId }: { readonly payoutId: string }) {
  const { data } = useSuspenseQuery(queryOptionsFor(payoutReading, { payoutId }))
  return (
    <div>
      <p>
        {data.payee}　{data.accountMasked}　
        {data.caseNumber !== null && <CaseNumber number={data.caseNumber} hang={false} />}
      </p>
      <p className="dx-strong">
        <Money amount={data.amountFen} unit />　<span className="dx-t2">{amountInWords(data.amountFen)}</span>
      </p>
      {data.holds.map(({ rule, text }) => (
        <p key={rule} className="dx-t2">
          {text}
        </p>
      ))}
    </div>
  )
}

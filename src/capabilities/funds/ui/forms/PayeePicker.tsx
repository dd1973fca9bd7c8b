import { useQueries, useSuspenseQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { Suspense, useId, useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import { queryOptionsFor } from '#web/api.ts'
import type { Control } from '#web/components/FormField.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { StatusTag } from '#web/components/StatusTag.tsx'
import { useLabels, useText } from '#web/language.ts'
import { partiesOptions, payeeReading } from '../api.ts'
import { payeeStateLabels } from '../payout-labels.ts'

const labels = {
  other: label('其他收款人姓名', 'Another payee’s name'),
  none: label('还没有登记收款账户。请先登记，由另一人回拨核实。', 'No account is on record yet.'),
}
type Props = Control & { readonly caseId: string }

/** The accounts of the applicants of the case; of somebody else by name. */
export function PayeePicker(props: Props) {
  return (
    <Suspense fallback={<LoadingState lines={2} />}>
      <Accounts {...props} />
    </Suspense>
  )
}

function Accounts({ id, value, onChange, describedBy, caseId }: Props) {
  const t = useLabels(labels)
  const text = useText()
  const name = useId()
  const [other, setOther] = useState('')
  const { data } = useSuspenseQuery(partiesOptions(caseId))
  const applicants = data.parties.filter(({ role }) => role === 'applicant').map((party) => party.name)
  const names = [...new Set([...applicants, ...(other.trim() === '' ? [] : [other.trim()])])]
  const found = useQueries({ queries: names.map((payee) => queryOptionsFor(payeeReading, { payee })) })
  const accounts = found.flatMap((one) => one.data?.accounts ?? []).filter(({ state }) => state !== 'replaced')
  return (
    <div id={id} role="radiogroup" aria-describedby={describedBy}>
      {accounts.length === 0 && found.every(({ isPending }) => !isPending) && <p className="dx-t2">{t.none}</p>}
      {accounts.map(({ payeeAccountId, payee, bank, numberMasked, state }) => (
        <label key={payeeAccountId} className="dx-row" style={{ minHeight: 28, marginBottom: 0 }}>
          <input
            type="radio"
            name={name}
            checked={value === payeeAccountId}
            onChange={() => onChange(payeeAccountId)}
          />
          {payee}　{bank}　{numberMasked}
          <StatusTag tone={state === 'usable' ? 'ok' : 'outline'}>{text(payeeStateLabels[state])}</StatusTag>
        </label>
      ))}
      <Input
        aria-label={t.other}
        placeholder={t.other}
        style={{ width: 240, marginTop: 4 }}
        value={other}
        onChange={({ target }) => setOther(target.value)}
      />
    </div>
  )
}

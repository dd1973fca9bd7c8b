import { useQueries, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { Suspense, useId, useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useOpenAct } from '#pages/desk'
import { queryOptionsFor } from '#web/api.ts'
import type { Control } from '#web/components/FormField.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { StatusTag } from '#web/components/StatusTag.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useMay } from '#web/session.ts'
import { partiesOptions, payeeReading } from '../api.ts'
import { payeeStateLabels } from '../payout-labels.ts'

const labels = {
  other: label('其他收款人姓名', 'Another payee’s name'),
  none: label('还没有登记收款账户，须登记后由另一人回拨核实。', 'No account is on record yet.'),
  record: label('登记收款账户', 'Record an account'),
  account: label('收款账户', 'Account'),
}
type Props = Control & {
  /** Whose accounts are offered: those of this case in one role, or of one named payee. */
  readonly caseId?: string
  readonly role?: 'applicant' | 'debtor'
  readonly payee?: string
}

/** The accounts of whom the money goes to: known from the case or the plan, of somebody else by name. */
export function PayeePicker({ caseId = '', role = 'applicant', payee = '', ...control }: Props) {
  return (
    <Suspense fallback={<LoadingState lines={2} />}>
      {payee === '' && caseId !== '' ? (
        <OfCase {...control} caseId={caseId} role={role} />
      ) : (
        <Accounts {...control} known={payee === '' ? [] : [payee]} fixed={payee !== ''} />
      )}
    </Suspense>
  )
}

function OfCase({ caseId, role, ...control }: Control & { readonly caseId: string; readonly role: string }) {
  const { data } = useSuspenseQuery(partiesOptions(caseId))
  return <Accounts {...control} known={data.parties.flatMap((party) => (party.role === role ? [party.name] : []))} />
}

type AccountsProps = Control & { readonly known: readonly string[]; readonly fixed?: boolean }

function Accounts({ id, value, onChange, describedBy, known, fixed = false }: AccountsProps) {
  const t = useLabels(labels)
  const text = useText()
  const may = useMay()
  const open = useOpenAct()
  const name = useId()
  const [other, setOther] = useState('')
  const names = [...new Set([...known, ...(other.trim() === '' ? [] : [other.trim()])])]
  const found = useQueries({ queries: names.map((payee) => queryOptionsFor(payeeReading, { payee })) })
  const accounts = found.flatMap((one) => one.data?.accounts ?? []).filter(({ state }) => state !== 'replaced')
  const none = accounts.length === 0 && names.length > 0 && found.every(({ isPending }) => !isPending)
  return (
    <div id={id} role="radiogroup" aria-describedby={describedBy} aria-label={t.account}>
      {none && (
        <p className="dx-t2">
          {t.none}{' '}
          {may('funds.keep-payees') && (
            <Button
              size="small"
              onClick={() => open({ command: 'funds.propose-payee', input: { payee: names[0], holder: names[0] } })}
            >
              {t.record}
            </Button>
          )}
        </p>
      )}
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
      {!fixed && (
        <Input
          aria-label={t.other}
          placeholder={t.other}
          style={{ width: 240, marginTop: 4 }}
          value={other}
          onChange={({ target }) => setOther(target.value)}
        />
      )}
    </div>
  )
}

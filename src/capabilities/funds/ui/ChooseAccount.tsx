import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import { queryOptionsFor } from '#web/api.ts'
import { CommandForm } from '#web/components/CommandForm.tsx'
import { useLabels } from '#web/language.ts'
import { bankReading, openBankAccount } from './api.ts'

const labels = {
  account: label('本院案款账户', 'The court’s account'),
  go: label('用这个账户导入', 'Import for this account'),
  bank: label('开户行', 'Bank'),
  title: label('户名', 'Title'),
  number: label('账号', 'Number'),
}

export const useBankAccounts = () => useSuspenseQuery(queryOptionsFor(bankReading, {})).data.accounts

type SelectProps = { readonly value: string | undefined; readonly onChange: (bankAccountId: string) => void }

export function AccountSelect({ value, onChange }: SelectProps) {
  const t = useLabels(labels)
  const accounts = useBankAccounts()
  return (
    <Select
      aria-label={t.account}
      placeholder={t.account}
      style={{ width: 360 }}
      value={value ?? null}
      onChange={onChange}
      options={accounts.map(({ bankAccountId, bank, title, numberMasked }) => ({
        value: bankAccountId,
        label: `${bank} ${numberMasked}　${title}`,
      }))}
    />
  )
}

/** A file that does not say whose it is: one of the accounts on record, or a new one. */
export function ChooseAccount({ onChosen }: { readonly onChosen: (bankAccountId: string) => void }) {
  const t = useLabels(labels)
  const accounts = useBankAccounts()
  const [chosen, setChosen] = useState(accounts.length === 1 ? accounts[0]?.bankAccountId : undefined)
  if (accounts.length === 0) return <NewAccount onOpened={onChosen} />
  return (
    <div className="dx-row" style={{ margin: '8px 20px' }}>
      <AccountSelect value={chosen} onChange={setChosen} />
      <Button type="primary" disabled={chosen === undefined} onClick={() => chosen !== undefined && onChosen(chosen)}>
        {t.go}
      </Button>
    </div>
  )
}

export function NewAccount({ onOpened }: { readonly onOpened: (bankAccountId: string) => void }) {
  return (
    <div style={{ margin: '8px 20px' }}>
      <CommandForm
        contract={openBankAccount}
        fields={{
          bank: { title: labels.bank },
          title: { title: labels.title },
          accountNumber: { title: labels.number },
        }}
        onDone={({ answer }) => onOpened(answer.bankAccountId)}
      />
    </div>
  )
}

import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { Suspense, useState } from 'react'
import type { z } from 'zod'
import { label, type Label } from '#kernel/values/labels.ts'
import { queryOptionsFor, useCommand } from '#web/api.ts'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { Refusal } from '#web/components/Refusal.tsx'
import { useKeys } from '#web/keys/useKeys.tsx'
import { useLabels, useText } from '#web/language.ts'
import type { KeptFile } from '#web/upload.ts'
import { taughtFields, type StatementHead } from '../statements/contract.ts'
import { headReading, teachLayout } from './api.ts'
import { AccountSelect, NewAccount, useBankAccounts } from './ChooseAccount.tsx'

type Field = (typeof taughtFields)[number]
const fieldLabels: Readonly<Record<Field, Label>> = {
  day: label('日期', 'Day'),
  time: label('时间', 'Time'),
  incoming: label('收入金额', 'Money in'),
  outgoing: label('支出金额', 'Money out'),
  amount: label('金额（收支同列）', 'Amount, both ways'),
  direction: label('收支方向', 'Direction'),
  balance: label('余额', 'Balance'),
  peerName: label('对方户名', 'Counterparty'),
  peerAccount: label('对方账号', 'Their account'),
  summary: label('摘要', 'Summary'),
  memo: label('附言', 'Memo'),
  serial: label('流水号', 'Serial'),
  subAccount: label('子账号', 'Sub-account'),
}
const labels = {
  how: label(
    '指明每一列是什么，一次即可；同样表头的流水以后自动识别。至少要有日期和金额。',
    'Say once what each column is; the same head is known from then on.',
  ),
  headRow: label('表头所在行', 'Row of the head'),
  notUsed: label('不用', 'Not used'),
  column: label('列', 'Column'),
}

type Props = { readonly file: KeptFile; readonly onTaught: (bankAccountId: string) => void }

/** 对列: the top of the file as it is, and under each heading what it says. */
export function TeachLayout(props: Props) {
  return (
    <Suspense fallback={<LoadingState lines={8} />}>
      <Columns {...props} />
    </Suspense>
  )
}

const toGuess = ({ rows, headRow, columns }: z.output<typeof StatementHead>): Readonly<Record<string, Field>> => {
  const cells = rows.find(({ row }) => row === headRow)?.cells ?? []
  const guesses = taughtFields.flatMap((field) => {
    const heading = cells[columns[field] ?? -1]
    return heading ? [[heading, field] as const] : []
  })
  return Object.fromEntries(guesses)
}

function Columns({ file: { fileId, fileName }, onTaught }: Props) {
  const t = useLabels(labels)
  const text = useText()
  const { data: head } = useSuspenseQuery(queryOptionsFor(headReading, { fileId, fileName }))
  const accounts = useBankAccounts()
  const [headRow, setHeadRow] = useState(head.headRow ?? head.rows[0]?.row ?? 1)
  const [said, setSaid] = useState(() => toGuess(head))
  const [account, setAccount] = useState(accounts.length === 1 ? accounts[0]?.bankAccountId : undefined)
  const { mutate, error, isPending, reset } = useCommand(teachLayout)
  const cells = head.rows.find(({ row }) => row === headRow)?.cells ?? []
  const headings = cells.filter((cell) => cell.trim() !== '')
  const teach = () => {
    if (account === undefined) return
    const fields = Object.fromEntries(
      headings.flatMap((heading) => {
        const field = said[heading]
        return field === undefined ? [] : [[field, heading]]
      }),
    )
    mutate({ input: { bankAccountId: account, headings, fields } }, { onSuccess: () => onTaught(account) })
  }
  useKeys('record', [{ keys: 'mod+enter', title: teachLayout.title, run: teach }])
  const say = (heading: string, field: string) => {
    reset()
    const others = Object.entries(said).filter(([other, value]) => other !== heading && value !== field)
    const chosen = taughtFields.find((each) => each === field)
    setSaid(Object.fromEntries([...others, ...(chosen ? [[heading, chosen]] : [])]))
  }
  return (
    <div className="dx-funds-teach">
      <p className="dx-t2">{t.how}</p>
      <div className="dx-row">
        <label>
          {t.headRow}{' '}
          <Select
            aria-label={t.headRow}
            value={headRow}
            onChange={setHeadRow}
            options={head.rows.map(({ row }) => ({ value: row, label: `第${row}行` }))}
            style={{ width: 110 }}
          />
        </label>
        {accounts.length > 0 && <AccountSelect value={account} onChange={setAccount} />}
      </div>
      {accounts.length === 0 && account === undefined && <NewAccount onOpened={setAccount} />}
      <div className="dx-tw" tabIndex={0} role="region" aria-label={fileName}>
        <table className="dx-tb">
          <caption className="dx-hidden">{fileName}</caption>
          <thead>
            <tr>
              {cells.map((heading, index) => (
                <th key={`${index}`} scope="col" style={{ width: 132 }}>
                  {heading || `${t.column} ${index + 1}`}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              {cells.map((heading, index) => (
                <td key={`${index}`}>
                  {heading.trim() !== '' && (
                    <Select
                      aria-label={heading}
                      size="small"
                      style={{ width: '100%' }}
                      popupMatchSelectWidth={160}
                      value={said[heading] ?? ''}
                      onChange={(field) => say(heading, field)}
                      options={[
                        { value: '', label: t.notUsed },
                        ...taughtFields.map((value) => ({ value, label: text(fieldLabels[value]) })),
                      ]}
                    />
                  )}
                </td>
              ))}
            </tr>
            {head.rows
              .filter(({ row }) => row > headRow)
              .slice(0, 8)
              .map(({ row, cells: values }) => (
                <tr key={row}>
                  {cells.map((_, index) => (
                    <td key={`${index}`} title={values[index]}>
                      {values[index] ?? ''}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      {error && <Refusal problem={error} />}
      <div className="dx-form-acts">
        <Button type="primary" loading={isPending} disabled={account === undefined} onClick={teach}>
          {text(teachLayout.title)}
        </Button>
        <kbd>Ctrl Enter</kbd>
      </div>
    </div>
  )
}

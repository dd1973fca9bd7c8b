import { Input, Select } from 'antd'
import { useRef, useState } from 'react'
import type { z } from 'zod'
import { label, type Label } from '#kernel/values/labels.ts'
import type { Column } from '#web/components/columns.ts'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ListTools } from '#web/components/ListTools.tsx'
import { Money } from '#web/components/Money.tsx'
import { useList } from '#web/components/useList.ts'
import { useKeys } from '#web/keys/useKeys.tsx'
import { useLabels, useText } from '#web/language.ts'
import type { PostingRow } from '../screens/audit-contract.ts'
import { accountLabels, Named } from './account-names.tsx'
import { postingList } from './api.ts'

const entryLabels: Readonly<Record<string, Label>> = {
  opening: label('期初', 'Opening'),
  receipt: label('到账', 'Receipt'),
  payment: label('付出', 'Payment'),
  claim: label('认领', 'Claim'),
  payout: label('发放', 'Payout'),
  reversal: label('冲正', 'Reversal'),
}
const labels = {
  title: label('分录', 'Postings'),
  on: label('记账日期', 'Posted on'),
  entry: label('分录', 'Entry'),
  account: label('科目', 'Account'),
  caseNumber: label('案号', 'Case'),
  amount: label('金额(元)', 'Amount (yuan)'),
  serial: label('流水号', 'Serial'),
  reason: label('说明', 'Reason'),
  all: label('全部科目', 'All accounts'),
  unit: label('条', ' postings'),
  none: label('没有分录', 'No postings'),
  sums: label('合计即为所选科目的余额；全部科目合计为零。', 'The total is the balance of the accounts shown.'),
  find: label('筛选', 'Filter'),
}
type Row = z.output<typeof PostingRow>

const columns: readonly Column<Row>[] = [
  { id: 'on', title: labels.on, width: 132, sort: 'postedOn', cell: ({ postedOn }) => postedOn.toString() },
  { id: 'entry', title: labels.entry, width: 92, cell: ({ entry }) => <Named of={entry} titles={entryLabels} /> },
  {
    id: 'account',
    title: labels.account,
    width: 116,
    cell: ({ account }) => <Named of={account} titles={accountLabels} />,
  },
  { id: 'case', title: labels.caseNumber, width: 190, cell: ({ caseNumber }) => caseNumber ?? '—' },
  {
    id: 'amount',
    title: labels.amount,
    width: 150,
    right: true,
    sort: 'amountFen',
    sum: 'amountFen',
    cell: ({ amountFen }) => <Money amount={amountFen} />,
  },
  { id: 'serial', title: labels.serial, width: 190, cell: ({ serial }) => serial ?? '—' },
  { id: 'reason', title: labels.reason, cell: ({ reason }) => <span title={reason ?? ''}>{reason ?? '—'}</span> },
]

/** Every movement; the sum of what is shown is the balance, so that any figure can be reckoned again from the export. */
export function Postings() {
  const t = useLabels(labels)
  const text = useText()
  const [kind, setKind] = useState<string>()
  const [caseNumber, setCaseNumber] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const filter = { ...(kind !== undefined && { kind }), ...(caseNumber !== '' && { caseNumber }) }
  const list = useList(postingList, filter, { sort: '-postedOn' })
  useKeys('list', [{ keys: '/', title: labels.find, run: () => input.current?.focus() }])
  return (
    <DataList<Row>
      list={list}
      caption={t.title}
      columns={columns}
      rowKey={({ postingKey }) => postingKey}
      unit={labels.unit}
      tabs={
        <div className="dx-row dx-funds-ask dx-noprint">
          <Select
            aria-label={t.account}
            style={{ width: 160 }}
            value={kind ?? ''}
            onChange={(next) => setKind(next === '' ? undefined : next)}
            options={[
              { value: '', label: t.all },
              ...Object.entries(accountLabels).map(([value, title]) => ({ value, label: text(title) })),
            ]}
          />
          <Input
            ref={(held) => {
              input.current = held?.input ?? null
            }}
            aria-label={t.caseNumber}
            placeholder={t.caseNumber}
            style={{ width: 220 }}
            allowClear
            onPressEnter={({ currentTarget }) => setCaseNumber(currentTarget.value.trim())}
            onChange={({ target }) => target.value === '' && setCaseNumber('')}
          />
          <span className="dx-t2">{t.sums}</span>
          <span className="dx-space" />
          <ListTools list={list} />
        </div>
      }
      empty={<EmptyState title={t.none} />}
    />
  )
}

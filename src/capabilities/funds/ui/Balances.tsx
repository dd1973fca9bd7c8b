import { Checkbox } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import type { Column } from '#web/components/columns.ts'
import { DataList } from '#web/components/DataList.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ListTools } from '#web/components/ListTools.tsx'
import { Money } from '#web/components/Money.tsx'
import { useList } from '#web/components/useList.ts'
import { useLabels } from '#web/language.ts'
import type { BalanceRow } from '../screens/audit-contract.ts'
import { accountLabels, Named } from './account-names.tsx'
import { balanceList } from './api.ts'

const labels = {
  title: label('科目余额', 'Balances'),
  account: label('科目', 'Account'),
  caseNumber: label('案号', 'Case'),
  bank: label('银行账户', 'Bank account'),
  postings: label('分录数', 'Postings'),
  last: label('最后记账', 'Last posted'),
  amount: label('余额(元)', 'Balance (yuan)'),
  held: label('只看有余额的', 'Only those that hold something'),
  sums: label('每个余额都等于分录表里同一账户编号的合计。', 'Every balance is the sum of its account’s postings.'),
  unit: label('个', ' accounts'),
  none: label('没有科目', 'No accounts'),
}
type Row = z.output<typeof BalanceRow>

const columns: readonly Column<Row>[] = [
  {
    id: 'account',
    title: labels.account,
    width: 132,
    sort: 'account',
    cell: ({ account }) => <Named of={account} titles={accountLabels} />,
  },
  { id: 'case', title: labels.caseNumber, width: 210, cell: ({ caseNumber }) => caseNumber ?? '—' },
  { id: 'bank', title: labels.bank, cell: ({ bank }) => bank ?? '—' },
  { id: 'postings', title: labels.postings, width: 92, right: true, cell: ({ postings }) => postings },
  { id: 'last', title: labels.last, width: 116, cell: ({ lastPostedOn }) => lastPostedOn?.toString() ?? '—' },
  {
    id: 'amount',
    title: labels.amount,
    width: 160,
    right: true,
    sort: 'amountFen',
    sum: 'amountFen',
    cell: ({ amountFen }) => <Money amount={amountFen} />,
  },
]

/** Every account of the books with what it holds; all of them together hold nothing. */
export function Balances() {
  const t = useLabels(labels)
  const [held, setHeld] = useState(false)
  const list = useList(balanceList, held ? { held } : {}, { sort: 'account' })
  return (
    <DataList<Row>
      list={list}
      caption={t.title}
      columns={columns}
      rowKey={({ accountId }) => accountId}
      unit={labels.unit}
      tabs={
        <div className="dx-row dx-funds-ask dx-noprint">
          <Checkbox checked={held} onChange={({ target }) => setHeld(target.checked)}>
            {t.held}
          </Checkbox>
          <span className="dx-t2">{t.sums}</span>
          <span className="dx-space" />
          <ListTools list={list} />
        </div>
      }
      empty={<EmptyState title={t.none} />}
    />
  )
}

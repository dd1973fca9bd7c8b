import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { PlainDateText } from '#kernel/values/wire.ts'
import { queryOptionsFor } from '#web/api.ts'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { LoadingState } from '#web/components/LoadingState.tsx'
import { Money } from '#web/components/Money.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { PrintFoot } from '#web/components/PrintFrame.tsx'
import { useLabels } from '#web/language.ts'
import { usePageSearch } from '#web/navigation.ts'
import { useSession } from '#web/session.ts'
import type { AuditSample } from '../screens/audit-contract.ts'
import { sampleReading } from './api.ts'

const labels = {
  from: label('起', 'From'),
  to: label('止', 'To'),
  seed: label('种子', 'Seed'),
  size: label('笔数', 'Number'),
  draw: label('抽取', 'Draw'),
  again: label('同一种子、同一期间抽到的总是同一批，可由他人复核。', 'The same seed draws the same payouts again.'),
  none: label('这一期间没有发放', 'No payouts in that time'),
  paidOn: label('发放日期', 'Paid on'),
  caseNumber: label('案号', 'Case'),
  payee: label('收款人', 'Payee'),
  amount: label('金额(元)', 'Amount (yuan)'),
  days: label('天数', 'Days'),
  chain: label('申请、核对、批准、付款', 'Proposed, checked, approved, ordered'),
  serial: label('银行流水', 'Bank line'),
  sample: label('抽到的发放', 'Payouts drawn'),
}
type Item = z.output<typeof AuditSample>['items'][number]
const Search = z.object({
  from: PlainDateText.optional().catch(undefined),
  to: PlainDateText.optional().catch(undefined),
  seed: z.string().optional().catch(undefined),
  size: z.coerce.number().int().min(1).max(200).optional().catch(undefined),
})

/** 抽查: chosen by the seed alone, so that nobody can say which ones will be looked at, and anybody can draw them again. */
export function Sample() {
  const t = useLabels(labels)
  const { today } = useSession()
  const [search, change] = usePageSearch(Search)
  const asked = {
    from: search.from ?? today.with({ day: 1 }),
    to: search.to ?? today,
    seed: search.seed ?? today.toString(),
    size: search.size ?? 20,
  }
  const { data, error, refetch } = useQuery(queryOptionsFor(sampleReading, asked))
  return (
    <div className="dx-scroll dx-funds-case" tabIndex={0} role="region" aria-label={t.sample}>
      <Ask
        key={JSON.stringify({ ...asked, from: asked.from.toString(), to: asked.to.toString() })}
        first={{ from: asked.from.toString(), to: asked.to.toString(), seed: asked.seed, size: String(asked.size) }}
        onAsk={(next) => change(next)}
      />
      <p className="dx-t2 dx-funds-note">{t.again}</p>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingState lines={8} />
      ) : data.items.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <Drawn sample={data} />
      )}
      <PrintFoot />
    </div>
  )
}

type Typed = Readonly<Record<'from' | 'to' | 'seed' | 'size', string>>

function Ask({ first, onAsk }: { readonly first: Typed; readonly onAsk: (next: Typed) => void }) {
  const t = useLabels(labels)
  const [typed, setTyped] = useState(first)
  const field = (name: keyof Typed, width: number) => (
    <label>
      {t[name]}{' '}
      <Input
        style={{ width }}
        value={typed[name]}
        onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
      />
    </label>
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onAsk(typed)
  }
  return (
    <form className="dx-row dx-funds-ask dx-noprint" onSubmit={submit}>
      {field('from', 116)}
      {field('to', 116)}
      {field('seed', 160)}
      {field('size', 64)}
      <Button type="primary" htmlType="submit">
        {t.draw}
      </Button>
    </form>
  )
}

function Drawn({ sample }: { readonly sample: z.output<typeof AuditSample> }) {
  const t = useLabels(labels)
  const { population, populationFen, items } = sample
  const says = useLabels({
    of: label(
      `期间发放 ${population}笔，抽 ${items.length}笔。期间合计`,
      `${items.length} of ${population} payouts; in all`,
    ),
  })
  return (
    <>
      <p className="dx-funds-note">
        {says.of} <Money amount={populationFen} unit />
      </p>
      <PlainTable<Item>
        caption={t.sample}
        rows={items}
        rowKey={({ payoutId }) => payoutId}
        columns={[
          { id: 'on', title: labels.paidOn, width: 124, cell: ({ paidOn }) => paidOn.toString() },
          { id: 'case', title: labels.caseNumber, width: 180, cell: ({ caseNumber }) => caseNumber ?? '—' },
          { id: 'payee', title: labels.payee, cell: ({ payee }) => <span title={payee}>{payee}</span> },
          {
            id: 'amount',
            title: labels.amount,
            width: 132,
            right: true,
            cell: ({ amountFen, payoutId }) => <Money amount={amountFen} href={`/funds/payouts/${payoutId}`} />,
          },
          { id: 'days', title: labels.days, width: 64, right: true, cell: ({ days }) => days ?? '—' },
          {
            id: 'chain',
            title: labels.chain,
            cell: ({ proposedBy, checkedBy, approvedBy, secondApprovedBy, orderedBy }) =>
              [proposedBy, checkedBy, [approvedBy, secondApprovedBy].filter(Boolean).join('、') || null, orderedBy]
                .map((name) => name ?? '—')
                .join(' > '),
          },
          { id: 'serial', title: labels.serial, width: 190, cell: ({ serial }) => serial ?? '—' },
        ]}
      />
    </>
  )
}

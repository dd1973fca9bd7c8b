import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { Figures } from '#web/components/Figures.tsx'
import { Message } from '#web/components/Message.tsx'
import { Money } from '#web/components/Money.tsx'
import { Panel } from '#web/components/Panel.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { PrintFoot } from '#web/components/PrintFrame.tsx'
import { StatusTag } from '#web/components/StatusTag.tsx'
import { useLabels } from '#web/language.ts'
import type { MonthEnd } from '../reconciliation/contract.ts'
import { Composition } from './Composition.tsx'

const labels = {
  opening: label('期初余额', 'Opening'),
  in: label('收入', 'In'),
  out: label('付出', 'Out'),
  closing: label('期末余额', 'Closing'),
  unknown: label('月末不明款', 'Unknown at month-end'),
  cleared: label('月末不明款已清零。', 'Nothing is unknown at the month’s end.'),
  notCleared: label('月末还有不明款，逐笔列在下面。', 'Money is still unknown; each sum is listed.'),
  days: label('每日', 'Days'),
  day: label('日期', 'Day'),
  books: label('账面余额(元)', 'By the books (yuan)'),
  stated: label('银行余额(元)', 'By the bank (yuan)'),
  difference: label('差额(元)', 'Difference (yuan)'),
  state: label('日结', 'Closed'),
  closed: label('已日结', 'Closed'),
  open: label('未日结', 'Open'),
  noDays: label('这个月没有往来', 'Nothing moved in that month'),
  arrived: label('到账', 'Arrived'),
  amount: label('金额(元)', 'Amount (yuan)'),
  payer: label('付款人', 'Payer'),
  memo: label('附言', 'Memo'),
  age: label('天数', 'Days'),
  serial: label('流水号', 'Serial'),
  register: label('与法院台账的差异', 'Differences from the court’s ledger'),
  composition: label('月末构成', 'At the month’s end'),
}
type Board = z.output<typeof MonthEnd>
type Props = { readonly board: Board; readonly onDay: (day: string) => void }

/** 月清: the month from its first balance to its last, every day, and what is still nobody's. */
export function MonthView({ board, onDay }: Props) {
  const t = useLabels(labels)
  const { openingFen, inFen, outFen, closingFen, unknown, unknownIsZero, registerDifferences } = board
  return (
    <>
      <Figures
        figures={[
          { title: t.opening, value: <Money amount={openingFen} />, unit: '元' },
          { title: t.in, value: <Money amount={inFen} />, unit: '元' },
          { title: t.out, value: <Money amount={outFen} />, unit: '元' },
          { title: t.closing, value: <Money amount={closingFen} />, unit: '元' },
          { title: `${t.unknown} ${unknown.count}笔`, value: <Money amount={unknown.amountFen} />, unit: '元' },
        ]}
      />
      <Message tone={unknownIsZero ? 'ok' : 'due'}>{unknownIsZero ? t.cleared : t.notCleared}</Message>
      <Panel title={t.unknown} count={unknown.count}>
        <Unknown items={unknown.items} />
      </Panel>
      <Panel title={t.days} count={board.days.length}>
        <Days days={board.days} onDay={onDay} />
      </Panel>
      {registerDifferences.length > 0 && (
        <Panel title={t.register} count={registerDifferences.length}>
          <ul className="dx-funds-lines">
            {registerDifferences.map(({ serial, text }) => (
              <li key={`${serial}${text}`}>
                {serial}　{text}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={t.composition}>
        <Composition of={board.end.composition} />
      </Panel>
      <PrintFoot />
    </>
  )
}

type Item = Board['unknown']['items'][number]

function Unknown({ items }: { readonly items: readonly Item[] }) {
  const t = useLabels(labels)
  if (items.length === 0) return <EmptyState title={t.cleared} />
  return (
    <PlainTable<Item & { readonly index: number }>
      caption={t.unknown}
      rows={items.map((item, index) => ({ ...item, index }))}
      rowKey={({ index }) => String(index)}
      columns={[
        { id: 'on', title: labels.arrived, width: 124, cell: ({ on }) => on?.toString() ?? '—' },
        {
          id: 'amount',
          title: labels.amount,
          width: 132,
          right: true,
          cell: ({ amountFen, bankLineId }) => (
            <Money amount={amountFen} href={bankLineId === null ? undefined : `/funds?view=all&open=${bankLineId}`} />
          ),
        },
        { id: 'payer', title: labels.payer, cell: ({ peerName }) => peerName ?? '—' },
        { id: 'memo', title: labels.memo, cell: ({ memo }) => <span title={memo ?? ''}>{memo ?? '—'}</span> },
        { id: 'age', title: labels.age, width: 72, right: true, cell: ({ age }) => age ?? '—' },
        { id: 'serial', title: labels.serial, width: 190, cell: ({ serial }) => serial ?? '—' },
      ]}
    />
  )
}

type DaysProps = { readonly days: Board['days']; readonly onDay: (day: string) => void }

function Days({ days, onDay }: DaysProps) {
  const t = useLabels(labels)
  if (days.length === 0) return <EmptyState title={t.noDays} />
  return (
    <PlainTable<Board['days'][number]>
      caption={t.days}
      rows={days}
      rowKey={({ day }) => day.toString()}
      onOpen={({ day }) => onDay(day.toString())}
      columns={[
        {
          id: 'day',
          title: labels.day,
          width: 140,
          cell: ({ day }) => <Link to={`/funds/reconcile?day=${day.toString()}`}>{day.toString()}</Link>,
        },
        {
          id: 'books',
          title: labels.books,
          width: 160,
          right: true,
          cell: ({ bankFen }) => <Money amount={bankFen} />,
        },
        {
          id: 'stated',
          title: labels.stated,
          width: 160,
          right: true,
          cell: ({ statedFen }) => <Money amount={statedFen} />,
        },
        {
          id: 'difference',
          title: labels.difference,
          width: 140,
          right: true,
          cell: ({ differenceFen }) => <Money amount={differenceFen} />,
        },
        {
          id: 'closed',
          title: labels.state,
          cell: ({ closed }) => <StatusTag tone={closed ? 'ok' : 'outline'}>{closed ? t.closed : t.open}</StatusTag>,
        },
      ]}
    />
  )
}

import type { z } from 'zod'
import type { Column } from '#web/components/columns.ts'
import { Money } from '#web/components/Money.tsx'
import { StatusTag } from '#web/components/StatusTag.tsx'
import { useLabels, useText } from '#web/language.ts'
import { label } from '#kernel/values/labels.ts'
import type { LineRow } from '../claims/contract.ts'
import { unknownBands } from '../unknown/contract.ts'
import { labels } from './labels.ts'

type Row = z.output<typeof LineRow>

/** 09-11 09:12 */
export const dayAndTime = ({ on, at }: Pick<Row, 'on' | 'at'>): string =>
  `${on.toString().slice(5)}${at === null ? '' : ` ${at.slice(0, 5)}`}`

export const lineColumns = (all: boolean): readonly Column<Row>[] => [
  {
    id: 'on',
    title: labels.arrived,
    width: all ? 152 : 124,
    sort: 'on',
    cell: (row) => (all ? `${row.on.year}-${dayAndTime(row)}` : dayAndTime(row)),
  },
  {
    id: 'amount',
    title: all ? labels.amount : labels.left,
    width: 128,
    right: true,
    sort: 'amountFen',
    sum: all ? 'amountFen' : 'unclaimedFen',
    cell: ({ amountFen, unclaimedFen }) => (
      <span className="dx-strong">
        <Money amount={all ? amountFen : unclaimedFen} />
      </span>
    ),
  },
  { id: 'payer', title: labels.payer, cell: ({ peerName }) => <span title={peerName ?? ''}>{peerName ?? '—'}</span> },
  {
    id: 'memo',
    title: labels.memo,
    cell: ({ memo, summary }) => (
      <span className="dx-t2" title={memo ?? summary ?? ''}>
        {memo ?? summary ?? '—'}
      </span>
    ),
  },
  { id: 'age', title: labels.age, width: 92, cell: (row) => <Age {...row} /> },
]

function Age({ age, waiting, unclaimedFen, amountFen, band }: Row) {
  const t = useLabels(labels)
  const text = useText()
  const days = useLabels({ day: label(`第${age}天`, `day ${age}`) })
  if (waiting) return <StatusTag tone="info">{t.waiting}</StatusTag>
  if (amountFen < 0n) return <StatusTag tone="outline">{t.out}</StatusTag>
  if (unclaimedFen === 0n) return <StatusTag tone="ok">{t.claimed}</StatusTag>
  const late = band !== null && band !== 'fresh'
  return (
    <span className="dx-t2" title={late ? `${days.day} ${text(unknownBands[band])}` : undefined}>
      {late && band !== 'to-month-end' ? text(unknownBands[band]) : days.day}
    </span>
  )
}

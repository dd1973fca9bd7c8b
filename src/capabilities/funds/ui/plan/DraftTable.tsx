import { CloseOutlined } from '@ant-design/icons'
import { Input, Select } from 'antd'
import { label } from '#kernel/values/labels.ts'
import type { Column } from '#web/components/columns.ts'
import { Money } from '#web/components/Money.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { useLabels, useText } from '#web/language.ts'
import { AmountInput } from '../AmountInput.tsx'
import { isPriority, ranks, type DraftShare } from './draft-plan.ts'
import { planLabels, rankLabels } from './plan-labels.ts'

const labels = { ...planLabels, remove: label('去掉这一行', 'Remove this line') }

type Props = {
  readonly shares: readonly DraftShare[]
  readonly awarded: ReadonlyMap<number, bigint>
  readonly onChange: (key: number, to: Partial<DraftShare>) => void
  readonly onRemove: (key: number) => void
}

/** Who takes part, line by line, with what each would get. */
export function DraftTable({ shares, awarded, onChange, onRemove }: Props) {
  const t = useLabels(labels)
  const text = useText()
  const place = (share: DraftShare) => shares.indexOf(share) + 1
  const columns: readonly Column<DraftShare>[] = [
    {
      id: 'rank',
      title: labels.rank,
      width: 138,
      cell: (share) => (
        <Select
          aria-label={`${t.rank} ${place(share)}`}
          style={{ width: '100%' }}
          value={share.rank}
          onChange={(rank) => onChange(share.key, { rank })}
          options={ranks.map((value) => ({ value, label: text(rankLabels[value]) }))}
        />
      ),
    },
    {
      id: 'creditor',
      title: labels.creditor,
      width: 168,
      cell: (share) => (
        <Input
          aria-label={`${t.creditor} ${place(share)}`}
          value={share.creditor}
          maxLength={80}
          onChange={({ target }) => onChange(share.key, { creditor: target.value, partyId: null })}
        />
      ),
    },
    {
      id: 'basis',
      title: labels.basis,
      cell: (share) => (
        <Input
          aria-label={`${t.basis} ${place(share)}`}
          value={share.basis}
          maxLength={200}
          onChange={({ target }) => onChange(share.key, { basis: target.value })}
        />
      ),
    },
    {
      id: 'claim',
      title: labels.claim,
      width: 158,
      right: true,
      cell: (share) => (
        <AmountInput
          label={`${t.claim} ${place(share)}`}
          amountFen={share.claimFen}
          onChange={(claimFen) => onChange(share.key, { claimFen })}
        />
      ),
    },
    {
      id: 'cap',
      title: labels.cap,
      width: 158,
      right: true,
      cell: (share) =>
        isPriority(share.rank) ? (
          <AmountInput
            label={`${t.cap} ${place(share)}`}
            amountFen={share.capFen}
            onChange={(capFen) => onChange(share.key, { capFen })}
          />
        ) : (
          '—'
        ),
    },
    {
      id: 'awarded',
      title: labels.awarded,
      width: 126,
      right: true,
      cell: ({ key }) => <Money amount={awarded.get(key) ?? 0n} />,
    },
    {
      id: 'remove',
      title: labels.remove,
      width: 52,
      cell: (share) => (
        <button
          type="button"
          className="dx-icon-button"
          aria-label={`${t.remove} ${place(share)}`}
          onClick={() => onRemove(share.key)}
        >
          <CloseOutlined />
        </button>
      ),
    },
  ]
  return (
    <div className="dx-tw" tabIndex={0} role="region" aria-label={t.shares}>
      <PlainTable<DraftShare>
        board
        caption={t.shares}
        rows={shares}
        rowKey={({ key }) => String(key)}
        columns={columns}
      />
    </div>
  )
}

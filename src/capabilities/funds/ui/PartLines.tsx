import { CloseOutlined } from '@ant-design/icons'
import { Input, Select } from 'antd'
import { useLabels, useText } from '#web/language.ts'
import { claimKinds } from '../claims/contract.ts'
import { AmountInput } from './AmountInput.tsx'
import type { DraftPart } from './claim-parts.ts'
import { claimKindLabels, labels } from './labels.ts'

type Props = {
  readonly parts: readonly DraftPart[]
  readonly active: number
  readonly onActive: (key: number) => void
  readonly onChange: (key: number, to: Partial<Omit<DraftPart, 'key'>>) => void
  readonly onRemove: (key: number) => void
}

/** The parts of a line; the one in hand takes the case that a number key chooses. */
export function PartLines({ parts, active, onActive, onChange, onRemove }: Props) {
  const t = useLabels(labels)
  const text = useText()
  return (
    <ul className="dx-funds-parts">
      {parts.map(({ key, kind, caseNumber, amountFen }, index) => (
        <li key={key} className={key === active && parts.length > 1 ? 'dx-on' : ''} onFocus={() => onActive(key)}>
          <Input
            aria-label={named(t.caseNumber, index, parts)}
            placeholder={t.caseNumber}
            value={caseNumber}
            onChange={({ target }) => onChange(key, { caseNumber: target.value })}
          />
          <Select
            aria-label={named(t.kind, index, parts)}
            value={kind}
            onChange={(next) => onChange(key, { kind: next })}
            options={claimKinds.map((value) => ({ value, label: text(claimKindLabels[value]) }))}
          />
          <AmountInput
            label={named(t.amount, index, parts)}
            amountFen={amountFen}
            onChange={(next) => onChange(key, { amountFen: next })}
          />
          {parts.length > 1 && (
            <button
              type="button"
              className="dx-icon-button"
              aria-label={named(t.remove, index, parts)}
              onClick={() => onRemove(key)}
            >
              <CloseOutlined />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

const named = (title: string, index: number, parts: readonly unknown[]): string =>
  parts.length > 1 ? `${title} ${index + 1}` : title

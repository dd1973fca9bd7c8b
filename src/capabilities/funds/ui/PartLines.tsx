import { CloseOutlined } from '@ant-design/icons'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { formatYuan } from '#kernel/values/money.ts'
import { readAmount } from '#web/components/amount-text.ts'
import { useLabels, useText } from '#web/language.ts'
import { claimKinds } from '../claims/contract.ts'
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

type AmountProps = {
  readonly label: string
  readonly amountFen: bigint | null
  readonly onChange: (amountFen: bigint | null) => void
}

/** Shows what was typed while it is being typed, else the sum to the fen. */
function AmountInput({ label, amountFen, onChange }: AmountProps) {
  const [typed, setTyped] = useState<string>()
  return (
    <Input
      className="dx-right"
      aria-label={label}
      inputMode="decimal"
      suffix="元"
      value={typed ?? (amountFen === null ? '' : formatYuan(amountFen))}
      onFocus={({ target }) => target.select()}
      onChange={({ target }) => {
        setTyped(target.value)
        onChange(readAmount(target.value) ?? null)
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}

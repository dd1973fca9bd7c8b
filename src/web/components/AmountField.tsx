import { Input } from 'antd'
import { useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import { formatYuan } from '#kernel/values/money.ts'
import { amountInWords } from '../amount-in-words.ts'
import { useLabels } from '../language.ts'
import { readAmount } from './amount-text.ts'
import './form.css'

type Props = {
  readonly id: string
  /** In fen; `null` while empty. */
  readonly value: bigint | null
  readonly onChange: (amount: bigint | null, typed: string) => void
  /** The most it may be, as the server said; said aloud, not enforced here. */
  readonly ceiling?: { readonly amount: bigint; readonly why: string } | undefined
  readonly describedBy?: string | undefined
}

/** Typed as 3.2万, shown as 32,000.00 元 with 大写. */
export function AmountField({ id, value, onChange, ceiling, describedBy }: Props) {
  const [typed, setTyped] = useState(value === null ? '' : formatYuan(value))
  const amount = readAmount(typed)
  const t = useLabels({
    none: label('金额须到分，可填 32000.00 或 3.2万', 'An amount to the fen, such as 32000.00'),
    most: label(
      `最多 ${ceiling ? formatYuan(ceiling.amount) : ''} 元`,
      `At most ${ceiling ? formatYuan(ceiling.amount) : ''}`,
    ),
  })
  return (
    <div className="dx-amount">
      <Input
        id={id}
        value={typed}
        suffix="元"
        inputMode="decimal"
        style={{ width: 240 }}
        aria-describedby={describedBy}
        onChange={({ target }) => {
          setTyped(target.value)
          onChange(readAmount(target.value) ?? null, target.value)
        }}
        onBlur={() => amount !== undefined && setTyped(formatYuan(amount))}
      />
      <p className="dx-hint" role="status">
        {amount !== undefined && `${formatYuan(amount)} 元　${amountInWords(amount)}`}
        {amount === undefined && typed !== '' && t.none}
        {ceiling && `　${t.most}（${ceiling.why}）`}
      </p>
    </div>
  )
}

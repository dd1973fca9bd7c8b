import { Input } from 'antd'
import { useState } from 'react'
import { formatYuan } from '#kernel/values/money.ts'
import { readAmount } from '#web/components/amount-text.ts'

type Props = {
  readonly label: string
  readonly amountFen: bigint | null
  readonly onChange: (amountFen: bigint | null) => void
  readonly placeholder?: string
}

/** A sum in a row of a table: shows what was typed while it is being typed, else the sum to the fen. */
export function AmountInput({ label, amountFen, onChange, placeholder }: Props) {
  const [typed, setTyped] = useState<string>()
  return (
    <Input
      className="dx-right"
      aria-label={label}
      inputMode="decimal"
      suffix="元"
      placeholder={placeholder}
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

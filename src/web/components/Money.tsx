import { Link } from '@tanstack/react-router'
import { formatYuan } from '#kernel/values/money.ts'
import { amountInWords } from '../amount-in-words.ts'
import './marks.css'

type Props = {
  /** In fen. */
  readonly amount: bigint | null
  /** Adds 元 after a space; in a column the head names the unit instead. */
  readonly unit?: boolean
  /** In 万元 with two decimals, for charts and reports; the exact figure is in the tooltip and in what is copied. */
  readonly inWan?: boolean
  readonly signed?: boolean
  readonly href?: string | undefined
  /** Adds 人民币大写 in a line below. */
  readonly words?: boolean
}

/** Exact to the fen, tabular, minus as −, zero in grey. An unknown amount is —, never 0.00. */
export function Money({ amount, unit = false, inWan = false, signed = false, href, words = false }: Props) {
  if (amount === null) return <span className="dx-t3">—</span>
  const exact = withSign(formatYuan(amount), signed && amount > 0n)
  const shown = inWan ? `${wan(amount)} 万元` : unit ? `${exact} 元` : exact
  const title = inWan ? `${exact} 元` : undefined
  const className = amount === 0n ? 'dx-zero dx-nowrap' : 'dx-nowrap'
  return (
    <>
      {href ? (
        <Link to={href} className={`${className} dx-quiet`} title={title}>
          {shown}
        </Link>
      ) : (
        <span className={className} title={title}>
          {shown}
        </span>
      )}
      {words && <div className="dx-money-words">{amountInWords(amount)}</div>}
    </>
  )
}

const withSign = (text: string, plus: boolean): string => `${plus ? '+' : ''}${text.replace('-', '−')}`

/** Cut, not rounded: 万元 never says more than there is. */
function wan(amount: bigint): string {
  return withSign(formatYuan(amount / 10_000n), false)
}

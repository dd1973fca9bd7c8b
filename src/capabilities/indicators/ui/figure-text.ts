import { formatYuan } from '#kernel/values/money.ts'
import type { IndicatorRow, Unit } from '../contract.ts'
import { unitWords } from '../units.ts'

const units: Readonly<Record<Exclude<Unit, 'fen'>, string>> = { ...unitWords, day: '天', node: '个' }

/** 1,188件, 73,985天; money in 万元, cut and never rounded up. */
export function sideText({ count, unit }: { readonly count: string; readonly unit: Unit }): string {
  const amount = BigInt(count)
  if (unit === 'fen') return `${formatYuan(amount / 10_000n)} 万元`
  return `${amount.toLocaleString('en')}${units[unit]}`
}

/** What follows the digits of a printed figure: %, 天. */
export const unitText = ({ value, printed }: Pick<IndicatorRow, 'value' | 'printed'>): string =>
  value === null ? '' : printed.slice(value.length)

type Period = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }

/** The address that opens one side of a figure. */
export const sideHref = (
  { id, variant }: Pick<IndicatorRow, 'id' | 'variant'>,
  side: string,
  { from, to }: Period,
): string =>
  `/indicators?${new URLSearchParams({ id, variant, side, from: from.toString(), to: to.toString() }).toString()}`

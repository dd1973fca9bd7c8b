import { formatYuan } from '#kernel/values/money.ts'
import type { IndicatorRow, Unit } from '../contract.ts'
import { unitWords } from '../units.ts'

const units: Readonly<Record<Unit, string>> = { ...unitWords, day: '天', node: '个', fen: '万元', yuan: '万元' }

/** Both kinds of money are counted in fen. */
export const isMoney = (unit: Unit): boolean => unit === 'fen' || unit === 'yuan'
/** The word beside an axis or a column: 件, 人次, 万元. */
export const unitWord = (unit: Unit): string => units[unit]

const fenInTenThousandYuan = 1_000_000n
/** 5,611.67 of 5,611,674,647 fen: cut, never rounded up. */
const tenThousands = (fen: bigint): string => formatYuan(fen / (fenInTenThousandYuan / 100n))

/** 1,188件, 73,985天; money to the fen while it is short, then in 万元. */
export function sideText({ count, unit }: { readonly count: string; readonly unit: Unit }): string {
  const amount = BigInt(count)
  if (!isMoney(unit)) return `${amount.toLocaleString('en')}${units[unit]}`
  const isShort = unit === 'yuan' && amount < 10n * fenInTenThousandYuan
  return isShort ? `${formatYuan(amount)} 元` : `${tenThousands(amount)} 万元`
}

/** What stands for the figure: as the server printed it, or a sum of money in 万元, whose fen stand in the tooltip. */
export function valueText(row: Pick<IndicatorRow, 'value' | 'printed' | 'numerator' | 'denominator'>): {
  readonly value: string | null
  readonly unit: string
} {
  const { value, numerator, denominator } = row
  if (value === null || denominator !== null || numerator.unit !== 'yuan') return { value, unit: unitText(row) }
  return { value: tenThousands(BigInt(numerator.count)), unit: '万元' }
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

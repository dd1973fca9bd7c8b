import { label, type Label } from '#kernel/values/labels.ts'
import { formatYuan } from '#kernel/values/money.ts'
import { useLabels, useText } from '../language.ts'
import type { Column } from './columns.ts'
import type { List } from './useList.ts'

const labels = { total: label('合计', 'Total') }

type Props<Row> = {
  readonly list: List<Row>
  readonly columns: readonly Column<Row>[]
  readonly unit: Label
  /** What the rows share and the server counted once, by its name, in the order in which it is read. */
  readonly apart: Readonly<Record<string, Label>>
  readonly lead: boolean
}

/** Total and sums of the whole list, as the server reckoned them, under their columns. */
export function ListSums<Row>({ list: { totals }, columns, unit, apart, lead }: Props<Row>) {
  const t = useLabels(labels)
  const text = useText()
  if (!totals) return null
  const counted = Object.entries(apart).flatMap(([name, title]) => {
    const count = totals.apart[name]
    return count === undefined ? [] : [`${count.toLocaleString('en')}${text(title)}`]
  })
  // The total may be long: it reaches over the columns that add nothing up, one at least.
  const summed = columns.findIndex(({ sum }) => sum !== undefined && totals.sums[sum] !== undefined)
  const wide = Math.max(1, summed === -1 ? columns.length : summed)
  const heading = `${t.total} ${[`${totals.total.toLocaleString('en')}${text(unit)}`, ...counted].join('　')}`
  return (
    <tfoot>
      <tr>
        {lead && <td className="dx-col-check" />}
        <td className="dx-total" colSpan={wide}>
          {heading}
        </td>
        {columns.slice(wide).map(({ id, sum, right, sumText }) => {
          const amount = sum === undefined ? undefined : totals.sums[sum]
          return (
            <td key={id} className={right ? 'dx-right' : ''}>
              {amount === undefined ? null : (sumText?.(amount) ?? formatYuan(BigInt(amount)))}
            </td>
          )
        })}
      </tr>
    </tfoot>
  )
}

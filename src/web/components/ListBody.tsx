import { memo, useEffect, type MouseEvent, type ReactNode, type Ref } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useLabels } from '../language.ts'
import type { Column } from './columns.ts'
import type { List } from './useList.ts'
import type { Selection } from './useSelection.ts'

const labels = { choose: label('选择', 'Select') }

type Props<Row> = {
  readonly ref: Ref<HTMLTableSectionElement>
  readonly list: List<Row>
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly isOverdue: ((row: Row) => boolean) | undefined
  readonly range: { readonly first: number; readonly last: number }
  readonly rowHeight: number
  readonly here: number
  readonly selection: Selection<Row> | undefined
  readonly onHere: (index: number) => void
  readonly onOpen: ((row: Row) => void) | undefined
}

/** The rows in sight, with empty room above and below for the others. */
export function ListBody<Row>({
  ref,
  list,
  columns,
  rowKey,
  isOverdue,
  range,
  rowHeight,
  here,
  selection,
  onHere,
  onOpen,
}: Props<Row>) {
  const count = list.above + list.rows.length
  const first = Math.min(range.first, count)
  useEffect(() => {
    if (range.last >= count - 40) list.below()
    if (range.first < list.above) list.restoreAbove()
  })
  return (
    <tbody ref={ref}>
      <Room height={Math.max(first, list.above) * rowHeight} />
      {list.rows.slice(Math.max(0, first - list.above), range.last - list.above).map((row, offset) => {
        const index = Math.max(first, list.above) + offset
        const chosen = selection?.has(row) ?? false
        return (
          <tr
            key={rowKey(row)}
            data-index={index}
            aria-rowindex={index + 1}
            aria-selected={selection && chosen}
            tabIndex={index === here ? 0 : -1}
            className={`${index === here ? 'dx-here' : ''} ${isOverdue?.(row) ? 'dx-overdue' : ''}`}
            onClick={(event) => {
              onHere(index)
              if (isPlainClick(event)) onOpen?.(row)
            }}
          >
            {selection && <CheckCell chosen={chosen} onTurn={(range) => selection.turn(row, range)} />}
            {columns.map(({ id, cell, right }) => (
              <Cell key={id} row={row} cell={cell} right={right ?? false} />
            ))}
          </tr>
        )
      })}
      <Room height={Math.max(0, count - range.last) * rowHeight} />
    </tbody>
  )
}

/** Cells are drawn anew only when their row is another one: moving through the list redraws two rows. */
const Cell = memo(function Cell<Row>({
  row,
  cell,
  right,
}: {
  row: Row
  cell: (row: Row) => ReactNode
  right: boolean
}) {
  return <td className={right ? 'dx-right' : ''}>{cell(row)}</td>
}) as <Row>(props: { row: Row; cell: (row: Row) => ReactNode; right: boolean }) => ReactNode

function CheckCell({ chosen, onTurn }: { readonly chosen: boolean; readonly onTurn: (range: boolean) => void }) {
  const t = useLabels(labels)
  return (
    <td className="dx-col-check">
      <input
        type="checkbox"
        className="dx-check"
        aria-label={t.choose}
        checked={chosen}
        onChange={({ nativeEvent }) => onTurn((nativeEvent as globalThis.MouseEvent).shiftKey)}
      />
    </td>
  )
}

const Room = ({ height }: { readonly height: number }) =>
  height > 0 ? (
    <tr className="dx-space-row" aria-hidden>
      <td style={{ height }} />
    </tr>
  ) : null

const isPlainClick = ({ target }: MouseEvent): boolean =>
  target instanceof Element && target.closest('a, button, input, label') === null

import type { ReactNode } from 'react'
import { useText } from '../language.ts'
import { leastWidth, type Column } from './columns.ts'
import './table.css'

type Props<Row> = {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly here?: string | undefined
  readonly onOpen?: (row: Row) => void
  /** Cells of the sum line, one per column. */
  readonly foot?: readonly ReactNode[]
  readonly board?: boolean
}

/** A short table inside a panel: the look of a list without its windows, views and keys. */
export function PlainTable<Row>({ caption, columns, rows, rowKey, here, onOpen, foot, board = false }: Props<Row>) {
  const text = useText()
  return (
    <table className={`dx-tb ${board ? 'dx-board' : ''}`} style={{ minWidth: leastWidth(columns) }}>
      <caption className="dx-hidden">{caption}</caption>
      <ColumnWidths columns={columns} />
      <thead>
        <tr>
          {columns.map(({ id, title, right }) => (
            <th key={id} scope="col" className={right ? 'dx-right' : ''}>
              {text(title)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className={rowKey(row) === here ? 'dx-here' : ''}
            onClick={onOpen && (({ target }) => !isOwn(target) && onOpen(row))}
          >
            {columns.map(({ id, cell, right }) => (
              <td key={id} className={right ? 'dx-right' : ''}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {foot && (
        <tfoot>
          <tr>
            {columns.map(({ id, right }, index) => (
              <td key={id} className={right ? 'dx-right' : ''}>
                {foot[index]}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}

/** A link or button inside the row goes its own way. */
const isOwn = (target: EventTarget): boolean => target instanceof Element && target.closest('a, button, input') !== null

export function ColumnWidths<Row>({
  columns,
  lead,
}: {
  readonly columns: readonly Column<Row>[]
  readonly lead?: number | undefined
}) {
  return (
    <colgroup>
      {lead !== undefined && <col style={{ width: lead }} />}
      {columns.map(({ id, width }) => (
        <col key={id} style={width === undefined ? undefined : { width }} />
      ))}
    </colgroup>
  )
}

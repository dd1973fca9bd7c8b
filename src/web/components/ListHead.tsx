import { DownOutlined, UpOutlined } from '@ant-design/icons'
import { label } from '#kernel/values/labels.ts'
import { useLabels, useText } from '../language.ts'
import type { Column } from './columns.ts'
import { reversed, type List } from './useList.ts'
import type { Selection } from './useSelection.ts'

const labels = { all: label('全选', 'Select all') }

type Props<Row> = {
  readonly list: List<Row>
  readonly columns: readonly Column<Row>[]
  readonly selection: Selection<Row> | undefined
}

/** The sticky head: choose all, and the order by a click on what is ordered by. */
export function ListHead<Row>({ list, columns, selection }: Props<Row>) {
  const t = useLabels(labels)
  return (
    <thead>
      <tr>
        {selection && (
          <th className="dx-col-check" scope="col">
            <input
              type="checkbox"
              className="dx-check"
              aria-label={t.all}
              checked={selection.all === 'all'}
              ref={(box) => void (box && (box.indeterminate = selection.all === 'some'))}
              onChange={selection.turnAll}
            />
          </th>
        )}
        {columns.map((column) => (
          <HeadCell key={column.id} column={column} sort={list.sort} onSort={list.setSort} />
        ))}
      </tr>
    </thead>
  )
}

type CellProps<Row> = {
  readonly column: Column<Row>
  readonly sort: string | null
  readonly onSort: (sort: string) => void
}

function HeadCell<Row>({ column: { title, right, sort }, sort: current, onSort }: CellProps<Row>) {
  const text = useText()
  const direction =
    sort === undefined ? undefined : current === sort ? 'ascending' : current === `-${sort}` ? 'descending' : 'none'
  return (
    <th scope="col" className={right ? 'dx-right' : ''} aria-sort={direction}>
      {sort === undefined ? (
        text(title)
      ) : (
        <button
          type="button"
          className="dx-sort"
          onClick={() => onSort(direction === 'ascending' ? reversed(sort) : sort)}
        >
          {text(title)}
          {direction === 'ascending' && <UpOutlined aria-hidden />}
          {direction === 'descending' && <DownOutlined aria-hidden />}
        </button>
      )}
    </th>
  )
}

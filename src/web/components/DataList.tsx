import { useRef, useState, type ReactNode } from 'react'
import type { Label } from '#kernel/values/labels.ts'
import { usePreferences } from '../preferences.ts'
import { BulkBar, type BulkAct } from './BulkBar.tsx'
import type { Column } from './columns.ts'
import { ErrorState } from './ErrorState.tsx'
import { ListBody } from './ListBody.tsx'
import { ListHead } from './ListHead.tsx'
import { ListSums } from './ListSums.tsx'
import { LoadingState } from './LoadingState.tsx'
import { leastWidth } from './columns.ts'
import { ColumnWidths } from './PlainTable.tsx'
import { PrintFoot } from './PrintFrame.tsx'
import { useListKeys, type RowAct } from './useListKeys.ts'
import { useSelection } from './useSelection.ts'
import { useVirtualRows } from './useVirtualRows.ts'
import { usePrinting } from './usePrinting.ts'
import type { List } from './useList.ts'
import { useOpenRecord } from './useOpenRecord.ts'
import './table.css'

export type DrawerPlace = {
  readonly index: number
  readonly total: number | undefined
  readonly previous: (() => void) | undefined
  readonly next: (() => void) | undefined
  readonly close: () => void
}

type Props<Row> = {
  readonly list: List<Row>
  readonly caption: string
  /** Saved views above the list; the drawer covers their end. */
  readonly tabs?: ReactNode
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  /** 件, 人, 笔: follows the total. */
  readonly unit: Label
  /** What the rows share and the sum line counts once, by its name in the totals. */
  readonly apart?: Readonly<Record<string, Label>>
  readonly isOverdue?: (row: Row) => boolean
  /** The `.` key: what this row's button does. */
  readonly act?: (row: Row) => RowAct | undefined
  /** Shift Enter: the record's own page in a new tab. */
  readonly href?: (row: Row) => string
  readonly bulk?: readonly BulkAct<Row>[]
  /** The record beside the list, by its key; it has an address of its own. */
  readonly drawer?: (key: string, place: DrawerPlace) => ReactNode
  readonly empty: ReactNode
  /** Off for a second list on a page, which would take the keys of the first. */
  readonly keys?: boolean
  /** Rows of 40 px for boards of decisions. */
  readonly board?: boolean
}

const heights = { compact: 28, standard: 34, loose: 44 } as const
const headHeight = 32

/**
 * Every list: windows of 200 rows by key, at most sixty rows in the page, a sum line under its columns, choice of rows
 * with a bar of bulk acts, a drawer, and the keys J K X Enter . Home End. `End` turns the order.
 */
export function DataList<Row>(props: Props<Row>) {
  const { list, caption, tabs, columns, rowKey, isOverdue, bulk = [], drawer, empty, board = false } = props
  const { density } = usePreferences()
  const rowHeight = board ? 40 : heights[density]
  const count = list.above + list.rows.length
  const { scroller, first, last: end, reveal } = useVirtualRows(count, rowHeight, headHeight)
  const printing = usePrinting()
  const selection = useSelection(list.rows, rowKey)
  const [opened, open] = useOpenRecord()
  const [last, setHere] = useState(0)
  const shown = opened === null ? -1 : list.rows.findIndex((row) => rowKey(row) === opened)
  const here = shown < 0 ? last : list.above + shown
  const body = useRef<HTMLTableSectionElement>(null)
  const rowAt = (index: number) => list.rows[index - list.above]
  const focusRow = (index: number) =>
    requestAnimationFrame(() =>
      body.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true }),
    )
  const go = (index: number, focus = true) => {
    const next = Math.max(0, Math.min(count - 1, index))
    setHere(next)
    reveal(next)
    const row = rowAt(next)
    if (opened !== null && row) open(rowKey(row))
    if (focus) focusRow(next)
  }
  const close = () => {
    setHere(here)
    open(null)
    focusRow(here)
  }
  useListKeys({ ...props, here, count, rowAt, go, open, selection, canOpen: drawer !== undefined })

  const lead = bulk.length > 0 ? 48 : undefined
  const place: DrawerPlace = {
    index: here,
    total: list.totals?.total,
    previous: here > 0 ? () => go(here - 1, false) : undefined,
    next: here < count - 1 ? () => go(here + 1, false) : undefined,
    close,
  }
  return (
    <div className="dx-list">
      <div>{tabs}</div>
      <div className="dx-list-body">
        {list.rows.length === 0 ? (
          <WithoutRows list={list} caption={caption} empty={empty} />
        ) : (
          <div className="dx-tw dx-scroll" ref={scroller}>
            <table
              className={`dx-tb ${board ? 'dx-board' : ''}`}
              style={{ minWidth: leastWidth(columns) + (lead ?? 0) }}
              aria-rowcount={list.totals?.total}
            >
              <caption className="dx-hidden">{caption}</caption>
              <ColumnWidths columns={columns} lead={lead} />
              <ListHead list={list} columns={columns} selection={lead === undefined ? undefined : selection} />
              <ListBody
                ref={body}
                list={list}
                columns={columns}
                rowKey={rowKey}
                isOverdue={isOverdue}
                range={printing ? { first: list.above, last: count } : { first, last: end }}
                rowHeight={rowHeight}
                here={here}
                selection={lead === undefined ? undefined : selection}
                onHere={(index) => go(index, false)}
                onOpen={drawer && ((row) => open(rowKey(row)))}
              />
              <ListSums
                list={list}
                columns={columns}
                unit={props.unit}
                apart={props.apart ?? {}}
                lead={lead !== undefined}
              />
            </table>
            <PrintFoot />
          </div>
        )}
        {opened !== null && drawer && <Opened drawer={drawer} opened={opened} place={place} />}
      </div>
      {selection.chosen.length > 0 ? (
        <BulkBar acts={bulk} rows={selection.chosen} onClear={selection.clear} />
      ) : (
        <span />
      )}
    </div>
  )
}

type WithoutRowsProps = { readonly list: List<unknown>; readonly caption: string; readonly empty: ReactNode }

function WithoutRows({ list, caption, empty }: WithoutRowsProps) {
  if (list.error) return <ErrorState error={list.error} what={caption} onRetry={list.retry} />
  return list.isPending ? <LoadingState lines={12} /> : empty
}

type OpenedProps = {
  readonly drawer: (key: string, place: DrawerPlace) => ReactNode
  readonly opened: string
  readonly place: DrawerPlace
}

const Opened = ({ drawer, opened, place }: OpenedProps) => drawer(opened, place)

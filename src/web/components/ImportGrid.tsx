import { useRef, useState, type ReactNode } from 'react'
import { label } from '#kernel/values/labels.ts'
import { useLabels, useText } from '../language.ts'
import { usePreferences } from '../preferences.ts'
import { groupsOf, placesOf, type ImportColumn, type ImportRow } from './import-sheet.ts'
import { ImportAlike, ImportFix } from './ImportFix.tsx'
import { ImportGridRow } from './ImportGridRow.tsx'
import { useVirtualRows } from './useVirtualRows.ts'
import './import-grid.css'
import './table.css'

type Props = {
  readonly caption: string
  /** Kinds of rows, above the grid. */
  readonly tabs?: ReactNode
  readonly columns: readonly ImportColumn[]
  readonly rows: readonly ImportRow[]
  readonly onFix: (row: number, column: string, value: string) => void
  /** Takes the likely value of every cell with this fault. */
  readonly onFixAlike: (code: string, column: string) => void
  readonly onUndo: (row: number, column: string) => void
}

/** The cell in hand, and which of the wrong ones it was. */
type Chosen = { readonly row: number; readonly column: string; readonly index: number }

const labels = {
  row: label('行', 'Row'),
  problem: label('问题', 'Problem'),
  act: label('处理', 'Act'),
  fix: label('改正', 'Correct'),
}
const heights = { compact: 28, standard: 34, loose: 44 } as const

/** A sheet as it will be imported: wrong cells plum, corrected ones blue with the original, neighbours in grey. */
export function ImportGrid({ caption, tabs, columns, rows, onFix, onFixAlike, onUndo }: Props) {
  const t = useLabels(labels)
  const text = useText()
  const { density } = usePreferences()
  const places = rows.flatMap((row) => placesOf(row, columns))
  const [chosen, choose] = useState<Chosen>()
  const found = places.findIndex(({ row, column }) => row.row === chosen?.row && column.id === chosen?.column)
  // A corrected cell leaves the list: what stood after it is next.
  const at = places[found >= 0 ? found : Math.min(chosen?.index ?? 0, places.length - 1)]
  const side = useRef<HTMLElement>(null)
  const isByKey = useRef(false)
  const turnTo = (row: number, column: string) => {
    isByKey.current = true
    choose({ row, column, index: places.findIndex((place) => place.row.row === row && place.column.id === column) })
    side.current?.querySelector('input')?.focus()
  }
  const { scroller, first, last } = useVirtualRows(rows.length, heights[density], 32)
  return (
    <div className="dx-import">
      <div className="dx-import-left">
        <div>{tabs}</div>
        <div className="dx-tw" ref={scroller}>
          <table className="dx-tb" style={{ minWidth: columns.reduce((sum, { width = 120 }) => sum + width, 300) }}>
            <caption className="dx-hidden">{caption}</caption>
            <colgroup>
              <col style={{ width: 64 }} />
              {columns.map(({ id, width }) => (
                <col key={id} style={width === undefined ? undefined : { width }} />
              ))}
              <col />
              <col style={{ width: 76 }} />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">{t.row}</th>
                {columns.map(({ id, title, right }) => (
                  <th key={id} scope="col" className={right ? 'dx-right' : ''}>
                    {text(title)}
                  </th>
                ))}
                <th scope="col">{t.problem}</th>
                <th scope="col">
                  <span className="dx-hidden">{t.act}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <tr aria-hidden className="dx-space-row">
                <td style={{ height: first * heights[density] }} />
              </tr>
              {rows.slice(first, last).map((row) => (
                <ImportGridRow
                  key={row.row}
                  row={row}
                  columns={columns}
                  at={at}
                  onChoose={(column) => turnTo(row.row, column)}
                  onUndo={onUndo}
                />
              ))}
              <tr aria-hidden className="dx-space-row">
                <td style={{ height: Math.max(0, rows.length - last) * heights[density] }} />
              </tr>
            </tbody>
          </table>
        </div>
      </div>
      <aside aria-label={t.fix} ref={side}>
        {at && (
          <ImportFix
            key={`${at.row.row} ${at.column.id}`}
            at={at}
            position={places.indexOf(at) + 1}
            count={places.length}
            takesFocus={isByKey}
            onFix={(value) => {
              turnTo(at.row.row, at.column.id)
              onFix(at.row.row, at.column.id, value)
            }}
          />
        )}
        {groupsOf(places).map((group) => (
          <ImportAlike
            key={`${group[0].fault.code} ${group[0].column.id}`}
            group={group}
            onFix={() => onFixAlike(group[0].fault.code, group[0].column.id)}
          />
        ))}
      </aside>
    </div>
  )
}

import { useState, type ReactNode } from 'react'
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
  const [chosen, choose] = useState<{ readonly row: number; readonly column: string }>()
  const at = places.find(({ row, column }) => row.row === chosen?.row && column.id === chosen?.column) ?? places[0]
  const { scroller, first, last } = useVirtualRows(rows.length, heights[density], 32)
  return (
    <div className="dx-import">
      <div className="dx-import-left">
        <div>{tabs}</div>
        <div className="dx-tw" ref={scroller}>
          <table className="dx-tb" style={{ minWidth: columns.reduce((sum, { width = 120 }) => sum + width, 300) }}>
            <caption className="dx-hidden">{caption}</caption>
            <colgroup>
              <col style={{ width: 52 }} />
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
                  onChoose={(column) => choose({ row: row.row, column })}
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
      <aside aria-label={t.fix}>
        {at && (
          <ImportFix
            key={`${at.row.row} ${at.column.id}`}
            at={at}
            position={places.indexOf(at) + 1}
            count={places.length}
            onFix={(value) => onFix(at.row.row, at.column.id, value)}
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

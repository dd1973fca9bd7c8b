import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { label, type Label } from '#kernel/values/labels.ts'
import { useLabels, useText } from '../language.ts'
import { usePreferences } from '../preferences.ts'
import { ImportAlike, ImportFix } from './ImportFix.tsx'
import { useVirtualRows } from './useVirtualRows.ts'
import './import-grid.css'
import './table.css'

/** What is wrong with a cell, as the checks of the ledger found it. */
export type CellFault = {
  readonly code: string
  /** 日期不存在：13月 */
  readonly short: string
  /** 日期不存在：2024年13月。月份请填1至12。 */
  readonly long: string
  /** The likely value, when the checks know one. */
  readonly likely?: string | undefined
}
export type ImportCell = {
  readonly text: string
  /** The text of the file, where it was changed. */
  readonly original?: string | undefined
  readonly fault?: CellFault | undefined
}
export type ImportRow = {
  readonly row: number
  readonly cells: Readonly<Record<string, ImportCell>>
  readonly isContext?: boolean
  readonly note?: string | undefined
}
export type ImportColumn = {
  readonly id: string
  readonly title: Label
  readonly width?: number
  readonly right?: boolean
}
export type CellPlace = {
  readonly row: ImportRow
  readonly column: ImportColumn
  readonly cell: ImportCell
  readonly fault: CellFault
}

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
  undo: label('撤销', 'Undo'),
  was: label('原', 'was'),
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
                <GridRow
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

function placesOf(row: ImportRow, columns: readonly ImportColumn[]): readonly CellPlace[] {
  return columns.flatMap((column) => {
    const cell = row.cells[column.id]
    return cell?.fault ? [{ row, column, cell, fault: cell.fault }] : []
  })
}

type Group = readonly [CellPlace, ...CellPlace[]]

/** Faults of one kind in one column that have a likely value each, where there is more than one. */
function groupsOf(places: readonly CellPlace[]): readonly Group[] {
  const groups = new Map<string, [CellPlace, ...CellPlace[]]>()
  for (const place of places.filter(({ fault }) => fault.likely !== undefined)) {
    const name = `${place.fault.code} ${place.column.id}`
    const known = groups.get(name)
    if (known) known.push(place)
    else groups.set(name, [place])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

type RowProps = {
  readonly row: ImportRow
  readonly columns: readonly ImportColumn[]
  readonly at: CellPlace | undefined
  readonly onChoose: (column: string) => void
  readonly onUndo: (row: number, column: string) => void
}

function GridRow({ row, columns, at, onChoose, onUndo }: RowProps) {
  const t = useLabels(labels)
  const places = placesOf(row, columns)
  const [first] = places
  const changed = columns.find(({ id }) => row.cells[id]?.original !== undefined)
  const isHere = at?.row.row === row.row
  return (
    <tr className={`${row.isContext ? 'dx-context' : ''} ${isHere ? 'dx-here-line' : ''}`}>
      <td>{row.row}</td>
      {columns.map(({ id, right }) => {
        const cell = row.cells[id]
        const isEdited = isHere && at?.column.id === id
        const state = cell?.fault
          ? `dx-bad ${isEdited ? 'dx-edit' : ''}`
          : cell?.original === undefined
            ? ''
            : 'dx-fixed'
        return (
          <td
            key={id}
            className={`${right ? 'dx-right' : ''} ${state}`}
            aria-invalid={cell?.fault ? true : undefined}
            tabIndex={cell?.fault ? 0 : undefined}
            onClick={() => cell?.fault && onChoose(id)}
            onKeyDown={({ key }) => key === 'Enter' && cell?.fault && onChoose(id)}
          >
            {cell?.text}
          </td>
        )
      })}
      <td className={changed ? 'dx-t2' : ''}>
        {first
          ? places.map(({ fault }) => fault.short).join('；')
          : changed
            ? `${t.was}“${row.cells[changed.id]?.original}”`
            : row.note}
      </td>
      <td>
        {first && (
          <Button size="small" type={isHere ? 'default' : 'link'} onClick={() => onChoose(first.column.id)}>
            {t.fix}
          </Button>
        )}
        {!first && changed && (
          <Button size="small" type="link" onClick={() => onUndo(row.row, changed.id)}>
            {t.undo}
          </Button>
        )}
      </td>
    </tr>
  )
}

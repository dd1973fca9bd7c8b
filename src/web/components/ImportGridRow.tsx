import { Button } from 'antd'
import { label } from '#kernel/values/labels.ts'
import { useLabels } from '../language.ts'
import { placesOf, type CellPlace, type ImportColumn, type ImportRow } from './import-sheet.ts'

const labels = {
  fix: label('改正', 'Correct'),
  undo: label('撤销', 'Undo'),
  was: label('原', 'was'),
}

type RowProps = {
  readonly row: ImportRow
  readonly columns: readonly ImportColumn[]
  readonly at: CellPlace | undefined
  readonly onChoose: (column: string) => void
  readonly onUndo: (row: number, column: string) => void
}

export function ImportGridRow({ row, columns, at, onChoose, onUndo }: RowProps) {
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
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !cell?.fault) return
              // Else the same stroke would send the form that it leads to.
              event.preventDefault()
              onChoose(id)
            }}
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

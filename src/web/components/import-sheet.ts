import type { Label } from '#kernel/values/labels.ts'

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

/** The cells of a row that are wrong. */
export function placesOf(row: ImportRow, columns: readonly ImportColumn[]): readonly CellPlace[] {
  return columns.flatMap((column) => {
    const cell = row.cells[column.id]
    return cell?.fault ? [{ row, column, cell, fault: cell.fault }] : []
  })
}

export type Group = readonly [CellPlace, ...CellPlace[]]

/** Faults of one kind in one column that have a likely value each, where there is more than one. */
export function groupsOf(places: readonly CellPlace[]): readonly Group[] {
  const groups = new Map<string, [CellPlace, ...CellPlace[]]>()
  for (const place of places.filter(({ fault }) => fault.likely !== undefined)) {
    const name = `${place.fault.code} ${place.column.id}`
    const known = groups.get(name)
    if (known) known.push(place)
    else groups.set(name, [place])
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

import type { Cell } from './paper.ts'

type PlacedCell = { readonly cell: Cell; readonly column: number }

/**
 * Finds the column of every cell, past those that cells of earlier rows still cover. Throws RangeError when a row
 * leaves a gap or runs over the edge: a figure under the wrong head is worse than no table.
 */
export function placeCells(rows: readonly (readonly Cell[])[], columns: number): readonly (readonly PlacedCell[])[] {
  const coveredFor = Array.from({ length: columns }, () => 0)
  return rows.map((row, i) => {
    const free = coveredFor.flatMap((rowsLeft, column) => (rowsLeft === 0 ? [column] : []))
    const placed = row.map((cell) => {
      const mine = free.splice(0, cell.across ?? 1)
      const [column] = mine
      if (column === undefined || mine.length !== (cell.across ?? 1) || mine.at(-1) !== column + mine.length - 1)
        throw new RangeError(`row ${i + 1} of the table has more cells than columns`)
      for (const each of mine) coveredFor[each] = cell.down ?? 1
      return { cell, column }
    })
    if (free.length > 0) throw new RangeError(`row ${i + 1} of the table has fewer cells than columns`)
    for (const [column, rowsLeft] of coveredFor.entries()) coveredFor[column] = rowsLeft - 1
    return placed
  })
}

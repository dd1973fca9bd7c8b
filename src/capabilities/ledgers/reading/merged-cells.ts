import type { MergedRange, RawCell, RawRow } from './raw.ts'
import { isEmptyCell } from './raw.ts'

/**
 * Rows with cells merged downwards filled in: what is written once for several rows holds for each of them. Cells
 * merged sideways are left alone, for their text belongs to the first column only.
 */
export function fillDown(
  rows: AsyncIterable<RawRow>,
  merges: readonly MergedRange[],
  from: number,
): AsyncIterable<RawRow> {
  const downwards = merges
    .filter(({ fromRow, toRow }) => toRow > fromRow && fromRow >= from)
    .toSorted((a, b) => a.fromRow - b.fromRow)
  return downwards.length === 0 ? rows : filled(rows, downwards)
}

async function* filled(rows: AsyncIterable<RawRow>, downwards: readonly MergedRange[]): AsyncGenerator<RawRow> {
  let next = 0
  let open: { readonly range: MergedRange; readonly value: RawCell }[] = []
  for await (const row of rows) {
    let cells: RawCell[] | undefined
    open = open.filter(({ range }) => range.toRow >= row.rowNumber)
    for (const { range, value } of open) {
      const column = range.fromColumn - 1
      if (value === null || !isEmptyCell((cells ?? row.cells)[column])) continue
      cells ??= [...row.cells]
      while (cells.length < column) cells.push(null)
      cells[column] = value
    }
    for (let range = downwards[next]; range && range.fromRow <= row.rowNumber; range = downwards[++next]) {
      if (range.fromRow === row.rowNumber) open.push({ range, value: row.cells[range.fromColumn - 1] ?? null })
    }
    yield cells ? { rowNumber: row.rowNumber, cells } : row
  }
}

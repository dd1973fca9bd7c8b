import type { MoneyUnit } from './clean/money.ts'
import { readMoney } from './clean/money.ts'
import type { MappedColumn } from './mapping.ts'
import type { RawRow } from './raw.ts'

/** Yuan have two decimals; a claim of less than twenty yuan is as rare as one of more than twenty 万元 is common. */
const usualAtMost = 20_00n

/**
 * Where one heading says 万元 and its neighbour says nothing, the neighbour's own cells tell: 12.1127 is no amount of
 * yuan, 121,127.00 none of 万元.
 */
export function withOwnUnits(
  columns: readonly MappedColumn[],
  isMoney: ReadonlySet<string>,
  body: readonly RawRow[],
): readonly MappedColumn[] {
  return columns.map((column) => {
    if (column.unit !== null || column.field === null || !isMoney.has(column.field)) return column
    return { ...column, unit: unitOfCells(body.map(({ cells }) => cells[column.index] ?? null)) }
  })
}

function unitOfCells(cells: readonly RawRow['cells'][number][]): MoneyUnit {
  const read = cells.map((cell) => readMoney(cell, 'yuan'))
  if (read.some((one) => one.kind === 'refused' && one.why === 'third-decimal')) return 'ten-thousand-yuan'
  const amounts = read
    .flatMap((one) => (one.kind === 'amount' && one.repair !== 'amount-unit' && one.fen > 0n ? [one.fen] : []))
    .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  const middle = amounts[Math.floor(amounts.length / 2)]
  return middle !== undefined && middle < usualAtMost ? 'ten-thousand-yuan' : 'yuan'
}

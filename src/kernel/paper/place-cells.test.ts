import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cell } from './paper.ts'
import { placeCells } from './place-cells.ts'

const columnsOf = (rows: Parameters<typeof placeCells>[0], columns: number) =>
  placeCells(rows, columns).map((row) => row.map(({ column }) => column))

test('a cell beside one that covers two rows stands in its own column', () => {
  const rows = [
    [
      { ...cell('类型'), down: 2 },
      { ...cell('件数'), across: 2 },
    ],
    [cell('受理'), cell('执结')],
  ]
  assert.deepEqual(columnsOf(rows, 3), [
    [0, 1],
    [1, 2],
  ])
})

test('a row with a cell too few is refused, so that no figure slips under another head', () => {
  assert.throws(() => placeCells([[cell('一')]], 2), /row 1 .* fewer/)
})

test('a row with a cell too many is refused', () => {
  assert.throws(() => placeCells([[cell('一'), cell('二')]], 1), /row 1 .* more/)
})

test('a wide cell is refused where a taller neighbour stands in its way', () => {
  const rows = [[cell('一'), { ...cell('二'), down: 2 }, cell('三')], [{ ...cell('宽'), across: 2 }]]
  assert.throws(() => placeCells(rows, 3), /row 2/)
})

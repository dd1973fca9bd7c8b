import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { RawCell } from '../raw.ts'
import { readDate } from './date.ts'

function day(cell: RawCell): string {
  const found = readDate(cell)
  return found.kind === 'day' ? found.day : found.kind
}

const vectors: readonly (readonly [RawCell, string])[] = [
  ['2024-03-05', '2024-03-05'],
  ['2024/3/5', '2024-03-05'],
  ['2024.3.5', '2024-03-05'],
  ['2024年3月5日', '2024-03-05'],
  ['2024年3月5号', '2024-03-05'],
  ['２０２４年３月５日', '2024-03-05'],
  [' 2024. 3. 5\n', '2024-03-05'],
  ['20240305', '2024-03-05'],
  [20240305, '2024-03-05'],
  [45356, '2024-03-05'],
  ['45356', '2024-03-05'],
  ['2024-03-05 08:30:00', '2024-03-05'],
  ['2024-03-05T00:00:00.000Z', '2024-03-05'],
  ['2024/3/5 8:30', '2024-03-05'],
  ['2024/3/1 12:30', '2024-03-01'],
  ['2024-3-5 0:00:00', '2024-03-05'],
  ['2024年3月5日8时30分', '2024-03-05'],
  ['2024年3月5日 下午3点', '2024-03-05'],
  ['2024年3月5日（星期二）', '2024-03-05'],
  [{ kind: 'date', text: '2024-03-05' }, '2024-03-05'],
  [{ kind: 'date', text: '2024-03-05 08:30:00' }, '2024-03-05'],
  ['2024-02-29', '2024-02-29'],
  ['2023-02-29', 'impossible'],
  ['2024-02-30', 'impossible'],
  ['2024.13.05', 'impossible'],
  ['2024年6月31日', 'impossible'],
  ['2024-00-10', 'impossible'],
  ['三月五日', 'unreadable'],
  ['2024年3月', 'unreadable'],
  ['3/5/24', 'unreadable'],
  ['已送达', 'unreadable'],
  [7, 'unreadable'],
  ['', 'empty'],
  ['/', 'empty'],
  ['——', 'empty'],
  ['无', 'empty'],
  ['未送达', 'empty'],
  [null, 'empty'],
]

for (const [cell, expected] of vectors) {
  test(`a day written ${JSON.stringify(cell)} is ${expected}`, () => assert.equal(day(cell), expected))
}

const days = fc
  .integer({ min: 0, max: 60_000 })
  .map((count) => Temporal.PlainDate.from('1955-01-01').add({ days: count % 36_000 }))

test('every way of writing a day gives the same day', () => {
  fc.assert(
    fc.property(days, (date) => {
      const { year, month, day: dayOfMonth } = date
      const expected = date.toString()
      for (const sign of ['/', '.', '-']) assert.equal(day(`${year}${sign}${month}${sign}${dayOfMonth}`), expected)
      assert.equal(day(`${year}年${month}月${dayOfMonth}日`), expected)
      assert.equal(day(Temporal.PlainDate.from('1899-12-30').until(date).days), expected)
    }),
  )
})

test('a month has no more days than the calendar gives it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1950, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const last = Temporal.PlainYearMonth.from({ year, month }).daysInMonth
      assert.notEqual(day(`${year}/${month}/${last}`), 'impossible')
      assert.equal(day(`${year}/${month}/${last + 1}`), 'impossible')
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatYuan } from '#kernel/values/money.ts'
import type { RawCell } from '../raw.ts'
import type { MoneyUnit } from './money.ts'
import { readMoney } from './money.ts'

function amount(cell: RawCell, unit: MoneyUnit = 'yuan'): string {
  const found = readMoney(cell, unit)
  if (found.kind === 'amount') return formatYuan(found.fen)
  return found.kind === 'empty' ? 'empty' : found.why
}

const vectors: readonly (readonly [RawCell, string])[] = [
  [200558, '200,558.00'],
  ['12,345.67', '12,345.67'],
  ['24.050元', '24.05'],
  ['24040元', '24,040.00'],
  ['3.7万元', '37,000.00'],
  ['2.40405万元', '24,040.50'],
  ['1.2亿元', '120,000,000.00'],
  ['￥25,388.73', '25,388.73'],
  ['人民币 1,000 元整', '1,000.00'],
  ['１２２９．００', '1,229.00'],
  [' 2049.00 ', '2,049.00'],
  ['.', 'text'],
  ['/', 'empty'],
  ['——', 'empty'],
  ['无', 'empty'],
  [null, 'empty'],
  ['  ', 'empty'],
  [0.1 + 0.2, '0.30'],
  ['0.30000000000000004', '0.30'],
  [1234567.8900000001, '1,234,567.89'],
  [12.345, 'third-decimal'],
  ['12.345', 'third-decimal'],
  ['1.23456789万元', 'third-decimal'],
  [-14000, 'negative'],
  ['-6,815.00', 'negative'],
  ['(6,815.00)', 'negative'],
  ['￥-5', 'negative'],
  ['约5万余元', 'text'],
  ['以判决为准', 'text'],
  ['12,3４5.6.7', 'text'],
  ['1,23,456', 'text'],
  ['52300元及利息', 'text'],
  [1e21, 'overflow'],
  ['99999999999999999.00', 'overflow'],
  [Number.NaN, 'overflow'],
  ['1.2E+06', '1,200,000.00'],
  [true, 'text'],
]

for (const [cell, expected] of vectors) {
  test(`an amount written ${JSON.stringify(cell)} is ${expected}`, () => assert.equal(amount(cell), expected))
}

test('a unit in the cell wins over the unit of the column', () => {
  assert.equal(amount('3.7', 'ten-thousand-yuan'), '37,000.00')
  assert.equal(amount(3.7, 'ten-thousand-yuan'), '37,000.00')
  assert.equal(amount(12.345678, 'ten-thousand-yuan'), '123,456.78')
  assert.equal(amount('500元', 'ten-thousand-yuan'), '500.00')
  assert.equal(amount('0.0000001', 'ten-thousand-yuan'), 'third-decimal')
})

const cents = fc.bigInt({ min: 0n, max: 999_999_999_999_999n })
const plain = (fen: bigint): string => formatYuan(fen).replaceAll(',', '')
const wide = (text: string): string =>
  text.replace(/[0-9.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
const inTenThousands = (fen: bigint): string => {
  const digits = fen.toString().padStart(7, '0')
  return `${digits.slice(0, -6)}.${digits.slice(-6)}万元`
}

test('every way of writing an amount gives the same fen', () => {
  fc.assert(
    fc.property(cents, (fen) => {
      const expected = formatYuan(fen)
      for (const text of [plain(fen), expected, `${expected}元`, `￥${expected}`, wide(plain(fen)), ` ${expected} `]) {
        assert.equal(amount(text), expected, text)
      }
      assert.equal(amount(inTenThousands(fen)), expected)
    }),
  )
})

test('a number cell is exact to the fen as long as a binary number can be', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999n }), (fen) => {
      assert.equal(amount(Number(plain(fen))), formatYuan(fen))
    }),
  )
})

test('sums of binary fractions leave noise behind that is no third decimal', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 40 }), (parts) => {
      const noisy = parts.reduce((sum, part) => sum + part / 100, 0)
      const exact = parts.reduce((sum, part) => sum + BigInt(part), 0n)
      assert.equal(amount(noisy), formatYuan(exact))
    }),
  )
})

test('a third decimal is never rounded away', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 9 }), (whole, third) => {
      assert.equal(amount(`${whole}.25${third}`), 'third-decimal')
      assert.equal(amount(Number(`${whole}.25${third}`)), 'third-decimal')
    }),
  )
})

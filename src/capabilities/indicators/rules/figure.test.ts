import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { meanDays, percent } from '../definition.ts'
import { figureOf, quotient } from './figure.ts'

test('a printed rate is truncated: 1188 of 1191 is 99.74 %, though rounding would say 99.75', () => {
  assert.equal(figureOf({ numerator: 1188n, denominator: 1191n }, percent).printed, '99.74%')
  assert.equal(figureOf({ numerator: 1188n, denominator: 1191n }, { ...percent, rounding: 'half-up' }).value, '99.75')
})

test('an empty base prints a dash, never 0 % or 100 %', () => {
  assert.deepEqual(figureOf({ numerator: 0n, denominator: 0n }, percent), { value: null, printed: '—' })
})

test('a base without members of the set prints 0.00 %', () => {
  assert.equal(figureOf({ numerator: 0n, denominator: 3n }, percent).printed, '0.00%')
})

test('a mean keeps one decimal and its unit', () => {
  assert.equal(figureOf({ numerator: 73985n, denominator: 1188n }, meanDays).printed, '62.2天')
})

test('a base counted in halves divides by the mean of the two counts', () => {
  assert.equal(figureOf({ numerator: 10n, denominator: 25n, halves: true }, percent).value, '80.00')
})

test('a change is what came beyond last year, and may be less', () => {
  const change = { ...percent, kind: 'change' as const }
  assert.equal(figureOf({ numerator: 90n, denominator: 100n }, change).value, '-10.00')
  assert.equal(figureOf({ numerator: 2999999n, denominator: 3000000n }, change).value, '0.00')
})

test('truncation never exceeds the fraction, half-up is never off by more than half a digit', () => {
  const positive = fc.bigInt(1n, 10n ** 15n)
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 15n), positive, fc.nat(4), (top, bottom, decimals) => {
      const unit = 10n ** BigInt(decimals)
      const of = (rounding: 'truncate' | 'half-up') =>
        BigInt(quotient(top, bottom, { decimals, rounding }).replace('.', ''))
      const exact = top * unit
      assert.ok(of('truncate') * bottom <= exact && exact < (of('truncate') + 1n) * bottom)
      const off = 2n * (of('half-up') * bottom - exact)
      assert.ok(-bottom < off && off <= bottom)
    }),
  )
})

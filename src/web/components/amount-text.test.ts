import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAmount } from './amount-text.ts'

test('an amount is read to the fen however it is typed', () => {
  assert.equal(readAmount('3.2万'), 3_200_000n)
  assert.equal(readAmount('32,000.5'), 3_200_050n)
  assert.equal(readAmount('32000 元'), 3_200_000n)
  assert.equal(readAmount('1.5亿'), 15_000_000_000n)
  assert.equal(readAmount('0.10'), 10n)
})

test('a third decimal of a yuan is no amount', () => {
  assert.equal(readAmount('1.005'), undefined)
  assert.equal(readAmount('1.0050万'), 1_005_000n)
})

test('what is not wholly an amount is none', () => {
  for (const typed of ['12万余', '约3万', '-5', '', '一万']) assert.equal(readAmount(typed), undefined)
})

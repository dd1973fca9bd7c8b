import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differencesOf } from './differences.ts'

test('51 % printed beside 19 of 38 is told as a difference', () => {
  const [found, ...others] = differencesOf({ F20: '38人', F21: '19名', F23: '51%' }, new Map())
  assert.deepEqual([found?.published, found?.reckoned, others], ['51%', '50.00%', []])
  assert.match(found?.text ?? '', /19名 ÷ .*38人计算为 50\.00%/)
})

test('a truncated rate agrees with its two numbers', () => {
  assert.deepEqual(differencesOf({ F01: '1191件', F02: '1188件', F03: '99.74%' }, new Map()), [])
})

test('a figure counted otherwise than published is told once, whatever it was made of', () => {
  const published = { F20: '38人', F21: '19名', F23: '51%' }
  const found = differencesOf(published, new Map([['F23', '50.00%']]))
  assert.deepEqual(
    found.map(({ figure, published: printed, reckoned }) => [figure, printed, reckoned]),
    [['F23', '51%', '50.00%']],
  )
})

test('figures that agree are not told', () => {
  assert.deepEqual(differencesOf({ F01: '1191件' }, new Map([['F01', '1191件']])), [])
})

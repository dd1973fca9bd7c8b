import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typedNumbers } from './typed-numbers.ts'

test('a number typed into a sentence is found', () => {
  assert.deepEqual(typedNumbers('执结1,188件，结案率99.74%，受理{F01}。'), ['1,188', '99.74%'])
})

test('years, days and names of mechanisms are no claims', () => {
  assert.deepEqual(typedNumbers('2024年11月10日起，“执行110”运行，抓实“3+1”核心指标，9月全面推行。'), [])
})

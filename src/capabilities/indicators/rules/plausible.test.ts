import assert from 'node:assert/strict'
import { test } from 'node:test'
import { meanDays, percent } from '../definition.ts'
import { resumptionRate } from '../definitions/closing.ts'
import { recoveryRate } from '../definitions/money.ts'
import { doubtAbout } from './plausible.ts'

const [money] = recoveryRate.variants
const [resumed] = resumptionRate.variants

test('a recovery of 8593 % is doubted, one of exactly 100 % is not', () => {
  assert.match(doubtAbout('8593.00', percent, money)?.zh ?? '', /不可信.*到位超过标的/)
  assert.equal(doubtAbout('100.00', percent, money), null)
  assert.equal(doubtAbout(null, percent, money), null)
})

test('a number of days is no share, and resumed cases are no part of the pool', () => {
  assert.equal(doubtAbout('8593', meanDays, money), null)
  assert.equal(doubtAbout('120.00', percent, resumed), null)
})

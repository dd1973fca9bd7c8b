import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { printedNumber } from './printed-form.ts'

test('余 states a floor: 437 items are 400余, 33 units 30余, 117 times 100余', () => {
  assert.equal(printedNumber(437n, { kind: 'over', unit: 'item' }), '400余条')
  assert.equal(printedNumber(33n, { kind: 'over', unit: 'organisation' }), '30余家')
  assert.equal(printedNumber(117n, { kind: 'over', unit: 'person-time' }), '100余人次')
})

test('a number that is its own floor is written without 余', () => {
  assert.equal(printedNumber(400n, { kind: 'over', unit: 'item' }), '400条')
  assert.equal(printedNumber(7n, { kind: 'over', unit: 'case' }), '7件')
  assert.equal(printedNumber(2_280_000n, { kind: 'over-ten-thousand', unit: 'yuan' }), '228万元')
})

test('money above a round 万 is so many 万余元', () => {
  assert.equal(printedNumber(2_314_562n, { kind: 'over-ten-thousand', unit: 'yuan' }), '231万余元')
  assert.equal(printedNumber(2_284_913n, { kind: 'ten-thousand', unit: 'yuan' }), '228万元')
})

test('what is printed never exceeds what was counted', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 12n), fc.constantFrom('over' as const, 'exact' as const), (value, kind) => {
      const [digits = ''] = /^\d+/.exec(printedNumber(value, { kind, unit: 'case' })) ?? []
      assert.ok(BigInt(digits) <= value && (kind === 'over' ? BigInt(digits) * 2n >= value : true))
    }),
  )
})

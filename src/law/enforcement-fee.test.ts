import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fen, parseYuan } from '#kernel/values/money.ts'
import { enforcementFee, type FeeRounding } from './enforcement-fee.ts'
import { preservationFee } from './preservation-fee.ts'

const claims = fc.bigInt({ min: 1n, max: 10n ** 22n }).map(fen)
const feeOf = (claim: bigint, rounding: FeeRounding = 'fen-half-up'): bigint => {
  const found = enforcementFee({ claim: fen(claim), rounding })
  assert.ok('value' in found && 'fee' in found.value)
  return found.value.fee
}

test('a larger claim never costs less', () => {
  fc.assert(fc.property(claims, claims, (claim, more) => assert.ok(feeOf(claim) <= feeOf(claim + more))))
})

test('one fen more never costs more than one fen more', () => {
  fc.assert(fc.property(claims, (claim) => assert.ok(feeOf(claim + 1n) - feeOf(claim) <= 1n)))
})

test('whole yuan are within a yuan of the fee in fen, and dropping never raises it', () => {
  fc.assert(
    fc.property(claims, (claim) => {
      const [exact, half, floor] = [feeOf(claim), feeOf(claim, 'yuan-half-up'), feeOf(claim, 'yuan-floor')]
      assert.ok(half % 100n === 0n && floor % 100n === 0n)
      assert.ok(floor <= half && floor <= exact && exact - floor <= 100n)
      assert.ok(half - exact <= 50n && exact - half <= 50n)
    }),
  )
})

test('a preservation fee never exceeds five thousand yuan, whatever is preserved', () => {
  fc.assert(
    fc.property(claims, claims, (amount, more) => {
      const [less, most] = [preservationFee({ amount }).value, preservationFee({ amount: fen(amount + more) }).value]
      assert.ok(less <= most && most <= parseYuan('5000'))
    }),
  )
})

test('the derivation of a fee can be added up by hand', () => {
  const found = enforcementFee({ claim: parseYuan('1234567.89') })
  assert.ok('workings' in found)
  assert.deepEqual(found.workings, [
    '执行标的额1,234,567.89元',
    '0.00元至10,000.00元的部分：每件50.00元',
    '10,000.00元至500,000.00元的部分：490,000.00 × 1.5%',
    '500,000.00元至5,000,000.00元的部分：734,567.89 × 1%',
    '合计14,745.68元（四舍五入到分）',
  ])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseYuan } from '#kernel/values/money.ts'
import { blankShare, claimsOf, missingIn, previewOf, type DraftShare, type Rank } from './draft-plan.ts'

const drafted = (...lines: readonly (readonly [Rank, string, string, string?])[]): readonly DraftShare[] =>
  lines.reduce<readonly DraftShare[]>(
    (shares, [rank, creditor, claim, cap]) => [
      ...shares,
      {
        ...blankShare(shares, rank),
        creditor,
        basis: '判决书',
        claimFen: parseYuan(claim),
        capFen: cap === undefined ? null : parseYuan(cap),
      },
    ],
    [],
  )
const awardedIn = (fund: string, shares: readonly DraftShare[]) => {
  const { awarded, surplusFen, givenFen } = previewOf(parseYuan(fund), shares, 'proportional')
  assert.equal(givenFen + surplusFen, parseYuan(fund), 'the parts and the rest are the fund')
  return shares.map(({ key }) => awarded.get(key))
}

test('however they are written down, costs come first, the fee after them, then priority, then the rest by share', () => {
  const shares = drafted(
    ['ordinary', '甲', '900.00'],
    ['ordinary', '乙', '300.00'],
    ['first', '丙', '200.00'],
    ['fee', '本院', '50.00'],
    ['cost', '评估公司', '30.00'],
  )
  assert.deepEqual(awardedIn('580.01', shares), [22501n, 7500n, 20000n, 5000n, 3000n])
  assert.deepEqual(awardedIn('60.00', shares), [0n, 0n, 0n, 3000n, 3000n], 'costs before the fee')
})

test('a secured claim is paid first up to the worth of its asset, and shares with the others for what is left', () => {
  const shares = drafted(['first', '银行', '500.00', '300.00'], ['ordinary', '甲', '200.00'])
  assert.deepEqual(awardedIn('400.00', shares), [35000n, 5000n])
  assert.deepEqual(
    claimsOf(shares).map(({ tier, excessTier }) => [tier, excessTier]),
    [
      [1, 2],
      [2, undefined],
    ],
  )
})

test('ranks that nobody has leave no gap', () => {
  const shares = drafted(['third', '甲', '1.00'], ['ordinary', '乙', '1.00'])
  assert.deepEqual(
    claimsOf(shares).map(({ tier }) => tier),
    [1, 2],
  )
})

test('a plan is not drawn before everybody has a name, a basis and a sum', () => {
  assert.equal(missingIn([]), 'nobody')
  const [share] = drafted(['ordinary', '甲', '1.00'])
  assert.ok(share)
  assert.equal(missingIn([{ ...share, creditor: ' ' }]), 'name')
  assert.equal(missingIn([{ ...share, basis: '' }]), 'basis')
  assert.equal(missingIn([{ ...share, claimFen: null }]), 'amount')
  assert.equal(missingIn([share]), undefined)
})

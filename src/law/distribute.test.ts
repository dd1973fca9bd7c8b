import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fen, sumFen } from '#kernel/values/money.ts'
import { amounts } from './testing/arbitraries.ts'
import { type Claim, distribute, sharesOf } from './distribute.ts'

const claim = (index: number): fc.Arbitrary<Claim> =>
  fc
    .record({
      tier: fc.integer({ min: 1, max: 4 }),
      claim: amounts,
      cap: fc.option(amounts),
      excess: fc.integer({ min: 1, max: 3 }),
    })
    .map(({ tier, claim: sum, cap, excess }) => ({
      id: `c${index}`,
      tier,
      claim: sum,
      ...(cap === null ? {} : { tierCap: cap, excessTier: tier + excess }),
    }))

const claims = fc.nat(8).chain((length) => fc.tuple(...Array.from({ length }, (_, index) => claim(index))))
const costs = fc.array(amounts, { maxLength: 3 }).map((list) => list.map((amount, i) => ({ id: `k${i}`, amount })))
const methods = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.constantFrom('proportional', 'sequence')))
  .map((entries) => new Map(entries))

test('what is paid and what is left always sum to the money, and nobody gets more than he claims', () => {
  fc.assert(
    fc.property(amounts, costs, claims, methods, (proceeds, expenses, list, how) => {
      const { paid, surplus } = distribute({ proceeds, costs: expenses, claims: list, methods: how }).value
      assert.equal(sumFen(paid.values()) + surplus, proceeds)
      for (const { id, claim: sum } of list) {
        const share = paid.get(id) ?? -1n
        assert.ok(share >= 0n && share <= sum)
      }
    }),
  )
})

test('money is left only when every claim that may still be paid is paid', () => {
  fc.assert(
    fc.property(amounts, claims, (proceeds, list) => {
      const { paid, surplus } = distribute({ proceeds, claims: list }).value
      fc.pre(surplus > 0n)
      for (const { id, claim: sum } of list) assert.equal(paid.get(id), sum)
    }),
  )
})

test('a share is the exact one rounded down or up, never further', () => {
  fc.assert(
    fc.property(amounts, fc.array(amounts, { minLength: 1, maxLength: 9 }), (money, dues) => {
      const total = sumFen(dues)
      fc.pre(total > money)
      for (const [i, share] of sharesOf(money, dues, 'proportional').entries()) {
        const exact = money * (dues[i] ?? 0n)
        assert.ok(share * total <= exact + total - 1n && share * total >= exact - total + 1n)
      }
    }),
  )
})

test('a larger claim of a tier never gets less than a smaller one', () => {
  fc.assert(
    fc.property(amounts, fc.array(amounts, { minLength: 2, maxLength: 9 }), (money, dues) => {
      const shares = sharesOf(money, dues, 'proportional')
      const bySize = dues
        .map((due, i) => ({ due, share: shares[i] ?? 0n }))
        .sort((a, b) => Number(a.due > b.due) - Number(a.due < b.due))
      for (const [i, { share, due }] of bySize.entries()) {
        const next = bySize[i + 1]
        if (next && next.due > due) assert.ok(next.share >= share)
      }
    }),
  )
})

test('in the order of seizure an earlier claim is full before a later one gets a fen', () => {
  fc.assert(
    fc.property(amounts, fc.array(amounts, { minLength: 1, maxLength: 9 }), (money, dues) => {
      const shares = sharesOf(money, dues, 'sequence')
      const firstShort = shares.findIndex((share, i) => share < (dues[i] ?? 0n))
      if (firstShort >= 0) for (const share of shares.slice(firstShort + 1)) assert.equal(share, 0n)
    }),
  )
})

test('the stray fen goes to the larger claim when fractions are equal, then to the earlier', () => {
  assert.deepEqual(sharesOf(3n, [1n, 3n, 2n], 'proportional'), [0n, 2n, 1n])
  assert.deepEqual(sharesOf(1n, [2n, 2n], 'proportional'), [1n, 0n])
  assert.deepEqual(sharesOf(2n, [1n, 3n], 'proportional'), [0n, 2n])
})

test('the rest of a secured claim keeps its place in the list among ordinary creditors', () => {
  const { paid } = distribute({
    proceeds: fen(101n),
    claims: [
      { id: 'bank', tier: 1, claim: fen(150n), tierCap: fen(50n), excessTier: 3 },
      { id: 'c1', tier: 3, claim: fen(100n) },
    ],
  }).value
  assert.deepEqual(Object.fromEntries(paid), { bank: 76n, c1: 25n })
})

test('one creditor named in two tiers is paid what both give him', () => {
  const { paid, surplus } = distribute({
    proceeds: fen(10n),
    claims: [
      { id: 'a', tier: 1, claim: fen(3n) },
      { id: 'a', tier: 2, claim: fen(4n) },
    ],
  }).value
  assert.deepEqual([...paid, surplus], [['a', 7n], 3n])
})

test('a rest cannot be sent to a tier already paid', () => {
  assert.throws(
    () => distribute({ proceeds: fen(1n), claims: [{ id: 'a', tier: 2, claim: fen(1n), excessTier: 1 }] }),
    RangeError,
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { change, leftOf, nextCandidate, split, without, type DraftPart } from './claim-parts.ts'

const whole: readonly DraftPart[] = [
  { key: 0, kind: 'case', caseNumber: '（2024）川1123执655号', amountFen: 5_200_000n },
]
const none: ReadonlySet<number> = new Set()

test('a part that is made smaller leaves the rest to the part after it', () => {
  const two = change(5_200_000n, split(5_200_000n, whole, ''), 0, { amountFen: 2_000_000n }, none)
  assert.deepEqual(
    two.map(({ amountFen }) => amountFen),
    [2_000_000n, 3_200_000n],
  )
  assert.equal(leftOf(5_200_000n, two), 0n)
})

test('a part that is typed first leaves the rest to the part before it', () => {
  const two = change(5_200_000n, split(5_200_000n, whole, ''), 1, { amountFen: 2_000_000n }, none)
  assert.deepEqual(
    two.map(({ amountFen }) => amountFen),
    [3_200_000n, 2_000_000n],
  )
})

test('a sum that a person typed is not changed by another part', () => {
  const two = change(5_200_000n, split(5_200_000n, whole, ''), 1, { amountFen: 100n }, new Set([1]))
  const changed = change(5_200_000n, two, 0, { amountFen: 200n }, new Set([0, 1]))
  assert.deepEqual(
    changed.map(({ amountFen }) => amountFen),
    [200n, 100n],
  )
  assert.equal(leftOf(5_200_000n, changed), 5_199_700n)
})

test('parts that ask for more than the line leave less than nothing', () => {
  const two = split(5_200_000n, whole, '').map((part) => ({ ...part, amountFen: 5_200_000n }))
  assert.equal(leftOf(5_200_000n, two), -5_200_000n)
})

test('the part that remains alone has the whole line again', () => {
  const two = change(5_200_000n, split(5_200_000n, whole, ''), 0, { amountFen: 1n }, none)
  assert.equal(without(5_200_000n, two, 1)[0]?.amountFen, 5_200_000n)
})

test('a new part is offered the next case that no part has', () => {
  const numbers = ['（2024）川1123执655号', '（2024）川1123执987号']
  assert.equal(nextCandidate(numbers, whole), '（2024）川1123执987号')
  assert.equal(nextCandidate(numbers.slice(0, 1), whole), '')
})

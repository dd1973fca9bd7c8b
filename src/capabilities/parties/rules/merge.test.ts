import assert from 'node:assert/strict'
import { test } from 'node:test'
import { residentIdCheckDigit } from '#law/resident-id.ts'
import { identifierKind, mayBeOne, type Mergeable } from './merge.ts'

const record = (partyId: string, more: Partial<Mergeable> = {}): Mergeable => ({
  partyId,
  kind: 'person',
  identifier: null,
  mergedInto: null,
  hasMerged: false,
  ...more,
})
const resident = (first17: string) => `${first17}${residentIdCheckDigit(first17)}`
const reason = (one: Mergeable, other: Mergeable) => mayBeOne(one, other)?.problem.type

const [a, b] = [resident('99000119800101001'), resident('99000119800101003')]

test('two resident numbers that differ are never one person, in either order', () => {
  const [one, other] = [record('1', { identifier: a }), record('2', { identifier: b })]
  assert.equal(reason(one, other), '/problems/parties/different-identifiers')
  assert.equal(reason(other, one), '/problems/parties/different-identifiers')
})

test('a record without a number may be found to be one with a number', () => {
  assert.equal(mayBeOne(record('1', { identifier: a }), record('2')), undefined)
})

test('numbers of two kinds do not contradict each other', () => {
  assert.equal(identifierKind(a), '身份证号')
  assert.equal(identifierKind('E12345678'), '其他证件号')
  assert.equal(mayBeOne(record('1', { identifier: a }), record('2', { identifier: 'E12345678' })), undefined)
})

test('a natural person is never merged with a company', () => {
  assert.equal(reason(record('1'), record('2', { kind: 'legal' })), '/problems/parties/different-kinds')
  assert.equal(mayBeOne(record('1', { kind: 'unknown' }), record('2', { kind: 'legal' })), undefined)
})

test('a merged record is not merged again before it is taken apart', () => {
  const merged = record('2', { mergedInto: '3' })
  assert.equal(reason(record('1'), merged), '/problems/parties/already-merged')
  assert.equal(reason(merged, record('1')), '/problems/parties/already-merged')
  assert.equal(reason(record('1'), record('2', { hasMerged: true })), '/problems/parties/already-merged')
})

test('a record is not merged with itself', () => {
  assert.equal(reason(record('1'), record('1')), '/problems/parties/same-record')
})

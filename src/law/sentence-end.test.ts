import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '#kernel/values/dates.ts'
import { someDay } from './testing/arbitraries.ts'
import { custodyCredit } from './custody-credit.ts'
import { daysBetween } from './day-number.ts'
import { sentenceEnd } from './sentence-end.ts'

for (const [start, months, end] of [
  ['2024-01-31', 1, '2024-02-28'],
  ['2023-01-31', 1, '2023-02-27'],
  ['2024-02-29', 1, '2024-03-30'],
  ['2023-02-28', 12, '2024-02-28'],
  ['2024-01-15', 6, '2024-07-14'],
  ['2024-01-30', 13, '2025-02-27'],
] as const) {
  test(`${months} months from ${start} end on ${end}`, () => {
    assert.equal(sentenceEnd({ start: day(start), term: { months } }).value.toString(), end)
  })
}

test('years are counted by the date alone, so that a month end plays no part', () => {
  assert.equal(sentenceEnd({ start: day('2023-02-28'), term: { years: 1 } }).value.toString(), '2024-02-27')
})

test('each day credited frees a day sooner', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 60 }), fc.nat(500), (start, months, creditDays) => {
      const [full, credited] = [0, creditDays].map(
        (days) => sentenceEnd({ start, term: { months }, creditDays: days }).value,
      )
      assert.ok(full && credited && daysBetween(credited, full) === creditDays)
    }),
  )
})

test('judicial detention that the court credits counts as custody does', () => {
  const custody = { penalty: 'control', custodyDays: 10, judicialDetentionDays: 5 } as const
  assert.equal(custodyCredit({ ...custody, creditJudicial: true }).value, 30)
  assert.equal(custodyCredit(custody).value, 20)
})

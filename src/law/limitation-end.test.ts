import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '#kernel/values/dates.ts'
import { someDay } from './testing/arbitraries.ts'
import { isWorkingDay } from './calendar.ts'
import { daysBetween } from './day-number.ts'
import { limitationEnd } from './limitation-end.ts'

const endOf = (performanceEnd: Temporal.PlainDate, interruptions: readonly Temporal.PlainDate[]) =>
  limitationEnd({ from: { performanceEnd }, interruptions }).value.end

test('the limitation ends on a worked day, and one more demand never brings it nearer', () => {
  fc.assert(
    fc.property(someDay, fc.array(someDay, { maxLength: 8 }), someDay, (start, demands, demand) => {
      const [end, later] = [endOf(start, demands), endOf(start, [...demands, demand])]
      assert.ok(isWorkingDay(end) && daysBetween(end, later) >= 0)
    }),
  )
})

test('the order in which demands are listed does not matter', () => {
  fc.assert(
    fc.property(someDay, fc.array(someDay, { maxLength: 8 }), (start, demands) => {
      assert.ok(endOf(start, demands).equals(endOf(start, [...demands].reverse())))
    }),
  )
})

test('a demand on the last day, rolled over the weekend, is still in time', () => {
  const start = day('2024-03-15')
  assert.equal(endOf(start, [day('2026-03-16')]).toString(), '2028-03-16')
  assert.equal(endOf(start, [day('2026-03-17')]).toString(), '2026-03-16')
})

test('a limitation has not expired on its last day', () => {
  const from = { performanceEnd: day('2024-03-15') }
  const expired = (today: string) => limitationEnd({ from, today: day(today) }).value.expired
  assert.deepEqual([expired('2026-03-16'), expired('2026-03-17')], [false, true])
})

test('instalments that fell due before 2022 are marked', () => {
  const found = limitationEnd({ from: { installmentEnds: [day('2021-06-30'), day('2023-06-30')] } })
  assert.equal(found.value.end.toString(), '2025-06-30')
  assert.match(found.checks.join(), /分别计算二年/)
})

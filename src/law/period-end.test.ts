import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '#kernel/values/dates.ts'
import { isWorkingDay } from './calendar.ts'
import { dayAt, dayNumber, daysBetween } from './day-number.ts'
import { type Period, periodEnd } from './period-end.ts'

const someDay = fc.integer({ min: dayNumber(day('2019-01-01')), max: dayNumber(day('2030-12-31')) }).map(dayAt)

const endOf = (period: Period) => {
  const found = periodEnd(period)
  assert.ok('value' in found)
  return found.value
}

test('a period never ends on a day off, nor before its nominal end', () => {
  fc.assert(
    fc.property(
      someDay,
      fc.integer({ min: 1, max: 900 }),
      fc.constantFrom('day', 'month', 'year', 'working-day'),
      (trigger, amount, unit) => {
        const { nominalEnd, end } = endOf({ trigger, amount: unit === 'year' ? (amount % 9) + 1 : amount, unit })
        assert.ok(isWorkingDay(end))
        assert.ok(daysBetween(nominalEnd, end) >= 0)
        assert.ok(daysBetween(nominalEnd, end) <= 10)
      },
    ),
  )
})

test('twelve months and one year end on the same day', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 9 }), (trigger, years) => {
      assert.ok(
        endOf({ trigger, amount: years, unit: 'year' }).end.equals(
          endOf({ trigger, amount: 12 * years, unit: 'month' }).end,
        ),
      )
    }),
  )
})

test('who is served later has no less time', () => {
  fc.assert(
    fc.property(
      someDay,
      fc.nat(40),
      fc.integer({ min: 1, max: 90 }),
      fc.constantFrom('day', 'month', 'working-day'),
      (trigger, later, amount, unit) => {
        const [first, second] = [trigger, dayAt(dayNumber(trigger) + later)].map(
          (from) => endOf({ trigger: from, amount, unit }).end,
        )
        assert.ok(first && second && daysBetween(first, second) >= 0)
      },
    ),
  )
})

test('a term that does not extend is never provisional', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 900 }), (trigger, amount) => {
      const { nominalEnd, end, provisional } = endOf({ trigger, amount, unit: 'day', onHoliday: 'none' })
      assert.ok(nominalEnd.equals(end))
      assert.equal(provisional, false)
      assert.equal(daysBetween(trigger, end), amount)
    }),
  )
})

test('an end is provisional when, and only when, it leans on a year without notice', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 400 }), (trigger, amount) => {
      const { nominalEnd, end, provisional } = endOf({ trigger, amount, unit: 'day' })
      assert.equal(provisional, nominalEnd.year < 2023 || end.year > 2026)
    }),
  )
})

test('working days counted through an unpublished year are provisional even if they end in a published one', () => {
  assert.equal(endOf({ trigger: day('2022-12-28'), amount: 5, unit: 'working-day' }).provisional, true)
  assert.equal(endOf({ trigger: day('2022-12-31'), amount: 5, unit: 'working-day' }).provisional, false)
})

test('the derivation names every day passed over and why', () => {
  const found = periodEnd({ trigger: day('2024-09-20'), amount: 15, unit: 'day' })
  assert.ok('workings' in found)
  assert.deepEqual(found.workings, [
    '2024年9月20日（起算事由发生日，不计入）起15日，届满2024年10月5日',
    '期满日休息，顺延：2024年10月5日（国庆节放假）、2024年10月6日（国庆节放假）、2024年10月7日（国庆节放假）',
    '顺延至2024年10月8日',
  ])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayAt, dayNumber, daysBetween, monthsAfter, weekdayOf } from './day-number.ts'

const anyDay = fc.integer({ min: -719_528, max: 2_932_896 })
const origin = new Temporal.PlainDate(1970, 1, 1)

test('a day number and its date name the same day of the week and of the year', () => {
  fc.assert(
    fc.property(anyDay, (number) => {
      const date = origin.add({ days: number })
      assert.equal(dayAt(number).toString(), date.toString())
      assert.equal(dayNumber(date), number)
      assert.equal(weekdayOf(number), date.dayOfWeek)
    }),
  )
})

test('the corresponding day is where the civil code puts it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -700_000, max: 2_000_000 }),
      fc.integer({ min: -500, max: 2000 }),
      (number, months) => {
        const date = dayAt(number)
        assert.equal(monthsAfter(date, months).toString(), date.add({ months }).toString())
      },
    ),
  )
})

test('from one day to another there are as many days as back', () => {
  fc.assert(fc.property(anyDay, anyDay, (a, b) => assert.equal(daysBetween(dayAt(a), dayAt(b)), b - a)))
})

test('beyond the year 9999 there is no day', () => {
  assert.throws(() => dayAt(2_932_897), RangeError)
  assert.throws(() => monthsAfter(new Temporal.PlainDate(9999, 12, 1), 1), RangeError)
})

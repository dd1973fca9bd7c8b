import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '#kernel/values/dates.ts'
import { z } from 'zod'
import {
  addWorkingDays,
  HolidayNotice,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  publishedCalendar,
  whyOff,
  withNotice,
} from './calendar.ts'
import { dayAt, dayNumber } from './day-number.ts'
import { periodEnd } from './period-end.ts'
import { ruleOn } from './rules.ts'

const someDay = fc.integer({ min: dayNumber(day('2021-01-01')), max: dayNumber(day('2029-12-31')) }).map(dayAt)

const Arranged = z.object({ holidays: z.array(z.string()), workdays: z.array(z.string()) })

for (const year of [2023, 2024, 2025, 2026]) {
  test(`the notice for ${year} says what the rule book says`, () => {
    const { holidays, workdays } = Arranged.parse(ruleOn(`calendar.${year}`).rule.value)
    for (const text of holidays) assert.equal(isWorkingDay(day(text)), false, text)
    for (const text of workdays) assert.equal(isWorkingDay(day(text)), true, text)
    const set = publishedCalendar.notices.find((notice) => notice.year === year)?.days ?? []
    const inYear = set.filter(({ date }) => date.year === year)
    assert.equal(inYear.length, holidays.length + workdays.length)
  })
}

test('the next worked day is worked, and no day skipped on the way was', () => {
  fc.assert(
    fc.property(someDay, (date) => {
      const next = nextWorkingDay(date)
      assert.ok(isWorkingDay(next))
      for (let number = dayNumber(date); number < dayNumber(next); number += 1) assert.ok(!isWorkingDay(dayAt(number)))
    }),
  )
})

test('the worked day before a day off and the one after enclose days off only', () => {
  fc.assert(
    fc.property(someDay, (date) => {
      const [before, after] = [previousWorkingDay(date), nextWorkingDay(date)]
      assert.ok(isWorkingDay(before))
      assert.equal(before.equals(after), isWorkingDay(date))
    }),
  )
})

test('so many worked days and then some more are as many together', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (date, some, more) => {
      assert.ok(addWorkingDays(addWorkingDays(date, some), more).equals(addWorkingDays(date, some + more)))
    }),
  )
})

test('a day off has its reason', () => {
  assert.equal(whyOff(day('2024-10-05')), '国庆节放假')
  assert.equal(whyOff(day('2024-10-12')), '调休上班（国庆节）')
  assert.equal(whyOff(day('2024-03-02')), '星期六')
  assert.equal(whyOff(day('2024-03-01')), undefined)
})

const notice2027 = HolidayNotice.parse({
  year: 2027,
  days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }],
})

test('a notice imported by the court settles what was provisional', () => {
  const period = { trigger: day('2026-12-22'), amount: 10, unit: 'day' } as const
  const before = periodEnd(period)
  const after = periodEnd(period, withNotice(publishedCalendar, notice2027))
  assert.ok('value' in before && 'value' in after)
  assert.deepEqual(
    [before.value.end.toString(), before.value.provisional, before.checks.length],
    ['2027-01-01', true, 1],
  )
  assert.deepEqual([after.value.end.toString(), after.value.provisional, after.checks.length], ['2027-01-04', false, 0])
})

test('a second notice for a year takes the place of the first', () => {
  const changed = withNotice(publishedCalendar, { ...notice2027, year: 2024 })
  assert.equal(changed.notices.filter(({ year }) => year === 2024).length, 1)
  assert.equal(isWorkingDay(day('2024-10-01'), changed), true)
})

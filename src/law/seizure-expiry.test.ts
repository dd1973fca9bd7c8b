import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '#kernel/values/dates.ts'
import { someDay } from './testing/arbitraries.ts'
import { isWorkingDay } from './calendar.ts'
import { daysAfter, daysBetween, monthsAfter } from './day-number.ts'
import { seizureExpiry, seizureKinds, type Seizure } from './seizure-expiry.ts'
import { seizureStatus } from './seizure-status.ts'

const kinds = fc.constantFrom(...seizureKinds)
const outcome = (seizure: Seizure): string => {
  const found = seizureExpiry(seizure)
  return 'error' in found ? found.error : found.value.expiry.toString()
}

test('the printed convention is one day before the other, and both lie within the maximum', () => {
  fc.assert(
    fc.property(kinds, someDay, fc.integer({ min: 1, max: 12 }), (kind, start, months) => {
      const [inclusive, exclusive] = (['inclusive', 'exclusive'] as const).map((convention) =>
        outcome({ kind, start, months, convention }),
      )
      assert.equal(daysAfter(day(inclusive ?? ''), 1).toString(), exclusive)
    }),
  )
})

test('the office can act on its last day, and the seizure still stands then', () => {
  fc.assert(
    fc.property(kinds, someDay, (kind, start) => {
      const found = seizureExpiry({ kind, start })
      assert.ok('value' in found)
      const { expiry, applyBy, officeBy } = found.value
      assert.ok(isWorkingDay(officeBy) && daysBetween(officeBy, expiry) >= 0)
      assert.equal(daysBetween(applyBy, expiry), 7)
    }),
  )
})

test('a printed end is accepted up to the corresponding day of the maximum and not a day more', () => {
  fc.assert(
    fc.property(someDay, fc.constantFrom('inclusive', 'exclusive'), (start, convention) => {
      const most = monthsAfter(start, 12)
      const seizure = { kind: 'deposit', start, convention } as const
      assert.equal(outcome({ ...seizure, printedEnd: most }), most.toString())
      assert.equal(outcome({ ...seizure, printedEnd: daysAfter(most, 1) }), 'PRINTED_END_EXCEEDS_MAX')
      assert.equal(outcome({ ...seizure, printedEnd: start }), start.toString())
      assert.equal(outcome({ ...seizure, printedEnd: daysAfter(start, -1) }), 'TERM_INVALID')
    }),
  )
})

test('a renewal of listed shares is held to six months, any other to the first maximum', () => {
  const start = day('2024-04-01')
  assert.equal(outcome({ kind: 'listedStateShare', start, renewal: true, months: 7 }), 'TERM_EXCEEDS_MAX')
  assert.equal(
    outcome({ kind: 'listedStateShare', start, renewal: true, printedEnd: day('2024-10-02') }),
    'PRINTED_END_EXCEEDS_MAX',
  )
  assert.equal(outcome({ kind: 'immovable', start, renewal: true }), '2027-03-31')
})

test('a seizure of before February 2015 is marked with the term of its time', () => {
  const found = seizureExpiry({ kind: 'deposit', start: day('2015-02-03') })
  assert.ok('value' in found)
  assert.match(found.checks.join(), /当时：六个月/)
})

test('an expiry in a year without notice is provisional', () => {
  const found = seizureExpiry({ kind: 'deposit', start: day('2026-03-15') })
  assert.ok('value' in found)
  assert.equal(found.value.provisional, true)
})

test('a seizure grows more urgent from day to day until it is lapsed', () => {
  const urgency = ['active', 'warn', 'last-day', 'lapsed']
  fc.assert(
    fc.property(someDay, fc.nat(60), fc.nat(60), (expiry, before, later) => {
      const today = daysAfter(expiry, -before)
      const [first, second] = [today, daysAfter(today, later)].map((on) => seizureStatus({ expiry, today: on }).value)
      assert.ok(first && second && urgency.indexOf(second.status) >= urgency.indexOf(first.status))
    }),
  )
})

test('without warning days a seizure is quiet until its last day', () => {
  const standing = { expiry: day('2025-03-14'), warnDays: [] }
  assert.equal(seizureStatus({ ...standing, today: day('2025-03-13') }).value.status, 'active')
  assert.deepEqual(seizureStatus({ ...standing, today: day('2025-03-14') }).value, {
    status: 'last-day',
    daysLeft: 0,
    level: null,
  })
})

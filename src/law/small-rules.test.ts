import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '#kernel/values/dates.ts'
import { fen } from '#kernel/values/money.ts'
import { amounts, someDay } from './testing/arbitraries.ts'
import { auctionFloor } from './auction-floor.ts'
import { bountyPayout } from './bounty-payout.ts'
import { isWorkingDay } from './calendar.ts'
import { formatMoment, readMoment } from './china-moment.ts'
import { daysAfter, daysBetween } from './day-number.ts'
import { depositRange } from './deposit-range.ts'
import { detentionCheck } from './detention-check.ts'
import { detentionEnd } from './detention-end.ts'
import { hoursEnd } from './hours-end.ts'
import { latestDateBefore } from './latest-date-before.ts'
import { ordinaryInterest } from './ordinary-interest.ts'
import { postTerminationLookups } from './post-termination-lookups.ts'
import { ratio } from './ratio.ts'
import { serviceByPublication } from './service-by-publication.ts'

const moment = (text: string) => {
  const read = readMoment(text)
  assert.ok(read)
  return read
}

test('interest over a time is the interest over its two halves, to the fen', () => {
  fc.assert(
    fc.property(amounts, someDay, fc.nat(400), fc.nat(400), (principal, from, some, more) => {
      const [middle, to] = [daysAfter(from, some), daysAfter(from, some + more)]
      const rate = { annualRatePpm: 34_500n }
      const of = (segments: Parameters<typeof ordinaryInterest>[0]['segments']) => {
        const found = ordinaryInterest({ principal, segments, dayBase: 365 })
        assert.ok('value' in found)
        return found.value
      }
      assert.equal(
        of([{ from, to, ...rate }]),
        of([
          { from, to: middle, ...rate },
          { from: middle, to, ...rate },
        ]),
      )
    }),
  )
})

test('a ratio below one is never shown as one hundred percent', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 12n }),
      fc.bigInt({ min: 1n, max: 10n ** 12n }),
      fc.nat(6),
      (some, rest, decimals) => {
        assert.doesNotMatch(ratio(some, some + rest, decimals).value ?? '', /^100/)
      },
    ),
  )
})

test('a loss is cut towards nothing and nothing has no sign', () => {
  assert.equal(ratio(-1n, 3n, 2).value, '-33.33%')
  assert.equal(ratio(-1n, 1_000_000n, 2).value, '0.00%')
})

test('the office day before an event is worked and never after the last lawful day', () => {
  fc.assert(
    fc.property(someDay, fc.nat(90), (event, days) => {
      const { date, officeDate } = latestDateBefore(event, days).value
      assert.equal(daysBetween(date, event), days)
      assert.ok(isWorkingDay(officeDate) && daysBetween(officeDate, date) >= 0)
    }),
  )
})

test('procedural hours begin with the next full hour, custody with the minute', () => {
  const end = (text: string, hours: number, mode: 'next-hour' | 'elapsed') =>
    formatMoment(hoursEnd(moment(text), hours, mode).value)
  assert.equal(end('2024-12-31T23:00', 1, 'next-hour'), '2025-01-01T01:00')
  assert.equal(end('2024-12-31T23:59', 24, 'elapsed'), '2025-01-01T23:59')
})

test('no summer time of the past lengthens or shortens custody', () => {
  assert.equal(formatMoment(hoursEnd(moment('1988-04-16T20:00'), 8, 'elapsed').value), '1988-04-17T04:00')
})

test('detention of one printed day ends on the day it began', () => {
  assert.deepEqual(detentionEnd(moment('2024-09-25T15:30'), 1, 'calendar-inclusive').value, {
    lastDay: day('2024-09-25'),
  })
})

test('an emergency leaves the approval owed, a written decision is needed all the same', () => {
  const { ok, reasons, approvalOwed } = detentionCheck({
    days: 15,
    presidentApproved: false,
    writtenDecision: false,
    emergency: true,
  }).value
  assert.deepEqual([ok, reasons, approvalOwed], [false, ['NO_WRITTEN_DECISION'], true])
})

test('a start price is never below its share of the price, and no lower fen would do', () => {
  fc.assert(
    fc.property(amounts, (price) => {
      const floor = auctionFloor({ round: 1, referencePrice: price }).value
      assert.ok(floor * 10n >= price * 7n && (floor - 1n) * 10n < price * 7n)
    }),
  )
})

test('a deposit lies between a twentieth and a fifth of the start price', () => {
  fc.assert(
    fc.property(amounts, (start) => {
      const { min, max } = depositRange(start).value
      assert.ok(min * 20n >= start && max * 5n <= start)
    }),
  )
})

test('a bounty never takes more than the applicant gets, nor anything from nothing', () => {
  fc.assert(
    fc.property(amounts, amounts, amounts, (fixed, recovered, applicantShare) => {
      const { bounty, netToApplicant } = bountyPayout({ scheme: { fixed }, recovered, applicantShare }).value
      assert.equal(bounty + netToApplicant, applicantShare)
      assert.ok(netToApplicant >= 0n && (recovered > 0n || bounty === 0n))
    }),
  )
})

test('who is bound to help gets no bounty', () => {
  const offer = { scheme: { ratePpm: 100_000n }, recovered: fen(1000n), applicantShare: fen(1000n) }
  assert.equal(bountyPayout(offer).value.bounty, 100n)
  assert.equal(bountyPayout({ ...offer, ineligible: true }).value.bounty, 0n)
})

test('look-ups after termination do not drift from the day of the ruling', () => {
  fc.assert(
    fc.property(someDay, (terminatedOn) => {
      const dates = postTerminationLookups(terminatedOn).value
      assert.equal(dates.length, 10)
      for (const date of dates) assert.ok(date.day === terminatedOn.day || date.day === date.daysInMonth)
    }),
  )
})

test('publication before 2022 is marked with the sixty days of its time', () => {
  assert.match(serviceByPublication({ postings: [day('2021-12-01')] }).checks.join(), /当时：六十日/)
})

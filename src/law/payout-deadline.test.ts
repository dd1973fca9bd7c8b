import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '#kernel/values/dates.ts'
import { someDay, someSpan } from './testing/arbitraries.ts'
import { daysAfter, daysBetween } from './day-number.ts'
import { type PayoutClock, payoutDeadline } from './payout-deadline.ts'

const payout = (clock: PayoutClock) => {
  const found = payoutDeadline(clock)
  assert.ok('value' in found)
  return found.value
}
const deferrals = fc.array(
  someSpan.map((span) => ({ ...span, approved: true })),
  { maxLength: 5 },
)

test('an approved deferral never shortens the time to pay, and one without approval changes nothing', () => {
  fc.assert(
    fc.property(someDay, deferrals, (noticeOn, list) => {
      const [plain, deferred] = [payout({ noticeOn }), payout({ noticeOn, deferrals: list })]
      assert.ok(plain.deadline && deferred.deadline && daysBetween(plain.deadline, deferred.deadline) >= 0)
      assert.deepEqual(payout({ noticeOn, deferrals: list.map((one) => ({ ...one, approved: false })) }), plain)
    }),
  )
})

test('an open deferral stops the clock only if it began in time', () => {
  const noticeOn = day('2024-03-01')
  const open = (from: string) =>
    payout({ noticeOn, deferrals: [{ from: day(from), to: null, approved: true }] }).deadline
  assert.equal(open('2024-03-31'), null)
  assert.equal(open('2024-04-01')?.toString(), '2024-03-31')
})

test('the ten days after a deferral are calendar days and do not roll', () => {
  const clock = { noticeOn: day('2024-08-20'), onHoliday: 'extend' } as const
  const { deadline } = payout({
    ...clock,
    deferrals: [{ from: day('2024-09-10'), to: day('2024-09-25'), approved: true }],
  })
  assert.equal(deadline?.toString(), daysAfter(day('2024-09-25'), 10).toString())
})

test('the term of thirty days is marked until the court confirms it', () => {
  const found = payoutDeadline({ noticeOn: day('2024-03-01') })
  assert.ok('checks' in found)
  assert.match(found.checks.join(), /待法院确认/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '#kernel/values/dates.ts'
import { someDay } from './testing/arbitraries.ts'
import { daysBetween } from './day-number.ts'
import { dishonestRemoval, removalGrounds, type ListingEntry } from './dishonest-removal.ts'

const removal = (entry: ListingEntry): string => {
  const { mustDelete, deleteBy, mayDeleteEarly, reason } = dishonestRemoval(entry).value
  return [mustDelete ? `delete by ${deleteBy} for ${reason}` : 'stays', mayDeleteEarly ? 'or early' : '']
    .join(' ')
    .trim()
}
const today = day('2024-06-03')
const running = day('2026-03-01')
const at = (code: string, date: string) => ({ code, date: day(date) })

for (const [name, entry, outcome] of [
  [
    'the earliest ground starts the three days',
    { termEnd: null, events: [at('settlement-performed', '2024-05-08'), at('performed', '2024-05-06')] },
    'delete by 2024-05-09 for performed',
  ],
  [
    'of two wrong entries the earlier counts',
    { termEnd: running, events: [at('wrongly-listed', '2024-05-08'), at('wrongly-listed', '2024-05-06')] },
    'delete by 2024-05-09 for wrongly-listed',
  ],
  [
    'with a term only full payment or amends open the way to early deletion',
    { termEnd: running, events: [at('enforcement-terminated', '2024-05-06')] },
    'stays',
  ],
  [
    'mended conduct may shorten a term',
    { termEnd: running, events: [at('corrected-conduct', '2024-05-06')] },
    'stays or early',
  ],
  [
    'mended conduct ends no listing without a term',
    { termEnd: null, events: [at('corrected-conduct', '2024-05-06')] },
    'stays',
  ],
  [
    'a wrong entry goes although the debtor also paid',
    { termEnd: running, events: [at('performed', '2024-05-06'), at('wrongly-listed', '2024-05-08')] },
    'delete by 2024-05-11 for wrongly-listed',
  ],
  [
    'an expired term governs over a later payment',
    { termEnd: day('2024-05-31'), events: [at('performed', '2024-05-06')] },
    'delete by 2024-06-05 for term-expired',
  ],
  [
    'a duty that stood first is not put off by a later one',
    { termEnd: null, events: [at('wrongly-listed', '2024-05-08'), at('performed', '2024-05-06')] },
    'delete by 2024-05-09 for performed',
  ],
] as const satisfies readonly (readonly [string, Omit<ListingEntry, 'today'>, string])[]) {
  test(`removal: ${name}`, () => assert.equal(removal({ today, ...entry }), outcome))
}

test('one more event never puts a deletion off', () => {
  const event = fc.record({
    code: fc.constantFrom(...removalGrounds, 'wrongly-listed', 'corrected-conduct', 'part-paid'),
    date: someDay,
  })
  fc.assert(
    fc.property(someDay, fc.option(someDay), fc.array(event), event, (on, termEnd, events, more) => {
      const [before, after] = [events, [...events, more]].map(
        (list) => dishonestRemoval({ today: on, termEnd, events: list }).value,
      )
      assert.ok(before && after)
      if (before.deleteBy) assert.ok(after.deleteBy && daysBetween(after.deleteBy, before.deleteBy) >= 0)
      assert.ok(!(after.mustDelete && after.mayDeleteEarly))
    }),
  )
})

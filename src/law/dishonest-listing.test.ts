import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '#kernel/values/dates.ts'
import { dishonestListing, type Listing } from './dishonest-listing.ts'

const listing: Listing = { grounds: [4], decisionOn: day('2024-03-01'), presidentSigned: true }
const reasons = (changes: Partial<Listing>): string =>
  dishonestListing({ ...listing, ...changes }).value.reasons.join(' ')

for (const [name, changes, expected] of [
  [
    'everything that bars ground 1 is named',
    { grounds: [1], guarantee: true, seizedSufficient: true, laterInOrder: true },
    'EXCEPTION_GUARANTEE EXCEPTION_SEIZED EXCEPTION_LATER_IN_ORDER',
  ],
  [
    'ground 1 named twice is one ground',
    { grounds: [1, 1], extensionYears: 1, severalRule: 'two-of-any' },
    'EXTENSION_NOT_ALLOWED',
  ],
  ['one ground named twice is not several', { grounds: [4, 4], extensionYears: 1 }, 'EXTENSION_NOT_ALLOWED'],
  ['grounds 1 and 3 are not two of 2 to 6', { grounds: [1, 3], extensionYears: 1 }, 'EXTENSION_NOT_ALLOWED'],
  ['grounds 1 and 3 are two of any', { grounds: [1, 3], extensionYears: 1, severalRule: 'two-of-any' }, ''],
  [
    'an excepted ground 1 is not counted',
    { grounds: [1, 3], guarantee: true, extensionYears: 1, severalRule: 'two-of-any' },
    'EXTENSION_NOT_ALLOWED',
  ],
  [
    'severe violence without ground 2 does not lengthen',
    { grounds: [3], violenceSevere: true, extensionYears: 1 },
    'EXTENSION_NOT_ALLOWED',
  ],
  ['ground 2 without severity does not lengthen', { grounds: [2], extensionYears: 1 }, 'EXTENSION_NOT_ALLOWED'],
  ['an extension of no years is none', { extensionYears: 0 }, ''],
  ['half a year is out of range', { grounds: [4, 5], extensionYears: 0.5 }, 'EXTENSION_OUT_OF_RANGE'],
  ['a negative extension is out of range', { grounds: [4, 5], extensionYears: -1 }, 'EXTENSION_OUT_OF_RANGE'],
  ['the last day of grace still holds', { graceUntil: day('2024-03-01') }, 'GRACE_PERIOD'],
  ['the day after grace is free', { graceUntil: day('2024-02-29') }, ''],
  [
    'all that is wrong is said, in order',
    { grounds: [], minor: true, graceUntil: day('2024-03-02'), extensionYears: 9, presidentSigned: false },
    'MINOR GRACE_PERIOD NO_GROUND EXTENSION_OUT_OF_RANGE NO_PRESIDENT_SIGNATURE',
  ],
] as const satisfies readonly (readonly [string, Partial<Listing>, string])[]) {
  test(`listing: ${name}`, () => assert.equal(reasons(changes), expected))
}

test('a listing that may be made has a term exactly when one of grounds 2 to 6 is there', () => {
  const grounds = fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, 6), { minLength: 1 })
  fc.assert(
    fc.property(grounds, (list) => {
      const { mayList, termMonths, termEnd } = dishonestListing({ ...listing, grounds: list }).value
      assert.ok(mayList)
      assert.deepEqual(
        [termMonths, termEnd?.toString()],
        list.some((ground) => ground > 1) ? [24, '2026-03-01'] : [null, undefined],
      )
    }),
  )
})

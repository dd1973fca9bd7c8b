import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventTitle } from './event-title.ts'
import { caseClockRules } from './rules.ts'

test('every event that starts, stops or ends a clock is said in Chinese', () => {
  const kinds = caseClockRules.flatMap(({ starts, finishes, lapses = [], extendedBy = [], pauses = [] }) => [
    ...starts,
    ...finishes,
    ...lapses,
    ...extendedBy,
    ...pauses.flatMap(({ from, until }) => [from, ...until]),
  ])
  assert.deepEqual(
    [...new Set(kinds)].filter((kind) => !/\p{Script=Han}/u.test(eventTitle(kind))),
    [],
  )
})

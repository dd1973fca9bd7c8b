import assert from 'node:assert/strict'
import { test } from 'node:test'
import { indicatorValues, periodOf } from '#capabilities/indicators'
import { day } from '#kernel/values/dates.ts'
import { emptyCourt, inCourt, recordYear } from './court.ts'
import { rooms } from './rooms.ts'

const platform = await emptyCourt(undefined, rooms)
await inCourt(platform, recordYear)

const year = periodOf(day('2024-01-01'), day('2024-12-31'), undefined, day('2025-01-07'))

test('show', async () => {
  const t0 = performance.now()
  const values = await inCourt(platform, (tx) => indicatorValues(tx, year, ['court']))
  console.log(performance.now() - t0)
  for (const v of values) console.log(v.id, v.variant, v.numerator, v.denominator, v.printed, v.of.title.zh)
  assert.ok(values.length > 0)
})

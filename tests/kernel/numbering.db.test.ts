import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#kernel/database/transaction.ts'
import { nextNumber, numberReached } from '#kernel/numbering.ts'
import type { Platform } from '#kernel/platform.ts'
import { otherCourt, person, trialCourts } from './court.ts'

const draw = (platform: Platform, series = '执', year = 2025, keep = true, court?: string): Promise<number> =>
  inTransaction(platform, person(court === undefined ? {} : { court }), async (tx) => {
    const number = await nextNumber(tx, series, year)
    if (!keep) throw new Error('given back')
    return number
  })

test('numbers drawn by many at once have no gap and no twin, although every third act does not happen', async (t) => {
  const platform = await trialCourts(t, { connections: 8 })
  const drawn = await Promise.allSettled(Array.from({ length: 90 }, (_, i) => draw(platform, '执', 2025, i % 3 !== 0)))
  const kept = drawn.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  assert.deepEqual(
    kept.toSorted((a, b) => a - b),
    Array.from({ length: 60 }, (_, i) => i + 1),
  )
})

test('series, years and courts count apart', async (t) => {
  const platform = await trialCourts(t)
  assert.equal(await draw(platform), 1)
  assert.equal(await draw(platform), 2)
  assert.equal(await draw(platform, '执恢'), 1)
  assert.equal(await draw(platform, '执', 2026), 1)
  assert.equal(await draw(platform, '执', 2025, true, otherCourt), 1)
})

test('numbers given elsewhere lift the series and never lower it', async (t) => {
  const platform = await trialCourts(t)
  const reach = (last: number) => inTransaction(platform, person(), (tx) => numberReached(tx, '执', 2025, last))
  await reach(1191)
  await reach(7)
  assert.equal(await draw(platform), 1192)
})

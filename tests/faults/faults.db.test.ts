import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endure } from './rounds.ts'

test('killed at any moment, program or database, under eight writers: nothing acknowledged is lost, nothing half done', async () => {
  const { faults, acknowledged, kills, tampered } = await endure(3, () => {})
  assert.deepEqual(faults, [])
  assert.deepEqual(kills, { app: 2, database: 1 })
  assert.ok(acknowledged > 48)
  assert.equal(tampered.named, tampered.seq, 'a tampered entry is found and named')
})

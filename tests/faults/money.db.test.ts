import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endureMoney } from './money-rounds.ts'

test('killed during import, approval, payment order and day-end, no fen is lost or made and a repeated call has no second effect', async () => {
  const { faults, acknowledged, repeated } = await endureMoney(
    [
      { act: 'import', victim: 'database' },
      { act: 'approve', victim: 'app' },
      { act: 'order', victim: 'database' },
      { act: 'day-end', victim: 'app' },
    ],
    () => {},
  )
  assert.deepEqual(faults, [])
  assert.ok(acknowledged > 100, `${acknowledged} acts`)
  assert.equal(repeated, 48)
})

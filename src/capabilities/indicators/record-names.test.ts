import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monthNames } from './record-names.ts'

test('the journal speaks of a frozen month in words', async () => {
  assert.deepEqual([...(await monthNames(undefined, ['2024-12', '2025-01'])).values()], ['2024年12月', '2025年1月'])
})

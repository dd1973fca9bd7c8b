import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factLines } from './fact-lines.ts'

test('personal values stay sealed when a fact is shown line by line', () => {
  const lines = factLines({
    type: 'parties.corrected',
    before: { name: '张某', idNumber: `a1.${'x'.repeat(40)}` },
    after: { name: '章某', idNumber: `a1.${'y'.repeat(40)}` },
    reason: '笔误',
  })
  assert.deepEqual(lines, [
    { name: 'name', before: '张某', value: '章某' },
    { name: 'idNumber', before: '（已加密）', value: '（已加密）' },
    { name: 'reason', before: null, value: '笔误' },
  ])
})

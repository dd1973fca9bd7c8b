import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bring, bureau } from './court.ts'
import { madeSheet } from './made-sheet.ts'

const line = { caseNumber: '（2024）川1123执13号', person: '虚岭某某公司', staff: '甲', at: 1 }

test('every register knows its ledger by its own headings, in whatever order they stand', async (t) => {
  const platform = await bureau(t)
  for (const { register } of platform.registry.gather('registers')) {
    await t.test(register.name, async () => {
      const [sheet] = await bring(platform, madeSheet(register, [line], { reversed: true }))
      assert.equal(sheet?.kind, register.name)
    })
  }
})

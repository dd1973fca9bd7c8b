import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { TestPlatform } from '#kernel/testing/platform.ts'
import { bring, bureau, caseOf } from './court.ts'
import { madeSheet, type MadeLine } from './made-sheet.ts'

const caseNumber = '（2024）川1123执1147号'
let platform: TestPlatform
let line: MadeLine
before(async (t) => {
  platform = await bureau(t as never)
  await bring(platform, '01-首次执行案件台账.xlsx')
  line = { caseNumber, person: (await caseOf(platform, caseNumber)).debtors[0]?.name ?? '', staff: '甲', at: 1 }
})

test('a day that may lie ahead lies within reach: 9999 is refused in its cell, whatever the register', async () => {
  let seen = 0
  for (const { register } of platform.registry.gather('registers')) {
    const ahead = Object.values(register.fields).filter((field) => field.ahead === true)
    if (ahead.length === 0) continue
    seen++
    for (const text of ['9999-12-31', '2958465']) {
      const [sheet] = await bring(platform, madeSheet(register, [line], { ahead: text }))
      assert.deepEqual([sheet?.accepted, sheet?.setAside], [0, 1], `${register.name} ${text}`)
      const told = sheet?.problems.filter(({ code }) => code === 'E_DATE_INVALID').map(({ column }) => column) ?? []
      assert.deepEqual(told.toSorted(), ahead.map(({ title }) => title.zh).toSorted(), `${register.name} ${text}`)
    }
  }
  assert.ok(seen > 5)
})

test('the last day within reach is taken, and nothing reckoned from it falls over', async () => {
  for (const { register } of platform.registry.gather('registers')) {
    if (!Object.values(register.fields).some((field) => field.ahead === true)) continue
    const [sheet] = await bring(platform, madeSheet(register, [line], { ahead: '2199-12-31' }))
    assert.deepEqual([sheet?.accepted, sheet?.setAside], [1, 0], register.name)
  }
})

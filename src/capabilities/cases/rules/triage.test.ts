import assert from 'node:assert/strict'
import { test } from 'node:test'
import { presetTriage, sortCase, type TriageFacts } from './triage.ts'

const plain: TriageFacts = {
  claimFen: 4_999_999n,
  applicants: 1,
  debtors: 1,
  flags: [],
  livelihood: null,
  cause: '民间借贷纠纷',
  act: false,
  openObjections: 0,
  daysSinceFiling: 0,
}
const sorted = (facts: Partial<TriageFacts>) => sortCase({ ...plain, ...facts }, presetTriage)

test('a small claim against one debtor goes the fast track', () => {
  assert.deepEqual([sorted({}).track, sorted({}).ruleId], ['simple', 'small'])
})

test('a flag outweighs a small sum', () => {
  assert.deepEqual([sorted({ flags: ['涉稳'] }).track, sorted({ flags: ['涉稳'] }).ruleId], ['complex', 'joint'])
})

test('ten applicants against one debtor are no fast matter, nine may be', () => {
  assert.equal(sorted({ applicants: 10 }).track, 'complex')
  assert.equal(sorted({ applicants: 9 }).track, 'simple')
})

test('a large case is tried on the fast track until the sixtieth day', () => {
  assert.equal(sorted({ claimFen: 900_000_000n, daysSinceFiling: 59 }).track, 'simple')
  assert.equal(sorted({ claimFen: 900_000_000n, daysSinceFiling: 60 }).ruleId, 'stuck')
})

test('the reason names what decided', () => {
  assert.match(sorted({ livelihood: '追索劳动报酬' }).reason, /涉民生/)
})

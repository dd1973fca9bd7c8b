import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatConditions, parseCondition, type QueryField } from './query-text.ts'

const fields: readonly QueryField[] = [
  { id: 'claimed', title: '标的', operators: ['>', '<', '>=', '<='] },
  { id: 'stage', title: '阶段', operators: [':'], options: [{ value: 'searching', title: '查控中' }] },
]

test('a condition typed with full-width signs is the same condition', () => {
  assert.deepEqual(parseCondition('标的＞100000', fields), { field: 'claimed', operator: '>', value: '100000' })
  assert.deepEqual(parseCondition('标的 >= 100000', fields), parseCondition('标的≥100000', fields))
})

test('the beginning of a known value is enough', () => {
  assert.deepEqual(parseCondition('阶段：查控', fields), { field: 'stage', operator: ':', value: 'searching' })
})

test('a field, a sign or a value that is not there makes no condition', () => {
  assert.equal(parseCondition('颜色:红', fields), undefined)
  assert.equal(parseCondition('阶段>查控中', fields), undefined)
  assert.equal(parseCondition('阶段:没有', fields), undefined)
  assert.equal(parseCondition('随便', fields), undefined)
})

test('conditions sent to a colleague as text read back the same', () => {
  const condition = { field: 'stage', operator: ':', value: 'searching' } as const
  assert.deepEqual(parseCondition(formatConditions([condition], fields), fields), condition)
})

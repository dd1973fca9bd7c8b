import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCondition } from '#web/components/query-text.ts'
import { conditionsOf, filterOf, presetViews, queryFields, textOf } from './filters.ts'

const fields = queryFields(({ zh }) => zh)
const read = (...texts: readonly string[]) =>
  filterOf(
    {},
    texts.flatMap((text) => parseCondition(text, fields) ?? []),
  )

test('a sum above is more than the sum, to the fen', () => {
  assert.equal(read('标的>100000').claimAtLeastFen, 10_000_001n)
  assert.equal(read('标的>=100000').claimAtLeastFen, 10_000_000n)
  assert.equal(read('标的<100000').claimAtMostFen, 9_999_999n)
})

test('words are read as codes', () => {
  assert.deepEqual(read('阶段：查控', '承办:王', '涉民生:是', '状态:在办'), {
    stage: 'searching',
    handlerName: '王',
    livelihood: true,
    open: true,
  })
})

test('what cannot be read narrows nothing', () => {
  assert.deepEqual(read('标的>许多', '立案>去年'), {})
})

test('the text in the address gives the same conditions again', () => {
  const conditions = conditionsOf('承办:王 标的>100000 阶段:查控中', fields)
  assert.equal(conditions.length, 3)
  assert.deepEqual(conditionsOf(textOf(conditions, fields), fields), conditions)
})

test('whoever assigns sees the court, others their own cases', () => {
  const views = (assigns: boolean) => Object.fromEntries(presetViews(assigns).map(({ id, filter }) => [id, filter]))
  assert.deepEqual(views(false)['overdue'], { mine: true, due: 'overdue' })
  assert.deepEqual(views(true)['overdue'], { due: 'overdue' })
  assert.equal(views(false)['quiet']?.quietDays, 30)
  assert.equal(views(false)['unassigned'], undefined)
})

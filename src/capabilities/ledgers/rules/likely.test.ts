import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Column, RowProblem } from '../reading/index.ts'
import { likelyValue } from './likely.ts'

const problem = (code: string): RowProblem => {
  return { row: 1, column: '', field: 'x', code, severity: 'error', message: '' }
}
const date: Column = { field: 'x', title: '立案日期', type: 'date' }
const manner: Column = {
  field: 'x',
  title: '结案方式',
  type: 'code',
  codes: { 执行完毕: ['执毕'], 终结执行: [], 销案: [] },
  unknown: 'E_MANNER_UNKNOWN',
}

test('a month above twelve beside a day that could be one is offered the other way round', () => {
  assert.equal(likelyValue(problem('E_DATE_INVALID'), date, '2024/13/02'), '2024-02-13')
})

test('a day that cannot be turned round is not guessed', () => {
  assert.equal(likelyValue(problem('E_DATE_INVALID'), date, '2024-02-30'), undefined)
  assert.equal(likelyValue(problem('E_DATE_INVALID'), date, '2024-13-31'), undefined)
})

test('a code written a little otherwise is offered, one that resembles several is not', () => {
  assert.equal(likelyValue(problem('E_MANNER_UNKNOWN'), manner, '执行已完毕'), undefined)
  assert.equal(likelyValue(problem('E_MANNER_UNKNOWN'), manner, '已完毕了'), '执行完毕')
  assert.equal(likelyValue(problem('E_MANNER_UNKNOWN'), manner, '调解'), undefined)
})

test('a wrong check sign is never mended', () => {
  assert.equal(likelyValue(problem('E_ID_CHECK'), { ...date, type: 'id-list' }, '990001199001011234'), undefined)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filterOf, mondayShown, Search } from './filters.ts'

const today = Temporal.PlainDate.from('2025-01-08')
const shown = (search: object) =>
  Object.fromEntries(Object.entries(filterOf(Search.parse(search), today)).map(([key, value]) => [key, String(value)]))

test('the page opens with what runs in one’s own cases', () => {
  assert.deepEqual(shown({}), { mine: 'true' })
})

test('this week runs from today to Sunday', () => {
  assert.deepEqual(shown({ view: 'week', whose: 'all' }), { dueFrom: '2025-01-08', dueTo: '2025-01-12' })
})

test('the link of a rule and a day opens those clocks alone', () => {
  assert.deepEqual(shown({ whose: 'all', ruleId: 'T04', dueOn: '2025-01-13' }), {
    ruleId: 'T04',
    dueFrom: '2025-01-13',
    dueTo: '2025-01-13',
  })
})

test('an address with a day that does not exist opens the page without it', () => {
  assert.deepEqual(shown({ whose: 'all', startedOn: '2025-02-30', view: 'nonsense' }), {})
  assert.equal(mondayShown('soon', today).toString(), '2025-01-06')
  assert.equal(mondayShown('2025-02-02', today).toString(), '2025-01-27')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DeskItem } from '#kernel/capability.ts'
import { label } from '#kernel/values/labels.ts'
import { byUrgency } from './order.ts'

const item = (id: string, state: DeskItem['state'], dueOn: string | null): DeskItem => ({
  id,
  what: label('办', 'do'),
  caseId: null,
  caseNumber: id,
  parties: null,
  why: '',
  dueOn,
  state,
  act: { title: label('办', 'do') },
  group: 'g',
})

test('a person in custody stands above whatever is overdue', () => {
  const rows = [item('1', 'overdue', '2020-01-01'), item('2', 'custody', null), item('3', 'urgent', '2024-01-01')]
  assert.deepEqual(
    rows.toSorted(byUrgency).map(({ id }) => id),
    ['2', '1', '3'],
  )
})

test('the longest overdue comes first, and what has no limit last', () => {
  const rows = [item('1', 'overdue', '2024-02-01'), item('2', 'open', null), item('3', 'overdue', '2024-01-01')]
  assert.deepEqual(
    rows.toSorted(byUrgency).map(({ id }) => id),
    ['3', '1', '2'],
  )
})

test('the order does not depend on the order in which rooms answer', () => {
  const states = ['custody', 'overdue', 'urgent', 'due', 'open'] as const
  const rows = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1 }),
      state: fc.constantFrom(...states),
      dueOn: fc.constantFrom(null, '2024-01-01', '2024-01-02'),
    }),
    { selector: ({ id }) => id },
  )
  fc.assert(
    fc.property(rows, (said) => {
      const items = said.map(({ id, state, dueOn }) => item(id, state, dueOn))
      assert.deepEqual(items.toReversed().toSorted(byUrgency), items.toSorted(byUrgency))
    }),
  )
})

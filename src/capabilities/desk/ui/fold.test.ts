import assert from 'node:assert/strict'
import { test } from 'node:test'
import { label } from '#kernel/values/labels.ts'
import type { DeskRow } from '../contract.ts'
import { fold } from './fold.ts'

const row = (id: string, state: DeskRow['state'], dueOn = '2024-09-16', group = 'T04'): DeskRow => ({
  id,
  section: '期限',
  what: label('发执行通知', ''),
  caseId: id,
  caseNumber: id,
  parties: null,
  why: '',
  dueOn,
  daysLeft: 4,
  state,
  act: { title: label('登记送达', ''), command: 'cases.record-event' },
  group,
})
const sizes = (rows: readonly DeskRow[], wanted = true) => fold(rows, wanted).map((line) => line.rows.length)

test('three alike rows of one day become one line, two do not', () => {
  assert.deepEqual(sizes([row('1', 'due'), row('2', 'due'), row('3', 'due')]), [3])
  assert.deepEqual(sizes([row('1', 'due'), row('2', 'due')]), [1, 1])
})

test('what is late or urgent stands by itself, however alike', () => {
  assert.deepEqual(sizes(['1', '2', '3'].map((id) => row(id, 'overdue'))), [1, 1, 1])
  assert.deepEqual(sizes(['1', '2', '3'].map((id) => row(id, 'urgent'))), [1, 1, 1])
})

test('another day or another rule is another line', () => {
  const rows = [row('1', 'due'), row('2', 'due'), row('3', 'due', '2024-09-17'), row('4', 'due', '2024-09-16', 'T05')]
  assert.deepEqual(sizes(rows), [1, 1, 1, 1])
})

test('nothing is folded that the reader does not want folded, and nothing is lost', () => {
  const rows = ['1', '2', '3', '4'].map((id) => row(id, 'due'))
  assert.deepEqual(sizes(rows, false), [1, 1, 1, 1])
  assert.deepEqual(
    fold(rows, true).flatMap((line) => line.rows.map(({ id }) => id)),
    ['1', '2', '3', '4'],
  )
})

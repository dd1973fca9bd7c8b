import assert from 'node:assert/strict'
import { test } from 'node:test'
import { publishedCalendar } from '#law/calendar.ts'
import type { Allowance } from '../matters.ts'
import { dueOf } from './due.ts'

const due = (allowance: Allowance, on: string, at: string | null = null) => dueOf(allowance, on, at, publishedCalendar)

test('three working days over the spring festival of 2025 end after it', () => {
  // 28 January to 4 February are off, 26 January and 8 February are worked.
  assert.deepEqual(due({ unit: 'working-day', amount: 3 }, '2025-01-26'), { dueOn: '2025-02-06', dueAt: null })
})

test('thirty minutes from ten to midnight end on the next day', () => {
  assert.deepEqual(due({ unit: 'minute', amount: 30 }, '2024-12-31', '23:50'), { dueOn: '2025-01-01', dueAt: '00:20' })
})

test('hours without the minute of the request give the whole of their last day', () => {
  assert.deepEqual(due({ unit: 'hour', amount: 48 }, '2025-01-06'), { dueOn: '2025-01-08', dueAt: null })
})

test('what is due at the end of the month ends on its last day', () => {
  assert.deepEqual(due({ unit: 'month-end' }, '2024-02-03'), { dueOn: '2024-02-29', dueAt: null })
})

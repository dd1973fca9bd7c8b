import assert from 'node:assert/strict'
import { test } from 'node:test'
import { label } from '#kernel/values/labels.ts'
import { publishedCalendar } from '#law/calendar.ts'
import { enforcementLimit } from '#law/parameters.ts'
import type { ClockRule } from '../clock-rule.ts'
import { dueReckoner } from './due.ts'
import { byCaseLimit, byRule, type Limit } from './limits.ts'
import { clockState, daysLeft } from './state.ts'

const rule = (limit: Limit, warn = 3): ClockRule => ({
  id: 'x',
  subject: 'case',
  title: label('', ''),
  starts: ['filed'],
  finishes: ['done'],
  limit,
  warn,
  whom: 'handler',
  missed: label('', ''),
  source: 'L',
})
const stateOf = (limit: Limit, startedOn: string, today: string, finishedOn: string | null = null) =>
  clockState({ ...dueReckoner(publishedCalendar)(rule(limit), 1, startedOn, null), finishedOn, paused: false }, today)

const tenDays = byRule('filing.notice')
const sixMonths = byCaseLimit('enforcement', enforcementLimit)

test('a period of ten days is due in its last three working days, urgent on the last day, overdue the day after', () => {
  // Filed Friday 1 March 2024, due Monday 11 March: 6, 7 and 8 March are worked before it.
  assert.equal(stateOf(tenDays, '2024-03-01', '2024-03-05'), 'far')
  assert.equal(stateOf(tenDays, '2024-03-01', '2024-03-06'), 'due')
  assert.equal(stateOf(tenDays, '2024-03-01', '2024-03-10'), 'due')
  assert.equal(stateOf(tenDays, '2024-03-01', '2024-03-11'), 'urgent')
  assert.equal(stateOf(tenDays, '2024-03-01', '2024-03-12'), 'overdue')
  assert.equal(stateOf(tenDays, '2024-03-01', '2024-03-12', '2024-03-12'), 'met')
})

test('a limit of six months is due in its last quarter and urgent in its last tenth', () => {
  // 15 January to 15 July 2024: 182 days. A quarter begins with 45 days left, a tenth with 18.
  assert.equal(stateOf(sixMonths, '2024-01-15', '2024-05-30'), 'far')
  assert.equal(stateOf(sixMonths, '2024-01-15', '2024-05-31'), 'due')
  assert.equal(stateOf(sixMonths, '2024-01-15', '2024-06-26'), 'due')
  assert.equal(stateOf(sixMonths, '2024-01-15', '2024-06-27'), 'urgent')
})

test('a clock that stands still is neither due nor overdue', () => {
  const days = { finishedOn: null, paused: true, dueOn: '9999-12-31', dueFrom: '9999-12-31', urgentFrom: '9999-12-31' }
  assert.equal(clockState(days, '2030-01-01'), 'paused')
})

test('no day is left on the last day', () => {
  assert.equal(daysLeft('2024-03-11', '2024-03-11'), 0)
  assert.equal(daysLeft('2024-03-11', '2024-02-29'), 11)
  assert.equal(daysLeft('2024-03-11', '2024-03-13'), -2)
})

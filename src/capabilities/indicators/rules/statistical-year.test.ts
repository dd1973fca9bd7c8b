import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/values/dates.ts'
import { yearOf } from './statistical-year.ts'

const span = (on: string, startsIn: number) => {
  const { from, to } = yearOf(day(on), startsIn)
  return `${from.toString()} ${to.toString()}`
}

test('a calendar year begins in January', () => {
  assert.equal(span('2024-01-01', 1), '2024-01-01 2024-12-31')
  assert.equal(span('2024-12-31', 1), '2024-01-01 2024-12-31')
})

test('a year from December to November takes its first month from the year before', () => {
  assert.equal(span('2024-11-30', 12), '2023-12-01 2024-11-30')
  assert.equal(span('2024-12-01', 12), '2024-12-01 2025-11-30')
})

test('a leap day ends a year that begins in March', () => {
  assert.equal(span('2024-02-29', 3), '2023-03-01 2024-02-29')
  assert.equal(span('2025-03-01', 3), '2025-03-01 2026-02-28')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDay } from './date-text.ts'

const today = Temporal.PlainDate.from('2025-01-06')
const read = (typed: string) => readDay(typed, today)?.toString()

test('a day is read however a clerk writes it', () => {
  for (const typed of ['2024-12-31', '2024/12/31', '2024年12月31日', '20241231', '2024.12.31'])
    assert.equal(read(typed), '2024-12-31')
  for (const typed of ['0301', '3-1', '3月1日', '03-01']) assert.equal(read(typed), '2025-03-01')
})

test('words and steps count from the court’s day, not from the machine’s', () => {
  assert.equal(read('今天'), '2025-01-06')
  assert.equal(read('明天'), '2025-01-07')
  assert.equal(read('+10'), '2025-01-16')
})

test('a day that does not exist is not moved to one that does', () => {
  for (const typed of ['2024-13-02', '20250229', '0230', '1345', 'abc', '']) assert.equal(read(typed), undefined)
})

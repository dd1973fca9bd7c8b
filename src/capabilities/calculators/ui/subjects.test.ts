import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calculators } from '#law/calc.ts'
import { subjects, subjectsFor } from './subjects.ts'

test('every calculation stands under one subject', () => {
  const listed = subjects.flatMap(({ names }) => names)
  assert.deepEqual(listed.toSorted(), Object.keys(calculators).toSorted())
})

test('a calculation is found by part of its name, or by its subject', () => {
  assert.deepEqual(
    subjectsFor('加倍').flatMap(({ names }) => names),
    ['doubledInterest'],
  )
  assert.ok(subjectsFor('查封').some(({ names }) => names.includes('seizureStatus')))
  assert.deepEqual(subjectsFor('没有的东西'), [])
})

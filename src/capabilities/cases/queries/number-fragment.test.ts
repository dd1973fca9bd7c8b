import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatCaseNumber } from '#law/case-number.ts'
import { caseTypeCodes } from '../case-types.ts'
import { numberFragment } from './number-fragment.ts'

const readings = [
  ['23执恢45', 2023, '执恢', 45],
  ['执655', null, '执', 655],
  ['655', null, null, 655],
  ['2024执655号', 2024, '执', 655],
  ['（2024）川1123执655号', 2024, '执', 655],
  ['(2024) 川1123 执恢 45 号', 2024, '执恢', 45],
  ['川1123执655', null, '执', 655],
  ['１１２３执６５５', null, '执', 655],
  ['〔2024〕执异字第7号', 2024, '执异', 7],
  ['执0655', null, '执', 655],
] as const

for (const [text, year, typeCode, serial] of readings)
  test(`${text} is a part of a case number`, () => {
    assert.deepEqual(numberFragment(text), { year, typeCode, serial })
  })

for (const text of ['周某华', 'zmh', '执', '655辆', '民初655', ''])
  test(`${text || 'nothing'} is no part of a case number`, () => {
    assert.equal(numberFragment(text), null)
  })

test('every number the court prints is found by its whole text', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2016, max: 2099 }),
      fc.constantFrom(...caseTypeCodes),
      fc.integer({ min: 1, max: 999_999 }),
      (year, type, number) => {
        const text = formatCaseNumber({ year, court: '川1123', type, number })
        assert.deepEqual(numberFragment(text), { year, typeCode: type, serial: number })
      },
    ),
  )
})

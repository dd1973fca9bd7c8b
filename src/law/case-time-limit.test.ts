import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day } from '#kernel/values/dates.ts'
import { someDay, someSpan } from './testing/arbitraries.ts'
import { caseTimeLimit, timeLimitKinds } from './case-time-limit.ts'
import { dayAt, dayNumber, daysBetween } from './day-number.ts'

const kinds = fc.constantFrom(...timeLimitKinds)
const spans = fc.array(someSpan, { maxLength: 6 })

/** The contract read aloud: walk day by day, a deducted day uses up nothing. */
function walk(
  filedOn: Temporal.PlainDate,
  nominalEnd: Temporal.PlainDate,
  deductions: readonly { from: Temporal.PlainDate; to: Temporal.PlainDate }[],
) {
  let left = daysBetween(filedOn, nominalEnd)
  let number = dayNumber(filedOn)
  while (left > 0) {
    number += 1
    const today = number
    if (!deductions.some(({ from, to }) => dayNumber(from) <= today && today < dayNumber(to))) left -= 1
  }
  return dayAt(number)
}

test('the limit ends where walking day by day ends', () => {
  fc.assert(
    fc.property(kinds, someDay, spans, (kind, filedOn, deductions) => {
      const { nominalEnd, end, deductedDays } = caseTimeLimit({ kind, filedOn, deductions }).value
      assert.equal(end.toString(), walk(filedOn, nominalEnd, deductions).toString())
      assert.equal(deductedDays, daysBetween(nominalEnd, end))
    }),
  )
})

test('the order of deductions does not matter, and an unapproved extension is nothing', () => {
  fc.assert(
    fc.property(kinds, someDay, spans, (kind, filedOn, deductions) => {
      const plain = caseTimeLimit({ kind, filedOn, deductions }).value
      const other = caseTimeLimit({
        kind,
        filedOn,
        deductions: [...deductions].reverse(),
        extensions: [{ months: 3, approved: false }],
      }).value
      assert.deepEqual(other, plain)
    }),
  )
})

test('an extension longer than three months is marked, for it must be reported upwards', () => {
  const clock = { kind: 'enforcement', filedOn: day('2024-01-15') } as const
  assert.equal(caseTimeLimit({ ...clock, extensions: [{ months: 3, approved: true }] }).checks.length, 0)
  assert.match(
    caseTimeLimit({
      ...clock,
      extensions: [
        { months: 3, approved: true },
        { months: 1, approved: true },
      ],
    }).checks.join(),
    /报上级法院/,
  )
})

test('only the deductions that count are printed', () => {
  const { workings } = caseTimeLimit({
    kind: 'enforcement',
    filedOn: day('2024-01-15'),
    deductions: [
      { from: day('2024-03-01'), to: day('2024-03-31') },
      { from: day('2025-01-01'), to: day('2025-02-01') },
    ],
  })
  assert.deepEqual(workings, [
    '2024年1月15日立案，期限6个月，届满2024年7月15日',
    '扣除：2024-03-01至2024-03-30（30天）',
    '共扣除30天，期限止于2024年8月14日',
  ])
})

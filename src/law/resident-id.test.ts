import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { residentIdCheckDigit, validateResidentId } from './resident-id.ts'

const today = new Temporal.PlainDate(2026, 1, 1)
const outcome = (id: string): string => {
  const checked = validateResidentId(id, today)
  return checked.valid ? `${checked.normalized} ${checked.birth} ${checked.sex}` : checked.reason
}
const numbered = (first17: string): string => first17 + residentIdCheckDigit(first17)

const idParts = fc.tuple(
  fc.constantFrom('511199', '990001', '110000', '659999'),
  fc.integer({ min: 0, max: 46_000 }),
  fc.integer({ min: 0, max: 999 }),
)
const firstSeventeen = idParts.map(([region, days, sequence]) => {
  const birth = new Temporal.PlainDate(1900, 1, 1).add({ days: days % 46_000 })
  return region + birth.toString().replaceAll('-', '') + String(sequence).padStart(3, '0')
})

test('a number of the test area 9900xx is a right number', () => {
  assert.equal(outcome(numbered('99000119900307001')), `${numbered('99000119900307001')} 1990-03-07 male`)
})

test('full-width digits and outer spaces are folded away', () => {
  assert.equal(outcome('　５１１１９９１９９００３０７０１６ｘ '), '51119919900307016X 1990-03-07 female')
})

test('a person born today is a person, one born tomorrow is not', () => {
  assert.equal(outcome(numbered('51119920260101001')), `${numbered('51119920260101001')} 2026-01-01 male`)
  assert.equal(outcome(numbered('51119920260102001')), 'DATE')
})

for (const [id, reason] of [
  ['', 'LENGTH'],
  ['51119919900307 0012', 'LENGTH'],
  ['011199199003070012', 'CHARSET'],
  ['X11199199003070012', 'CHARSET'],
  [numbered('51119919000229001'), 'DATE'],
  [numbered('51119918991231001'), 'DATE'],
  [numbered('51119919901301001'), 'DATE'],
  [numbered('51119919900001001'), 'DATE'],
  [numbered('51119919900431001'), 'DATE'],
] as const) {
  test(`the number ${JSON.stringify(id)} is refused for its ${reason}`, () => assert.equal(outcome(id), reason))
}

test('one wrong digit is always found', () => {
  fc.assert(
    fc.property(
      firstSeventeen,
      fc.integer({ min: 14, max: 16 }),
      fc.integer({ min: 1, max: 9 }),
      (first17, at, more) => {
        const right = numbered(first17)
        const digit = (Number(right.charAt(at)) + more) % 10
        assert.equal(validateResidentId(right, new Temporal.PlainDate(2100, 1, 1)).valid, true)
        assert.equal(
          validateResidentId(right.slice(0, at) + digit + right.slice(at + 1), today.add({ years: 99 })).valid,
          false,
        )
      },
    ),
  )
})

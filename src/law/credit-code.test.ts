import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { creditCodeAlphabet, orgCodeCheckDigit, usccCheckDigit, validateOrgCode, validateUscc } from './credit-code.ts'

const signs = fc.constantFrom(...creditCodeAlphabet)
const first17 = fc.string({ unit: signs, minLength: 17, maxLength: 17 })

test('a code with its own check sign is right, and with any other it is not', () => {
  fc.assert(
    fc.property(first17, signs, (first, sign) => {
      const right = usccCheckDigit(first)
      const checked = validateUscc(first + sign)
      assert.equal(checked.valid, sign === right)
    }),
  )
})

test('two neighbouring signs changed about are found', () => {
  fc.assert(
    fc.property(first17, fc.nat(15), (first, at) => {
      const changed = first.slice(0, at) + first.charAt(at + 1) + first.charAt(at) + first.slice(at + 2)
      fc.pre(changed !== first)
      assert.notEqual(usccCheckDigit(changed), usccCheckDigit(first))
    }),
  )
})

test('the test area 9900xx is accepted', () => {
  const first = '91990011MA000000' + orgCodeCheckDigit('MA000000')
  assert.deepEqual(validateUscc(first + usccCheckDigit(first)), {
    valid: true,
    normalized: first + usccCheckDigit(first),
    orgCodeOk: true,
  })
})

test('an organisation code is read with or without its hyphen', () => {
  assert.deepEqual(validateOrgCode('ma000000-7'), { valid: true, normalized: 'MA0000007' })
  assert.deepEqual(validateOrgCode('MA0000007'), { valid: true, normalized: 'MA0000007' })
  assert.deepEqual(validateOrgCode('MA0000008'), { valid: false, reason: 'CHECK' })
  assert.deepEqual(validateOrgCode('MA00000O#'), { valid: false, reason: 'CHARSET' })
  assert.deepEqual(validateOrgCode('MA000000'), { valid: false, reason: 'LENGTH' })
})

test('sixteen signs, or a letter the alphabet lacks, have no check sign', () => {
  assert.equal(usccCheckDigit('91511199MA000000'), undefined)
  assert.equal(usccCheckDigit('91511199MO0000007'), undefined)
  assert.equal(orgCodeCheckDigit('MA00000'), undefined)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/values/dates.ts'
import { formatCitation } from './citation.ts'
import { creditCodeAlphabet } from './credit-code.ts'
import { residentIdCheckSigns, residentIdWeights } from './resident-id.ts'
import { earlierText, ruleOn, rules, versionsOf } from './rules.ts'

test('every rule rests on an article or says that it is a rule of the court', () => {
  for (const rule of rules)
    for (const citation of rule.citation) assert.ok(formatCitation(citation).length > 3, rule.id)
})

test('every earlier state of the law can be read in Chinese', () => {
  for (const rule of rules) {
    for (const { until } of rule.history) assert.match(earlierText(rule, until) ?? '', /[一-鿿]/, rule.id)
  }
})

test('the versions of one rule do not overlap', () => {
  for (const { id } of rules) {
    const versions = versionsOf(id)
    for (const [i, { effectiveTo }] of versions.slice(0, -1).entries()) {
      const next = versions[i + 1]
      assert.ok(effectiveTo && next?.effectiveFrom && effectiveTo.add({ days: 1 }).equals(next.effectiveFrom), id)
    }
  }
})

test('before its first day a rule is given with what the law said then, for the court to check', () => {
  assert.deepEqual(ruleOn('service.publication', day('2022-01-01')).checks, [])
  assert.deepEqual(ruleOn('service.publication', day('2021-12-31')).checks, [
    '“公告送达”自2022年1月1日起如此规定，2021年12月31日在此之前（当时：六十日），请法院核对',
  ])
})

test('the nearest earlier state is the one that counts', () => {
  const { rule } = ruleOn('filing.limitation')
  assert.match(earlierText(rule, day('2021-12-31')) ?? '', /^分期履行/)
  assert.match(earlierText(rule, day('2008-03-31')) ?? '', /^一方为自然人/)
})

test('a row that has ended is marked on a later day', () => {
  assert.equal(ruleOn('calendar.2024', day('2025-01-01')).checks.length, 2)
})

test('a rule whose text was not read says so', () => {
  assert.deepEqual(ruleOn('funds.payout.deadline', day('2024-01-01')).checks, [
    '“案款发放期限”的依据尚未核对原文，待法院确认',
  ])
})

test('an article is printed as a court prints it', () => {
  assert.equal(
    formatCitation({ instrument: '关于适用《民事诉讼法》的解释(2022年修正)', number: null, article: '462, 463' }),
    '《关于适用〈民事诉讼法〉的解释(2022年修正)》第462、463条',
  )
  assert.equal(
    formatCitation({ instrument: '诉讼费用交纳办法', number: null, article: '14(1)' }),
    '《诉讼费用交纳办法》第14条第(1)项',
  )
})

test('the signs of identity numbers are those of the rule book', () => {
  assert.deepEqual(ruleOn('id.resident').rule.value, {
    weights: [...residentIdWeights],
    map: residentIdCheckSigns,
    mod: 11,
  })
  assert.deepEqual(ruleOn('id.uscc').rule.value, { alphabet: creditCodeAlphabet, weights: '3^i mod 31', mod: 31 })
})

test('a rule nobody wrote is a mistake of the program', () => {
  assert.throws(() => ruleOn('no.such.rule'), RangeError)
})

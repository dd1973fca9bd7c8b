import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '#kernel/values/dates.ts'
import { formatCitation } from './citation.ts'
import { countsBack, ruleDeadline, runsForward } from './rule-deadline.ts'
import { ruleOn, rules } from './rules.ts'

test('every rule that names a period gives an end and its articles', () => {
  const named = rules.filter(runsForward)
  assert.ok(named.length > 60)
  for (const { id } of named) {
    const { value, citations } = ruleDeadline(id, day('2024-03-15'))
    assert.ok(Temporal.PlainDate.compare(day('2024-03-15'), value.end) < 0, id)
    assert.ok(citations.length > 0)
  }
})

test('a notice of enforcement is due on the tenth day, rolled past days off, by the article that says so', () => {
  const { value, citations } = ruleDeadline('filing.notice', day('2024-09-21'))
  assert.deepEqual([value.nominalEnd.toString(), value.end.toString()], ['2024-10-01', '2024-10-08'])
  assert.ok(citations.map(formatCitation).includes('《关于适用〈民事诉讼法〉的解释(2022年修正)》第480条'))
})

test('an internal duty does not roll', () => {
  assert.equal(ruleDeadline('limit.assign', day('2024-09-24')).value.end.toString(), '2024-10-01')
})

test('a rule that counts back, or names no length, has no such end', () => {
  assert.ok(countsBack(ruleOn('preserve.renew-apply').rule))
  assert.throws(() => ruleDeadline('preserve.renew-apply', day('2024-01-01')), RangeError)
  assert.throws(() => ruleDeadline('report.order', day('2024-01-01')), RangeError)
  assert.throws(() => ruleDeadline('detain.notice', day('2024-01-01')), RangeError)
})

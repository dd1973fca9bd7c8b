import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rules } from '#law/rules.ts'
import { ruleInWords } from './rule-in-words.ts'

test('a period says its length, and whether it moves over a holiday', () => {
  const { text, article } = ruleInWords('filing.notice', undefined)
  assert.match(text, /^10日，末日遇休息日顺延/)
  assert.match(article, /第\d+条/)
})

test('every rule of the law can be opened with an article', () => {
  for (const { id } of rules) {
    const { title, article, effectiveFrom } = ruleInWords(id, undefined)
    assert.ok(title !== '' && article !== '' && effectiveFrom !== '', id)
  }
})

test('a share is written in percent', () => {
  const { text } = ruleInWords('interest.doubled.rate', undefined)
  assert.match(text, /^0\.0175%/)
})

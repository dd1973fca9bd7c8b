import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatCitation } from './citation.ts'
import { rules } from './rules.ts'
import { shortCitation, shortMark } from './short-citation.ts'

const vectors = [
  ['关于适用《民事诉讼法》的解释(2022年修正)', '480', '民诉解释§480'],
  ['关于适用《民事诉讼法》的解释(2022年修正)', '462, 463', '民诉解释§462、463'],
  ['关于适用《民事诉讼法》执行程序若干问题的解释(2020年修正)', '21', '执行程序解释§21'],
  ['关于执行款物管理工作的规定', '10', '执行款物规定§10'],
  ['民事诉讼法(2023年修正)', '118', '民诉法§118'],
  ['诉讼费用交纳办法', '14(1)', '诉讼费办法§14(1)'],
  ['地方规定或本院制度(设置项)', '-', '本院制度或地方规定'],
  ['关于公证债权文书执行若干问题的规定', '全文', '公证债权文书执行若干问题的规定'],
] as const

for (const [instrument, article, mark] of vectors)
  test(`the mark of a rule is short: ${mark}`, () =>
    assert.equal(shortCitation({ instrument, number: null, article }), mark))

test('a sentence with several articles keeps its words', () =>
  assert.equal(
    shortMark('依《民事诉讼法(2023年修正)》第118条；《关于执行款物管理工作的规定》第10条办理'),
    '依民诉法§118；执行款物规定§10办理',
  ))

test('every mark of the law is shorter than its citation, and no two instruments share one', () => {
  const instruments = new Map<string, string>()
  for (const citation of rules.flatMap((rule) => rule.citation)) {
    const [full, mark] = [formatCitation(citation), shortCitation(citation)]
    assert.ok(mark.length <= full.length, full)
    assert.ok(!/[《》〈〉]/.test(mark) || /[〈《]/.test(citation.instrument.slice(4)), mark)
    const [name = ''] = mark.split('§')
    const other = instruments.get(name)
    if (mark.includes('§')) assert.ok(other === undefined || other === citation.instrument, `${name}: ${other}`)
    instruments.set(name, citation.instrument)
  }
})

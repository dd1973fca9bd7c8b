import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacksOf, notOnRecord, wordsOf, type Standing } from './compose.ts'

const bound: Standing = { printed: '1191件', imported: false, differs: false, changed: false, doubt: null }
const figures = new Map([
  ['F01', bound],
  ['F10', { ...bound, printed: '全市排名第一', imported: true }],
  ['F06', { ...bound, printed: '8593.00%', doubt: '超过100%，不可信' }],
  ['F26', { ...bound, printed: null }],
])
const textOf = (body: string) =>
  wordsOf(body, 2024, figures)
    .map(({ text }) => text)
    .join('')

test('a figure stands where the sentence names it', () => {
  assert.equal(textOf('{year}年，受理{F01}；{next}年继续。'), '2024年，受理1191件；2025年继续。')
})

test('a figure without records says so and is never made up', () => {
  const [, word] = wordsOf('拘留{F26}。', 2024, figures)
  assert.deepEqual(word, { text: notOnRecord, figure: 'F26', mark: 'unsupported' })
  assert.deepEqual(lacksOf('拘留{F26}。', figures), ['拘留：尚无记录支持'])
})

test('a number typed by hand is unbound', () => {
  assert.deepEqual(lacksOf('拘留87人，受理{F01}。', figures), ['87：手写数字，未绑定'])
})

test('an imported figure is marked as such', () => {
  assert.equal(wordsOf('综合执行质效{F10}。', 2024, figures)[1]?.mark, 'imported')
})

test('a figure that nobody should believe stands marked, and leaves its sentence open', () => {
  assert.deepEqual(wordsOf('到位率{F06}。', 2024, figures)[1], { text: '8593.00%', figure: 'F06', mark: 'doubtful' })
  assert.deepEqual(lacksOf('到位率{F06}。', figures), ['到位率 8593.00%：超过100%，不可信'])
})

test('a blank that nobody has filled in is open', () => {
  assert.equal(lacksOf('〔案例与成效待填〕', figures).length, 1)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCaseNumberCell } from './case-number.ts'

function canonical(text: string): string {
  const found = readCaseNumberCell(text)
  return found.kind === 'read' ? found.canonical : found.kind
}

const vectors: readonly (readonly [string, string])[] = [
  ['（2024）川1123执12号', '（2024）川1123执12号'],
  ['(2024)川1123执12号', '（2024）川1123执12号'],
  ['〔2024〕川1123执12号', '（2024）川1123执12号'],
  ['[2024川1123执415]', '（2024）川1123执415号'],
  ['2024川1123执415号', '（2024）川1123执415号'],
  ['【2024】川1123执恢7', '（2024）川1123执恢7号'],
  ['（２０２４）川１１２３执３号', '（2024）川1123执3号'],
  ['（2024）\n川1123执12号', '（2024）川1123执12号'],
  ['（2023）川1123执字第1119号', '（2023）川1123执1119号'],
  ['（2024）川1123执保字第9号', '（2024）川1123执保9号'],
  ['(24)川1123执12号', '（2024）川1123执12号'],
  ['（2024）川1123执012号', '（2024）川1123执12号'],
  ['（2024）川1123执12号之一', '（2024）川1123执12号'],
  ['（2014）犍执字第12号', '（2014）犍执字第12号'],
  ['(2014)犍执字12号', '（2014）犍执字第12号'],
  ['（2024）最高法执监5号', '（2024）最高法执监5号'],
  ['', 'empty'],
  ['/', 'empty'],
  ['待定', 'empty'],
  ['川1123执', 'unreadable'],
  ['（2024）川1123执一百二十号', 'unreadable'],
  ['（2024）川1123执0号', 'unreadable'],
  ['1191件', 'unreadable'],
  ['（2024）川112执12号', 'unreadable'],
  ['（2024）川1123执12号、（2024）川1123执13号', 'unreadable'],
]

for (const [text, expected] of vectors) {
  test(`a case number written ${JSON.stringify(text)} is ${expected}`, () => assert.equal(canonical(text), expected))
}

const parts = fc.record({
  year: fc.integer({ min: 2016, max: 2099 }),
  court: fc.constantFrom('川1123', '川11', '川', '京0105', '最高法'),
  type: fc.constantFrom('执', '执恢', '执保', '执异', '民初', '刑初'),
  number: fc.integer({ min: 1, max: 99_999 }),
})
const brackets = fc.constantFrom(
  ...['（ ）', '( )', '〔 〕', '[ ]', '［ ］', '（ )', ' '].map((pair) => pair.split(' ')),
)
const blanks = fc.constantFrom('', ' ', '\n', '　', '\u00a0')

test('dirt around a case number never changes which case it names', () => {
  fc.assert(
    fc.property(parts, brackets, blanks, fc.boolean(), ({ year, court, type, number }, [open, close], blank, plain) => {
      const dirty = `${blank}${open ?? ''}${year}${close ?? ''}${blank}${court}${blank}${type}${number}${plain ? '号' : ''}${blank}`
      assert.equal(canonical(dirty), `（${year}）${court}${type}${number}号`)
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatCaseNumber, parseCaseNumber } from './case-number.ts'

const reasonOf = (text: string): string => {
  const parsed = parseCaseNumber(text)
  return parsed.ok ? parsed.canonical : parsed.reason
}

for (const [text, outcome] of [
  ['[2024]川1123执恢0012号之二十', '（2024）川1123执恢12号之二十'],
  ['【２０２４】川11執1号', '（2024）川11執1号'],
  ['（2024）\u3000川1123\t执 9\n号', '（2024）川1123执9号'],
  ['（2024）内0102执1号', '（2024）内0102执1号'],
  ['（2024）川1123执1号之一十', 'FORMAT'],
  ['（2024）川1123执1号之百', 'FORMAT'],
  ['（2024）川1123执1号之零', 'FORMAT'],
  ['（2024）川1123号', 'FORMAT'],
  ['（2024）川1123执恢保异复1号', 'FORMAT'],
  ['（2024）司惩8号', 'FORMAT'],
  ['（2024）川11234执1号', 'FORMAT'],
  ['民事裁定书（2024）川1123执1号', 'FORMAT'],
  ['（2024）川1123执1号。', 'FORMAT'],
  ['', 'FORMAT'],
  ['（2014）川1123执0号', 'ZERO_NUMBER'],
  ['（2018）犍执字第0号', 'ZERO_NUMBER'],
  ['（2014）犍执字第7号之一', 'FORMAT'],
  ['（2014）犍为县人民法院执字第1号', '（2014）犍为县人民法院执字第1号'],
  ['（2014）四川省犍为县法院执字第1号', 'FORMAT'],
  ['(2014)犍执字第012-03号', '（2014）犍执字第12-3号'],
  ['（2015）犍执字第1号', '（2015）犍执字第1号'],
  ['（2016）犍执字第1号', 'YEAR_FORMAT_MISMATCH'],
  ['（2015）川1123执1号', 'YEAR_FORMAT_MISMATCH'],
  ['（2016）川1123执1号', '（2016）川1123执1号'],
] as const) {
  test(`a case number written ${JSON.stringify(text)} reads as ${outcome}`, () => assert.equal(reasonOf(text), outcome))
}

const modernNumbers = fc.record({
  year: fc.integer({ min: 2016, max: 2099 }),
  court: fc.constantFrom('最高法', '川', '川11', '川1123', '兵', '京73'),
  type: fc.constantFrom('执', '执恢', '司惩', '破申', '知民终'),
  number: fc.integer({ min: 1, max: 999_999 }),
  suffix: fc.option(fc.integer({ min: 1, max: 99 })),
})

test('every case number a court can print is read back as itself', () => {
  fc.assert(
    fc.property(modernNumbers, (number) => {
      const text = formatCaseNumber(number)
      assert.deepEqual(parseCaseNumber(text), { ok: true, legacy: false, ...number, canonical: text })
    }),
  )
})

test('spaces and the choice of brackets never change which case is meant', () => {
  const brackets = fc.constantFrom('()', '（）', '〔〕', '［］', '[]', '【】')
  fc.assert(
    fc.property(modernNumbers, brackets, fc.nat(20), (number, pair, at) => {
      const text = formatCaseNumber(number)
      const written = text.replace('（', pair.charAt(0)).replace('）', pair.charAt(1))
      assert.equal(reasonOf(`${written.slice(0, at)} ${written.slice(at)}`), text)
    }),
  )
})

test('no text whatever makes the reader of case numbers stumble', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => assert.equal(typeof parseCaseNumber(text).ok, 'boolean')),
  )
})

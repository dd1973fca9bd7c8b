import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { caseReferences } from './case-reference.ts'

const read = (text: string) =>
  caseReferences(text).map(
    ({ year, court, typeCode, serial }) => `${year ?? '—'} ${court ?? '—'} ${typeCode} ${serial}`,
  )

const writings: readonly (readonly [string, readonly string[]])[] = [
  ['（2024）川1123执655号', ['2024 川1123 执 655']],
  ['(2024)川1123执655号案款', ['2024 川1123 执 655']],
  ['2024川1123执53', ['2024 川1123 执 53']],
  ['2024执389号执行款', ['2024 — 执 389']],
  ['24年执字第200号', ['2024 — 执 200']],
  ['24执200', ['2024 — 执 200']],
  ['（2024）川1123执字第317号', ['2024 川1123 执 317']],
  ['（２０２４）川１１２３执恢１２号', ['2024 川1123 执恢 12']],
  ['犍为法院执行案款 2024-执-290', ['2024 — 执 290']],
  ['[2024] 川 1123 执 475 号，熠书子付', ['2024 川1123 执 475']],
  ['玥凯广案2024执0274', ['2024 — 执 274']],
  ['川1123执153号 峤海坚', ['— 川1123 执 153']],
  ['执恢50 棹秀', ['— — 执恢 50']],
  ['〔2024〕粤0304执8号', ['2024 粤0304 执 8']],
  ['还2024执12和2024执13的钱', ['2024 — 执 12', '2024 — 执 13']],
  ['2024执12、13号', ['2024 — 执 12', '2024 — 执 13']],
  ['（2024）川1123执12号、（2024）川1123执恢7号', ['2024 川1123 执 12', '2024 川1123 执恢 7']],
  ['2024执12及14、15号执行款', ['2024 — 执 12', '2024 — 执 14', '2024 — 执 15']],
  ['2024执12号之一', ['2024 — 执 12']],
  ['（2024）川1123執12號', ['2024 川1123 执 12']],
  ['(2024)1123执12', ['2024 1123 执 12']],
  ['2024四川1123执12', ['2024 川1123 执 12']],
  ['2024年度执12号', ['2024 — 执 12']],
  ['2024/执/12', ['2024 — 执 12']],
  ['2024执12~15号', ['2024 — 执 12', '2024 — 执 15']],
  ['（2024）川1123执行字第12号', ['2024 川1123 执 12']],
  ['2024年执行12号', ['2024 — 执 12']],
  ['申请执行12万', []],
  ['被执行12人', []],
  ['6月20执5', ['— — 执 5']],
  ['5.20执5号', ['— — 执 5']],
  ['12执5', ['— — 执 5']],
  ['2024年犍为县法院执12号', ['— — 执 12']],
  ['（2023）川1123民初456号执12', ['— — 执 12']],
  ['案执5000元', []],
  ['执3万', []],
  ['执12月5日', []],
  ['执行款', []],
  ['案款', []],
  ['2024年9月执行费', []],
  ['货款20240911', []],
  ['', []],
]
for (const [text, expected] of writings) {
  test(`“${text}” names ${expected.join(' and ') || 'no case'}`, () => assert.deepEqual(read(text), expected))
}

const blurred = (text: string) =>
  caseReferences(text).map(({ serial, isBlurred }) => `${serial}${isBlurred ? '?' : ''}`)
test('figures beside a number that has no end of its own make it doubtful, never longer', () => {
  for (const text of [
    '2024执12 300',
    '2024执12-1',
    '2024执12 3万',
    '2024执12,300.00',
    '2024执12.5',
    '执1 2',
    '2024年执行12号',
  ])
    assert.match(blurred(text)[0] ?? '', /^12?\?$/, text)
  for (const text of ['2024执12号 300', '2024执12号5000元', '2024执12 20240911', '2024执12 16912345678', '2024执12'])
    assert.deepEqual(blurred(text), ['12'], text)
})

test('a number is read however it is written', () => {
  const writing = fc.record({
    year: fc.integer({ min: 2015, max: 2030 }),
    serial: fc.integer({ min: 1, max: 99_999 }),
    type: fc.constantFrom('执', '执恢', '执保'),
    brackets: fc.constantFrom('（）', '()', '〔〕', '[]', '【】', '  '),
    court: fc.constantFrom('川1123', ''),
    between: fc.constantFrom('', ' ', '-', '　'),
    word: fc.constantFrom('', '字第'),
    end: fc.constantFrom('号', '', '号案款', ' 执行款'),
    wide: fc.boolean(),
  })
  fc.assert(
    fc.property(writing, ({ year, serial, type, brackets, court, between, word, end, wide }) => {
      const [open = '', close = ''] = [...brackets]
      const plain = `${open}${year}${close}${between}${court}${between}${type}${between}${word}${serial}${end}`
      const text = wide
        ? plain.replaceAll(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        : plain
      assert.deepEqual(read(text), [`${year} ${court || '—'} ${type} ${serial}`])
    }),
    { numRuns: 2_000 },
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CleanValue, Column } from '../layout.ts'
import type { RawCell } from '../raw.ts'
import { cleanerFor } from './cleaner.ts'

const today = Temporal.PlainDate.from('2025-01-06')

function clean(column: Partial<Column> & Pick<Column, 'type'>, cell: RawCell) {
  const codes: string[] = []
  const repairs: string[] = []
  const value: CleanValue = cleanerFor({ field: 'field', title: '某列', ...column }, { unit: 'yuan', today })(cell, {
    repair: (repair) => void repairs.push(repair),
    problem: (code) => void codes.push(code),
  })
  return { value, codes, repairs }
}
const names = (cell: RawCell) => clean({ type: 'list', names: true }, cell)
const ids = (cell: RawCell) => clean({ type: 'id-list' }, cell)
const phones = (cell: RawCell) => clean({ type: 'phone-list' }, cell)

const lists: readonly (readonly [string, readonly string[]])[] = [
  ['甲乙、丙丁', ['甲乙', '丙丁']],
  ['甲乙；丙丁;戊己', ['甲乙', '丙丁', '戊己']],
  ['甲乙, 丙丁', ['甲乙', '丙丁']],
  ['甲乙\n丙丁', ['甲乙', '丙丁']],
  ['甲乙/丙丁', ['甲乙', '丙丁']],
  ['1.甲乙 2.丙丁', ['甲乙', '丙丁']],
  ['1.甲乙\n2.丙丁\n3.戊', ['甲乙', '丙丁', '戊']],
  ['1、甲乙2、丙丁', ['甲乙', '丙丁']],
  ['（1）甲乙（2）丙丁', ['甲乙', '丙丁']],
  ['①甲乙②丙丁', ['甲乙', '丙丁']],
  ['缦 妍 万', ['缦妍万']],
  ['芃　佳', ['芃佳']],
  ['甲乙 丙丁戊', ['甲乙', '丙丁戊']],
  ['欧阳 明月', ['欧阳明月']],
  ['虚岭县 若水纸业有限公司', ['虚岭县若水纸业有限公司']],
  ['虚岭投资合伙企业(有限合伙)', ['虚岭投资合伙企业（有限合伙）']],
  ['虚岭公司（原名：甲厂、乙厂）、丙丁', ['虚岭公司（原名：甲厂、乙厂）', '丙丁']],
  ['阿汀・木岫', ['阿汀·木岫']],
  ['汀𬭎', ['汀𬭎']],
  ['John  Smith', ['John Smith']],
  ['/', []],
  ['无', []],
]
for (const [text, expected] of lists) {
  test(`the names in ${JSON.stringify(text)} are ${expected.join(' and ') || 'none'}`, () => {
    assert.deepEqual(names(text).value, expected)
  })
}

test('"and twelve others" is remarked, and only the name that is written is taken', () => {
  for (const text of ['砚灵歌等12人', '砚灵歌等十二人', '砚灵歌等', '砚灵歌等人']) {
    assert.deepEqual(names(text), {
      value: ['砚灵歌'],
      codes: ['W_PARTY_ET_AL'],
      repairs: ['et-al', 'width'],
    })
  }
})

test('a masked name is remarked', () => {
  for (const text of ['熠某某', '熠某', '熠**', '熠××']) assert.deepEqual(names(text).codes, ['W_NAME_MASKED'], text)
})

const identifiers: readonly (readonly [RawCell, readonly string[], readonly string[]])[] = [
  ['99005619920421189x', ['99005619920421189X'], []],
  ['990056 19920421 189X', ['99005619920421189X'], []],
  ['９９００５６１９９２０４２１１８９Ｘ', ['99005619920421189X'], []],
  ['990020199702017321、/', ['990020199702017321', ''], []],
  ['990020199702017321 990035198110208626', ['990020199702017321', '990035198110208626'], []],
  ['91990026MAC872333Y', ['91990026MAC872333Y'], []],
  ['/', [], []],
  ['990020199702017322', ['990020199702017322'], ['E_ID_CHECK']],
  ['99002019970201732', ['99002019970201732'], ['E_ID_FORMAT']],
  ['9.90011E+17', ['9.90011E+17'], ['E_ID_FORMAT']],
  ['990011198002311238', ['990011198002311238'], ['E_ID_BIRTHDATE']],
  ['91990059MAC881571A', ['91990059MAC881571A'], ['E_USCC_CHECK']],
  [990020199702017300, [], ['E_ID_FORMAT']],
  ['990020970201732', ['990020970201732'], []],
  ['990020971301732', ['990020971301732'], ['E_ID_BIRTHDATE']],
  ['G12345678', ['G12345678'], []],
  ['9900201997****7321', ['9900201997****7321'], ['E_ID_FORMAT']],
]
for (const [cell, value, codes] of identifiers) {
  test(`a certificate number written ${JSON.stringify(cell)}: ${codes.join() || 'right'}`, () => {
    const found = ids(cell)
    assert.deepEqual(found.codes, codes)
    if (value.length > 0 && codes.length === 0) assert.deepEqual(found.value, value)
  })
}

const phoneCells: readonly (readonly [RawCell, readonly string[], readonly string[]])[] = [
  [16924921482, ['16924921482'], []],
  ['169-2492-1482', ['16924921482'], []],
  ['169 2492 1482', ['16924921482'], []],
  ['+86 16924921482', ['16924921482'], []],
  ['0833-4221234；16924921482', ['08334221234', '16924921482'], []],
  ['4221234', ['4221234'], []],
  ['16924921482 16924921483', ['16924921482', '16924921483'], []],
  ['/', [], []],
  ['1690000', ['1690000'], ['W_PHONE']],
]
for (const [cell, value, codes] of phoneCells) {
  test(`a phone written ${JSON.stringify(cell)}`, () => {
    const found = phones(cell)
    assert.deepEqual([found.value, found.codes], [value, codes])
  })
}

test('words of a code table and their synonyms mean the same, an unknown word is refused', () => {
  const column = { type: 'code', codes: { 执行完毕: ['执毕'], '': ['未结'] }, unknown: 'E_MANNER_UNKNOWN' } as const
  assert.equal(clean(column, ' 执毕 ').value, '执行完毕')
  assert.equal(clean(column, '执行完毕（自动履行）').value, '执行完毕')
  assert.equal(clean(column, '未结').value, null)
  assert.deepEqual(clean(column, '部分执行').codes, ['E_MANNER_UNKNOWN'])
  assert.equal(clean({ type: 'code', codes: column.codes }, '速执一组').value, '速执一组')
})

test('yes and no are read in every usual form, and an empty cell means no only where the ledger says so', () => {
  for (const text of ['是', '√', '有', 'Y', '1', '已保全'])
    assert.equal(clean({ type: 'yes-no' }, text).value, true, text)
  for (const text of ['否', '无', '×', '0', '/', '未保全'])
    assert.equal(clean({ type: 'yes-no' }, text).value, false, text)
  assert.equal(clean({ type: 'yes-no' }, null).value, null)
  assert.equal(clean({ type: 'yes-no', emptyIsNo: true }, null).value, false)
  assert.deepEqual(clean({ type: 'yes-no' }, '待查明').codes, ['W_YES_NO'])
})

test('texts lose the blanks that Chinese has not, persons their posts, document numbers their dirt', () => {
  const text = (cell: string, more: Partial<Column> = {}) => clean({ type: 'text', ...more }, cell).value
  assert.equal(text(' 民间 借贷\n纠纷 '), '民间借贷纠纷')
  assert.equal(text('（２０２３）川１１２３民初１号'), '（2023）川1123民初1号')
  assert.equal(text('Ａ座 B unit'), 'A座 B unit')
  assert.equal(text('已履行 待结案\n另查', { prose: true }), '已履行 待结案\n另查')
  for (const name of ['汀安', '汀 安', '汀安（员额法官）', '汀安法官', '汀安 执行员'])
    assert.equal(text(name, { names: true }), '汀安')
  assert.equal(text('(2023) 川1123民初56', { documentNumber: true }), '（2023）川1123民初56号')
  assert.equal(text('犍劳人仲案〔2023〕93号', { documentNumber: true }), '犍劳人仲案〔2023〕93号')
})

test('a role written before a name is not part of the name', () => {
  assert.deepEqual(names('被执行人：汀安、芃柏').value, ['汀安', '芃柏'])
})

test('a failed formula is refused wherever it stands, and one without a stored result is not taken for empty', () => {
  for (const text of ['#REF!', '公式未计算']) {
    for (const type of ['money', 'list', 'date', 'text'] as const) {
      assert.deepEqual(clean({ type }, { kind: 'error', text }).codes, ['E_FORMULA_ERROR'])
    }
  }
})

test('a date after today has not happened, unless the column may look ahead', () => {
  assert.deepEqual(clean({ type: 'date' }, '2025-01-07').codes, ['E_DATE_FUTURE'])
  assert.deepEqual(clean({ type: 'date' }, '2025-01-06').codes, [])
  assert.deepEqual(clean({ type: 'date', mayBeAhead: true }, '2027-01-07').codes, [])
})

test('cleaning what was cleaned changes nothing', () => {
  const text = fc.string({ unit: fc.constantFrom(...'甲乙 丙、；/有限-某·\n'), maxLength: 16 })
  fc.assert(
    fc.property(text, (raw) => {
      const once = names(raw).value
      if (Array.isArray(once) && once.length > 0)
        assert.deepEqual(names(once.map((name) => name || '/').join('、')).value, once)
    }),
  )
})

test('no cell, however odd, makes a cleaner fail', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.string().map((text): RawCell => ({ kind: 'date', text })),
    fc.string().map((text): RawCell => ({ kind: 'error', text })),
  )
  const types = fc.constantFrom<Column['type']>(
    'case-number',
    'date',
    'money',
    'list',
    'id-list',
    'phone-list',
    'code',
    'yes-no',
    'text',
    'integer',
    'number',
  )
  fc.assert(
    fc.property(cell, types, (raw, type) => void clean({ type }, raw)),
    { numRuns: 2000 },
  )
})

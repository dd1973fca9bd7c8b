import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fen } from '#kernel/values/money.ts'
import { amountInChinese } from './amount-in-chinese.ts'

const words = (amount: bigint): string => {
  const found = amountInChinese(fen(amount))
  return 'error' in found ? found.error : found.value
}

const numerals = '零壹贰叁肆伍陆柒捌玖'
const places = new Map([
  ['拾', 10n],
  ['佰', 100n],
  ['仟', 1000n],
])
const change = new Map([
  ['角', 10n],
  ['分', 1n],
])

/** Reads the words as a person does: digits by place, sections by 万 and 亿. */
function read(text: string): bigint {
  let [total, section, digit] = [0n, 0n, 0n]
  for (const sign of text.replace(/^人民币/, '').replace(/整$/, '')) {
    const place = places.get(sign)
    const coin = change.get(sign)
    if (numerals.includes(sign)) {
      digit = BigInt(numerals.indexOf(sign))
      continue
    }
    if (place !== undefined) section += digit * place
    else if (coin !== undefined) total += digit * coin
    else {
      const whole = section + digit
      total = sign === '万' ? total + whole * 10_000n : (total + whole) * (sign === '亿' ? 100_000_000n : 100n)
      section = 0n
    }
    digit = 0n
  }
  return total
}

test('the words read back as the sum', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), (amount) => assert.equal(read(words(amount)), amount)),
  )
})

test('no sum is written with two 零 in a row, a bare 拾, or 零 before a unit', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10n ** 18n - 1n }), (amount) => {
      assert.doesNotMatch(words(amount), /零零|币拾|零拾|零佰|零仟|零万|零亿|零元/)
    }),
  )
})

for (const [amount, text] of [
  [1n, '人民币壹分'],
  [101n, '人民币壹元零壹分'],
  [110n, '人民币壹元壹角'],
  [1_000_000_000_00n, '人民币壹拾亿元整'],
  [1_0000_0000_0000_00n, '人民币壹万亿元整'],
  [1_0005_0000_0000_00n, '人民币壹万零伍亿元整'],
  [1_0000_0000_0001_00n, '人民币壹万亿零壹元整'],
  [20_0030_0000_04n, '人民币贰拾亿零叁拾万元零肆分'],
  [1_000_000_000_000_000_000n, 'AMOUNT_OUT_OF_RANGE'],
  [-1n, 'AMOUNT_OUT_OF_RANGE'],
] as const) {
  test(`${amount} fen are ${text}`, () => assert.equal(words(amount), text))
}

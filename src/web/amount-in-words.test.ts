import assert from 'node:assert/strict'
import { test } from 'node:test'
import { amountInWords } from './amount-in-words.ts'

/** 支付结算办法 annex 1 (正确填写票据和结算凭证的基本规定) gives the rules and the first four amounts. */
const amounts = [
  [140_950n, '人民币壹仟肆佰零玖元伍角整'],
  [600_714n, '人民币陆仟零柒元壹角肆分'],
  [168_032n, '人民币壹仟陆佰捌拾元零叁角贰分', '人民币壹仟陆佰捌拾元叁角贰分'],
  [1_640_902n, '人民币壹万陆仟肆佰零玖元零贰分'],
  [3_950_000n, '人民币叁万玖仟伍佰元整'],
  [0n, '人民币零元整'],
  [5n, '人民币伍分'],
  [10_000_000_000n, '人民币壹亿元整'],
  [10_000_100n, '人民币壹拾万零壹元整'],
  [-1_000n, '人民币负壹拾元整'],
] as const

for (const [fen, ...accepted] of amounts) {
  test(`${fen} fen in words is ${accepted.at(-1)}`, () => {
    assert.ok((accepted as readonly string[]).includes(amountInWords(fen)), amountInWords(fen))
  })
}

import type { Fen } from '#kernel/values/money.ts'
import { denied, type Denied, type Finding, finding } from './finding.ts'
import { ruleOn } from './rules.ts'

const numerals = '零壹贰叁肆伍陆柒捌玖'
const placeNames = ['', '拾', '佰', '仟'] as const
const sectionNames = ['', '万', '亿', '万'] as const
const sectionDigits = 4
/** Ten thousand million million yuan: beyond it the units 万 and 亿 no longer name a number. */
const beyondWords = 10n ** 16n

/**
 * A sum in capitals (大写金额) as documents print it.
 *
 * 壹拾, never 拾; one 零 for each inner gap of zeros; 整 only after 元; 零 for a missing 角 before 分.
 *
 * Law: 正确填写票据和结算凭证的基本规定 (银发〔1997〕393号) 一至四.
 * Reading: where the rule leaves a choice (整 after 角; 零 before 角 when the yuan digit is zero) none is written.
 */
export function amountInChinese(amount: Fen): Finding<string> | Denied<'AMOUNT_OUT_OF_RANGE'> {
  const yuan = amount / 100n
  if (amount < 0n || yuan >= beyondWords) return denied('AMOUNT_OUT_OF_RANGE')
  const text = `人民币${yuanWords(yuan)}${changeWords(Number(amount % 100n), yuan > 0n)}`
  return finding(text, [ruleOn('id.amount-words')], () => [text])
}

function changeWords(change: number, afterYuan: boolean): string {
  const [jiao, fen] = [Math.trunc(change / 10), change % 10]
  if (change === 0) return afterYuan ? '整' : '零元整'
  const jiaoWords = jiao > 0 ? `${numerals.charAt(jiao)}角` : afterYuan ? '零' : ''
  return jiaoWords + (fen > 0 ? `${numerals.charAt(fen)}分` : '')
}

/** Digit by digit from the left: a gap of zeros is remembered, and spoken once the next digit follows. */
function yuanWords(yuan: bigint): string {
  if (yuan === 0n) return ''
  const digits = yuan.toString()
  let words = ''
  let gap = false
  let sectionSpoken = false
  let aboveHundredMillion = false
  for (let i = 0; i < digits.length; i += 1) {
    const place = digits.length - 1 - i
    const digit = Number(digits.charAt(i))
    if (digit > 0) {
      words += (gap ? '零' : '') + numerals.charAt(digit) + (placeNames[place % sectionDigits] ?? '')
      sectionSpoken = true
    }
    gap = digit === 0
    if (place % sectionDigits > 0) continue
    const section = place / sectionDigits
    if (section >= 2) aboveHundredMillion ||= sectionSpoken
    if (section === 2 ? aboveHundredMillion : sectionSpoken) words += sectionNames[section] ?? ''
    sectionSpoken = false
  }
  return `${words}元`
}

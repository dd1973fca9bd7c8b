const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿']

/** 人民币叁万玖仟伍佰元整, as on cheques and payment sheets. Negative amounts begin with 负. Up to 万亿. */
export function amountInWords(fen: bigint): string {
  const positive = fen < 0n ? -fen : fen
  const yuan = positive / 100n
  const jiao = Number((positive / 10n) % 10n)
  const cents = Number(positive % 10n)
  const whole = yuan === 0n ? (positive === 0n ? '零元' : '') : `${integerInWords(yuan)}元`
  return `人民币${fen < 0n ? '负' : ''}${whole}${fractionInWords(jiao, cents, yuan > 0n)}`
}

function fractionInWords(jiao: number, cents: number, afterYuan: boolean): string {
  if (jiao === 0 && cents === 0) return '整'
  const tens = jiao > 0 ? `${digits[jiao]}角` : afterYuan ? '零' : ''
  return `${tens}${cents > 0 ? `${digits[cents]}分` : '整'}`
}

function integerInWords(value: bigint): string {
  const parts: number[] = []
  for (let rest = value; rest > 0n; rest /= 10_000n) parts.push(Number(rest % 10_000n))
  let words = ''
  let gap = false
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index] ?? 0
    if (part === 0) gap = words !== ''
    else {
      words += `${words !== '' && (gap || part < 1000) ? '零' : ''}${groupInWords(part)}${groups[index]}`
      gap = false
    }
  }
  return words
}

function groupInWords(part: number): string {
  let words = ''
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(part / 10 ** place) % 10
    if (digit > 0) words += `${digits[digit]}${places[place]}`
    else if (words !== '' && !words.endsWith('零') && part % 10 ** place > 0) words += '零'
  }
  return words
}

const digits = '零一二三四五六七八九'

/** 1 → 一, 12 → 十二, 21 → 二十一; what stands after 之 in a paper's number. Throws RangeError outside 1 to 99. */
export function chineseOrdinal(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > 99) throw new RangeError(`not between 1 and 99: ${n}`)
  const tens = Math.trunc(n / 10)
  const ones = n % 10
  const tensText = tens === 0 ? '' : tens === 1 ? '十' : `${digits.charAt(tens)}十`
  return tensText + (ones === 0 ? '' : digits.charAt(ones))
}

const ordinalText = /^(?:([二三四五六七八九])?(十))?([一二三四五六七八九])?$/

/** The number that `chineseOrdinal` writes so, else undefined; 一十 is not such a text. */
export function readChineseOrdinal(text: string): number | undefined {
  const found = ordinalText.exec(text)
  if (!found || text === '') return undefined
  const [, tens, ten, ones] = found
  return (ten ? 10 * (tens ? digits.indexOf(tens) : 1) : 0) + (ones ? digits.indexOf(ones) : 0)
}

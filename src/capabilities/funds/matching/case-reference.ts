import type { CaseTypeCode } from '#capabilities/cases'
import { inSimplified } from './simplified.ts'

/** A case as somebody wrote it into the purpose of a payment. What was left out is null. */
export type CaseReference = {
  readonly year: number | null
  /** 2024年犍为县执12: a year that stands near but not in the number. */
  readonly yearNearby: number | null
  readonly court: string | null
  readonly typeCode: CaseTypeCode
  readonly serial: number
  /** Other figures follow without 号 between: 执12 300, 执12-1; or 执行12号 may be a day. What the number is is a guess. */
  readonly isBlurred: boolean
}

const types = '执恢|执保|执异|执复|执监|执协|执他|执'
/** 法〔2015〕137号: what courts of each province begin with; 最 stands for 最高法. */
const provinces = '京津冀晋蒙内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔贵云滇藏陕甘青宁新兵最'
/** Stands where blanks, dashes or points kept two figures apart. */
const gap = '|'
/**
 * Brackets of all kinds are gone by then: 2024年川1123执字第0160号, 24执160, 2024|1123执5. Two digits are a year only
 * where no day of the month can be meant (6月20执5), and figures before 月, 日, 元 or 万 are no serial.
 */
const written = new RegExp(
  [
    `(?:(?<year>(?<!\\d)20\\d{2}|(?<![\\d月日:${gap}.])(?:\\d{2}(?=年)|(?:1[6-9]|[2-4]\\d)(?=[^\\d]{0,1}执)))(?<words>[\\u4e00-\\u9fff]{0,10}?)[${gap}]?)?`,
    `(?:四(?=川))?(?:(?<province>[${provinces}])(?<code>\\d{2,6})|(?<=\\d[年${gap}])(?<bare>\\d{4}))?`,
    `(?<type>${types})(?<loose>行(?:案件?)?(?=字?第?\\d{1,6}号))?字?第?0*(?<serial>[1-9]\\d{0,5})(?!\\d)(?![月日年元万千百%期件])`,
    `(?<more>(?:号?(?:[、及和与至到/&+~]|[${gap}])第?\\d+(?![\\d月日年元万千百%期件执四${provinces}]))*)(?<end>号?)(?<apart>[${gap}]\\d+)?`,
  ].join(''),
  'gu',
)

/** What may stand between a year and a number without making the year another's: 2024年12执5, 2024年度执5. */
const empty = /^年?度?$/

/**
 * Every case number in a text, however carelessly written: full width, blanks, dashes, any brackets or none, 字第, leading
 * zeros, two digits of the year, without court, without year, several serials after one year. 执行 and 执款 are no numbers.
 */
export function caseReferences(text: string): readonly CaseReference[] {
  return [...plainOf(text).matchAll(written)].flatMap(({ groups = {} }) => {
    const { year, words = '', province, code, bare, type, loose, serial, more = '', end, apart } = groups
    if (type === undefined || serial === undefined) return []
    const whole = year === undefined ? null : Number(year.length === 2 ? `20${year}` : year)
    const isOwn = empty.test(words)
    const common = {
      year: isOwn ? whole : null,
      yearNearby: isOwn ? null : whole,
      court: province !== undefined && code !== undefined ? `${province}${code}` : (bare ?? null),
      typeCode: type as CaseTypeCode,
    }
    const others = serialsIn(more)
    const isOpenEnded = (more.includes(gap) || apart !== undefined) && !isDone(more, end ?? '', apart)
    const isBlurred = isOpenEnded || loose !== undefined
    return [serial, ...others].map((one) => ({ ...common, serial: Number(one), isBlurred }))
  })
}

/** 、13号 and 及14: further serials. What only a blank keeps apart is none; it makes the number before it doubtful. */
const serialsIn = (more: string): readonly string[] =>
  [...more.matchAll(/[、及和与至到/&+~]第?0*([1-9]\d{0,5})(?!\d)/g)].map(([, serial = '']) => serial)

/** 号 ended the number before the figures began, or they are a day, a telephone or a card: too long for a serial. */
function isDone(more: string, end: string, apart: string | undefined): boolean {
  const figures = [...`${more}${end}${apart ?? ''}`.matchAll(/(号?)\|(\d+)/g)]
  return figures.every(([, closed = '', digits = '']) => closed !== '' || digits.length > 6)
}

/** Brackets and blanks are dropped, but never between two figures: 执12 300 is not 执12300. */
const plainOf = (text: string): string =>
  inSimplified(text.normalize('NFKC'))
    .replaceAll(/[()（）〔〕[\]【】{}「」<>《》]/g, '·')
    .replaceAll(/(?<=\d)[\s\-—–_·.,，。:：;；\\|]+(?=\d)/g, gap)
    .replaceAll(/[\s\-—–_·.,，。:：;；\\]|[/|](?=执)|(?<=执[恢保异复监协他]?)[/|]/g, '')

import type { CaseTypeCode } from '#capabilities/cases'

/** A case as somebody wrote it into the purpose of a payment. What was left out is null. */
export type CaseReference = {
  readonly year: number | null
  readonly court: string | null
  readonly typeCode: CaseTypeCode
  readonly serial: number
}

const types = '执恢|执保|执异|执复|执监|执协|执他|执'
/** 法〔2015〕137号: what courts of each province begin with; 最 stands for 最高法. */
const provinces = '京津冀晋蒙内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔贵云滇藏陕甘青宁新兵最'
/** Brackets of all kinds are gone by then: 2024年川1123执字第0160号, 24执160. */
const written = new RegExp(
  `(?<year>(?<!\\d)(?:20\\d{2}|\\d{2}(?=年|[^\\d]{0,1}执)))?年?(?:(?<province>[${provinces}])(?<code>\\d{2,6}))?(?<type>${types})字?第?0*(?<serial>[1-9]\\d{0,5})(?!\\d)号?`,
  'gu',
)

/**
 * Every case number in a text, however carelessly written: full width, blanks, dashes, any brackets or none, 字第, leading
 * zeros, two digits of the year, without court, without year. 执行 and 执款 are no numbers.
 */
export function caseReferences(text: string): readonly CaseReference[] {
  const plain = text.normalize('NFKC').replaceAll(/[\s\-—–_·.,，。()（）〔〕[\]【】{}「」]/g, '')
  return [...plain.matchAll(written)].flatMap(({ groups = {} }) => {
    const { year, province, code, type, serial } = groups
    if (type === undefined || serial === undefined) return []
    return [
      {
        year: year === undefined ? null : Number(year.length === 2 ? `20${year}` : year),
        court: province !== undefined && code !== undefined ? `${province}${code}` : null,
        typeCode: type as CaseTypeCode,
        serial: Number(serial),
      },
    ]
  })
}

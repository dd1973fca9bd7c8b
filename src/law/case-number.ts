import { chineseOrdinal, readChineseOrdinal } from './chinese-ordinal.ts'

export type CaseNumber = {
  readonly legacy: boolean
  readonly year: number
  /** 川1123, 川11, 川 or 最高法; null in numbers of the form used to 2015. */
  readonly court: string | null
  /** 执, 执恢 …; in the old form the whole word before 字第, court included. */
  readonly type: string
  readonly number: number
  /** The paper under the case: 之一 is 1. */
  readonly suffix: number | null
}
export type CaseNumberFault = 'FORMAT' | 'ZERO_NUMBER' | 'YEAR_FORMAT_MISMATCH'
export type ParsedCaseNumber =
  | (CaseNumber & { readonly ok: true; readonly canonical: string })
  | { readonly ok: false; readonly reason: CaseNumberFault }

/** 法〔2015〕137号: case numbers take the modern form from this year on. */
export const modernFormSince = 2016

const provinces = '京津冀晋内蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵黔云滇藏陕甘青宁新兵军'
const han = '[\\u3400-\\u4dbf\\u4e00-\\u9fff]'
const modern = new RegExp(
  `^（(\\d{4})）(最高法|[${provinces}](?:\\d{4}|\\d{2})?)(${han}{1,4})0*(\\d{1,15})号(?:之([一二三四五六七八九十]{1,3}))?$`,
)
const old = new RegExp(`^（(\\d{4})）(${han}{1,8})字第0*(\\d{1,15})(?:-0*(\\d{1,15}))?号$`)

const variants = /[\s(〔［[【)〕］\]】０-９]/g
const normalSign = (sign: string): string => {
  if ('(〔［[【'.includes(sign)) return '（'
  if (')〕］]】'.includes(sign)) return '）'
  return sign >= '０' && sign <= '９' ? String.fromCharCode(sign.charCodeAt(0) - 0xfee0) : ''
}

const fault = (reason: CaseNumberFault): ParsedCaseNumber => ({ ok: false, reason })

/**
 * Reads a case number (案号) as people write it: any bracket, full-width digits, stray spaces.
 *
 * Law: 法〔2015〕137号 arts. 2, 3, 9, 10. Numbers up to 2015 keep the form of their time.
 * Numbers of more than fifteen digits are not case numbers.
 */
export function parseCaseNumber(text: string): ParsedCaseNumber {
  const normal = text.replace(variants, normalSign)
  return normal.includes('字第') ? parseOld(normal) : parseModern(normal)
}

function parseModern(text: string): ParsedCaseNumber {
  const found = modern.exec(text)
  if (!found) return fault('FORMAT')
  const [, yearText = '', court = '', type = '', digits = '', paper] = found
  const suffix = paper === undefined ? null : readChineseOrdinal(paper)
  if (suffix === undefined) return fault('FORMAT')
  const [year, number] = [Number(yearText), Number(digits)]
  if (number === 0) return fault('ZERO_NUMBER')
  if (year < modernFormSince) return fault('YEAR_FORMAT_MISMATCH')
  return read({ legacy: false, year, court, type, number, suffix })
}

function parseOld(text: string): ParsedCaseNumber {
  const found = old.exec(text)
  if (!found) return fault('FORMAT')
  const [, yearText = '', type = '', digits = '', paper] = found
  const year = Number(yearText)
  const number = Number(digits)
  const suffix = paper === undefined ? null : Number(paper)
  if (number === 0 || suffix === 0) return fault('ZERO_NUMBER')
  if (year >= modernFormSince) return fault('YEAR_FORMAT_MISMATCH')
  return read({ legacy: true, year, court: null, type, number, suffix })
}

const read = (found: CaseNumber): ParsedCaseNumber => ({ ok: true, ...found, canonical: formatCaseNumber(found) })

/** The number as the court prints it, in full-width brackets. Throws RangeError when a paper's suffix is not 1 to 99. */
export function formatCaseNumber({
  year,
  court,
  type,
  number,
  suffix,
}: Omit<CaseNumber, 'legacy' | 'suffix'> & { readonly suffix?: number | null | undefined }): string {
  const head = `（${String(year).padStart(4, '0')}）`
  const paper = suffix ?? null
  if (court === null) return `${head}${type}字第${number}${paper === null ? '' : `-${paper}`}号`
  return `${head}${court}${type}${number}号${paper === null ? '' : `之${chineseOrdinal(paper)}`}`
}

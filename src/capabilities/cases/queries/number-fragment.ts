import { caseTypeCodes, type CaseTypeCode } from '../case-types.ts'

/** What a few hasty characters say of a case number. */
export type NumberFragment = {
  readonly year: number | null
  readonly typeCode: CaseTypeCode | null
  readonly serial: number
}

const types = caseTypeCodes.toSorted((a, b) => b.length - a.length).join('|')
/** A year, the court's code, the type and the serial: each but the last may be left out. */
const shape = new RegExp(
  `^(?:(20\\d{2}|\\d{2})年?(?=\\D))?(?:(?!执)\\p{Script=Han}?\\d{2,4}(?=执))?(?:(${types})(?:字第?)?)?0*(\\d{1,9})号?$`,
  'u',
)
const century = 2000

/** Reads 23执恢45, 执655, 655, (2024)川1123执655号; null when it is no part of a case number. */
export function numberFragment(text: string): NumberFragment | null {
  const plain = text.normalize('NFKC').replaceAll(/[\s()〔〕[\]【】]/g, '')
  const found = shape.exec(plain)
  if (!found) return null
  const [, year, type, serial = ''] = found
  return {
    year: year === undefined ? null : Number(year) + (year.length === 2 ? century : 0),
    typeCode: caseTypeCodes.find((code) => code === type) ?? null,
    serial: Number(serial),
  }
}

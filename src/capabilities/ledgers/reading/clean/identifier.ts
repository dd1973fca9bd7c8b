import { validateOrgCode, validateUscc } from '#law/credit-code.ts'
import { validateResidentId } from '#law/resident-id.ts'

export type IdentifierFault = {
  readonly code: 'E_ID_FORMAT' | 'E_ID_BIRTHDATE' | 'E_ID_CHECK' | 'E_USCC_CHECK' | 'W_ORG_CODE_CHECK'
  readonly message: string
}

const scientificForm = /^\d(?:\.\d+)?E\+?\d+$/
const oldResidentForm = /^\d{6}(\d{2})(\d{2})(\d{2})\d{3}$/
const eighteen = /^[0-9A-Z]{18}$/
const residentShape = /^[1-9]\d{16}[\dX]$/
const organisationHead = /^(?:9[1-3]|N\d|A1|Y1)/
/** Passports, travel permits and officer's cards follow no check sign; they are kept as written. */
const otherCertificate =
  /^(?:[A-Z]{1,3}\d{6,10}|[A-Z]\d{6,8}[A-Z(]?.*|[A-Z]{2}\d{15}|(?=.*\d{5})[\u4e00-\u9fff].{5,18})$/

/** Without blanks, dashes, quotes; full width folded; capitals. */
export const identifierText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff\-—–_'’‘`."“”]/g, '')
    .toUpperCase()

/** What is wrong with one certificate number; undefined when nothing is. `text` has gone through `identifierText`. */
export function identifierFault(text: string, today: Temporal.PlainDate): IdentifierFault | undefined {
  if (scientificForm.test(text)) {
    return { code: 'E_ID_FORMAT', message: `证件号${text}是科学计数，后几位已丢失；请在原表把该列设为文本后重新填写。` }
  }
  if (text.length === 18 && eighteen.test(text)) return longNumberFault(text, today)
  const old = oldResidentForm.exec(text)
  if (old) return oldResidentFault(text, old)
  if (/^[0-9A-Z]{8}[\dX]$/.test(text)) {
    return validateOrgCode(text).valid
      ? undefined
      : { code: 'E_USCC_CHECK', message: `组织机构代码${text}的校验位不符，请核对。` }
  }
  if (/^\d+X?$/.test(text) || !otherCertificate.test(text)) {
    return {
      code: 'E_ID_FORMAT',
      message: `证件号${text}有${text.length}位，居民身份证和统一社会信用代码应为18位，请核对。`,
    }
  }
  return undefined
}

function longNumberFault(text: string, today: Temporal.PlainDate): IdentifierFault | undefined {
  const looksResident = residentShape.test(text)
  if (looksResident) {
    const resident = validateResidentId(text, today)
    if (resident.valid) return undefined
    const isOrganisation = organisationHead.test(text) || resident.reason !== 'CHECK'
    if (isOrganisation && validateUscc(text).valid) return undefined
    if (!organisationHead.test(text)) {
      return resident.reason === 'DATE'
        ? { code: 'E_ID_BIRTHDATE', message: `证件号${text}中的出生日期不存在或在今天之后，请核对。` }
        : { code: 'E_ID_CHECK', message: `证件号${text}的校验位不符，请核对是否抄错。` }
    }
  }
  const code = validateUscc(text)
  if (!code.valid) return { code: 'E_USCC_CHECK', message: `统一社会信用代码${text}的校验位不符，请核对是否抄错。` }
  return code.orgCodeOk
    ? undefined
    : { code: 'W_ORG_CODE_CHECK', message: `统一社会信用代码${text}内的主体标识码校验位不符，个别旧码如此，请核对。` }
}

function oldResidentFault(text: string, [, year, month, day]: RegExpExecArray): IdentifierFault | undefined {
  try {
    Temporal.PlainDate.from(`19${year}-${month}-${day}`, { overflow: 'reject' })
    return undefined
  } catch {
    return { code: 'E_ID_BIRTHDATE', message: `15位证件号${text}中的出生日期不存在，请核对。` }
  }
}

/** A number cell keeps fifteen digits: a longer identifier is already damaged and is never repaired. */
export const wholeNumberText = (number: number): string | undefined =>
  Number.isInteger(number) && number >= 0 && number < 1e15 ? String(number) : undefined

const joinedNumbers = /^(?:[0-9A-Z]{17}[0-9A-Z]){2,}$/
const joinedPhones = /^(?:1\d{10}){2,}$/

/** Numbers separated by nothing but blanks, which cleaning has closed up. */
export function splitJoined(text: string, hadBlanks: boolean): string[] {
  if (!hadBlanks) return [text]
  if (joinedPhones.test(text)) return text.match(/.{11}/g) ?? [text]
  return joinedNumbers.test(text) ? (text.match(/.{18}/g) ?? [text]) : [text]
}

export const phoneText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff\-—–_()'’.]/g, '')
    .replace(/^(?:\+|00)86(?=1\d{10}$)/, '')

/** Mobile, landline with or without area code, 400 and 800 numbers; extensions after 转 or #. */
const phoneForm = /^(?:1\d{10}|0\d{9,11}|[2-9]\d{6,7}|[48]00\d{7})(?:(?:转|#|\*)\d{1,6})?$/
export const isPhone = (text: string): boolean => phoneForm.test(text)

/** Most cells hold one number as it should be: they need no taking apart. */
export const isPlainIdentifier = (text: string): boolean => text.length === 18 && eighteen.test(text)
export const isPlainPhone = (text: string): boolean => text.length === 11 && /^1\d{10}$/.test(text)

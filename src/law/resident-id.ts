import { daysInMonth } from './day-number.ts'
import { foldWidth } from './fold-width.ts'

export type Sex = 'male' | 'female'
export type ResidentIdFault = 'LENGTH' | 'CHARSET' | 'DATE' | 'CHECK'
export type ResidentId =
  | { readonly valid: true; readonly normalized: string; readonly birth: Temporal.PlainDate; readonly sex: Sex }
  | { readonly valid: false; readonly reason: ResidentIdFault }

/** GB 11643-1999, rule `id.resident`. */
export const residentIdWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
export const residentIdCheckSigns = '10X98765432'
const firstBirthYear = 1900

const seventeenDigits = /^\d{17}$/
const shape = /^[1-9]\d{16}[\dX]$/
const zero = 48

/** The eighteenth sign of a resident number, or undefined unless seventeen digits are given. */
export function residentIdCheckDigit(first17: string): string | undefined {
  if (!seventeenDigits.test(first17)) return undefined
  let sum = 0
  for (const [i, weight] of residentIdWeights.entries()) sum += weight * (first17.charCodeAt(i) - zero)
  return residentIdCheckSigns.charAt(sum % residentIdCheckSigns.length)
}

/**
 * Checks a resident number (公民身份号码). A right number does not prove that the person exists.
 *
 * The region is not looked up: old cards carry codes that no longer exist, and 9900xx marks invented persons.
 */
export function validateResidentId(id: string, today: Temporal.PlainDate): ResidentId {
  const normalized = foldWidth(id.trim()).toUpperCase()
  if (normalized.length !== 18) return { valid: false, reason: 'LENGTH' }
  if (!shape.test(normalized)) return { valid: false, reason: 'CHARSET' }
  const birth = birthIn(normalized)
  if (!birth || birth.year < firstBirthYear || Temporal.PlainDate.compare(birth, today) > 0) {
    return { valid: false, reason: 'DATE' }
  }
  if (residentIdCheckDigit(normalized.slice(0, 17)) !== normalized.charAt(17)) return { valid: false, reason: 'CHECK' }
  const sex = (normalized.charCodeAt(16) - zero) % 2 === 1 ? 'male' : 'female'
  return { valid: true, normalized, birth, sex }
}

function birthIn(number: string): Temporal.PlainDate | undefined {
  const [year, month, date] = [Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14))]
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined
  return new Temporal.PlainDate(year, month, date)
}

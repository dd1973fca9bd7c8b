import { foldWidth } from './fold-width.ts'

export type CreditCodeFault = 'LENGTH' | 'CHARSET' | 'CHECK'
export type CreditCode =
  | { readonly valid: true; readonly normalized: string; readonly orgCodeOk: boolean }
  | { readonly valid: false; readonly reason: CreditCodeFault }

export type OrgCode =
  | { readonly valid: true; readonly normalized: string }
  | { readonly valid: false; readonly reason: CreditCodeFault }

/** GB 32100-2015, rule `id.uscc`: no I, O, S, V, Z. */
export const creditCodeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditCodeBase = 3
/** GB 11714-1997. */
const orgCodeWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const
const orgCodeAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const orgCodeModulus = 11

const shape17 = new RegExp(`^[${creditCodeAlphabet}]{17}$`)
const shape18 = new RegExp(`^[${creditCodeAlphabet}]{18}$`)
const shape8 = /^[0-9A-Z]{8}$/

const normal = (code: string): string => foldWidth(code.trim()).toUpperCase()

/** The last sign of a unified social credit code, or undefined unless seventeen signs of its alphabet are given. */
export function usccCheckDigit(first17: string): string | undefined {
  const signs = normal(first17)
  if (!shape17.test(signs)) return undefined
  const modulus = creditCodeAlphabet.length
  let sum = 0
  let weight = 1
  for (const sign of signs) {
    sum += creditCodeAlphabet.indexOf(sign) * weight
    weight = (weight * creditCodeBase) % modulus
  }
  return creditCodeAlphabet.charAt((modulus - (sum % modulus)) % modulus)
}

/** The ninth sign of an organisation code, or undefined unless eight digits or capitals are given. */
export function orgCodeCheckDigit(first8: string): string | undefined {
  const signs = normal(first8)
  if (!shape8.test(signs)) return undefined
  let sum = 0
  for (const [i, weight] of orgCodeWeights.entries()) sum += weight * orgCodeAlphabet.indexOf(signs.charAt(i))
  const check = (orgCodeModulus - (sum % orgCodeModulus)) % orgCodeModulus
  return check === 10 ? 'X' : String(check)
}

/**
 * Checks a unified social credit code (统一社会信用代码).
 *
 * The organisation code inside has a check sign of its own; some codes were issued with a wrong one, so it only warns.
 */
export function validateUscc(code: string): CreditCode {
  const normalized = normal(code)
  if (normalized.length !== 18) return { valid: false, reason: 'LENGTH' }
  if (!shape18.test(normalized)) return { valid: false, reason: 'CHARSET' }
  if (usccCheckDigit(normalized.slice(0, 17)) !== normalized.charAt(17)) return { valid: false, reason: 'CHECK' }
  const orgCodeOk = orgCodeCheckDigit(normalized.slice(8, 16)) === normalized.charAt(16)
  return { valid: true, normalized, orgCodeOk }
}

/** An organisation code (组织机构代码) by itself, hyphen before the check sign allowed: MA000000-7. */
export function validateOrgCode(code: string): OrgCode {
  const normalized = normal(code).replace('-', '')
  if (normalized.length !== 9) return { valid: false, reason: 'LENGTH' }
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(normalized)) return { valid: false, reason: 'CHARSET' }
  if (orgCodeCheckDigit(normalized.slice(0, 8)) !== normalized.charAt(8)) return { valid: false, reason: 'CHECK' }
  return { valid: true, normalized }
}

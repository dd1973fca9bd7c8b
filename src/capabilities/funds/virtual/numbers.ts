/** How the court numbers its cases at the bank. */
export type Series = { readonly prefix: string; readonly digits: number }

/** The number of a serial; null when the series is used up. */
export function numberOf({ prefix, digits }: Series, serial: number): string | null {
  const tail = String(serial).padStart(digits, '0')
  return tail.length > digits ? null : `${prefix}${tail}`
}

/** Digits alone, however a bank or a person set them apart. */
export const digitsOf = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\-–—]/g, '')

const shortest = 10

/** Long runs of digits in the words of a payment: one of them may be an account number of ours. */
export const numbersIn = (words: string): readonly string[] =>
  words
    .normalize('NFKC')
    .split(/\D+/)
    .filter((run) => run.length >= shortest)

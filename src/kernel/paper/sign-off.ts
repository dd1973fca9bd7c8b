/** Who signs and when, with the blanks that follow each line at the right edge, in characters. */
export type SignOff = {
  readonly issuer: string | null
  readonly date: string | null
  readonly issuerBlank: number
  readonly dateBlank: number
}

/**
 * A sealed paper: the date leaves four characters at the right, the issuer stands centred over it (GB/T 9704—2012
 * clause 7.3.5.1). A long issuer keeps two characters of distance and the date moves in below its middle.
 */
export function signOff(issuer: string | null, date: string | null): SignOff | null {
  if (issuer === null && date === null) return null
  const overhang = (widthInCharacters(issuer ?? '') - widthInCharacters(date ?? '')) / 2
  const dateBlank = Math.max(4, 2 + overhang)
  return { issuer, date, dateBlank, issuerBlank: issuer === null || date === null ? 4 : dateBlank - overhang }
}

/** Han and full-width signs are one character wide, Latin letters and digits half. */
export const widthInCharacters = (text: string): number =>
  [...text].reduce((width, character) => width + (character < '\u2000' ? 0.5 : 1), 0)

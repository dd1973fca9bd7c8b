/**
 * Text from ledgers and forms carries anything. What no page can show, or what would turn a name around on it
 * (direction marks), is printed as a box: seen by the reader, never dropped. Line ends of all kinds become `\n`.
 */
export const printable = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .replaceAll('\t', ' ')
    .toWellFormed()
    .replace(unprintable, box)

export const box = '□'

const unprintable = /(?!\n)[\p{Cc}\p{Noncharacter_Code_Point}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd]/gu

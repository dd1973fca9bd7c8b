import { createHash } from 'node:crypto'
import { residentIdCheckDigit } from '#law/resident-id.ts'

/** A repeatable source of choices: the same word always draws the same. */
export type Lots = { readonly below: (limit: number) => number; readonly pick: <T>(from: readonly T[]) => T }

export function lotsFor(word: string): Lots {
  let turn = 0
  const below = (limit: number): number =>
    createHash('sha256').update(`${word}:${turn++}`).digest().readUInt32BE(0) % limit
  return {
    below,
    pick: (from) => {
      const chosen = from[below(from.length)]
      if (chosen === undefined) throw new RangeError('nothing to pick from')
      return chosen
    },
  }
}

/** First characters that are practically never surnames, so that nobody real is named. */
const surnames = [...'黛薰茗筠芷蘅霁渺岫漪翊砚绮煦沁']
const givenNames = ['一舟', '千叶', '半夏', '远岚', '知秋', '临溪', '望舒', '听雨', '扶摇', '怀瑾', '思齐', '景行']
const trades = ['建材', '餐饮', '农业', '物流', '装饰', '商贸']

export const inventedPerson = ({ pick }: Lots): string => `${pick(surnames)}${pick(givenNames)}`
export const inventedCompany = ({ pick }: Lots): string =>
  `虚岭县${pick(surnames)}${pick(surnames)}${pick(trades)}有限公司`

/** A resident number of an area that does not exist (9900xx), with a true check digit. */
export function inventedResidentId({ below }: Lots): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const first17 = `9900${two(below(90) + 1)}${1955 + below(48)}${two(below(12) + 1)}${two(below(28) + 1)}${String(below(1000)).padStart(3, '0')}`
  return `${first17}${residentIdCheckDigit(first17) ?? ''}`
}

/** Prefix 169, which no operator is known to use. */
export const inventedPhone = ({ below }: Lots): string => `169${String(below(100_000_000)).padStart(8, '0')}`

/** The same word gives the same record id, so that a seed begun twice files nothing twice. */
export function inventedId(word: string): string {
  const hex = createHash('sha256').update(`duixian demo ${word}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

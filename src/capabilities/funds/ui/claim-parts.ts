import { sumFen } from '#kernel/values/money.ts'
import type { ClaimKind } from '../claims/contract.ts'

/** One part of a line while it is being shared out: whose it will be, and how much of it. */
export type DraftPart = {
  readonly key: number
  readonly kind: ClaimKind
  readonly caseNumber: string
  /** Null while empty or unreadable. */
  readonly amountFen: bigint | null
}

export const sharedOut = (parts: readonly DraftPart[]): bigint => sumFen(parts.map(({ amountFen }) => amountFen ?? 0n))

/** What of the line no part has yet; less than nothing when the parts ask for more than there is. */
export const leftOf = (unclaimedFen: bigint, parts: readonly DraftPart[]): bigint => unclaimedFen - sharedOut(parts)

const nextKey = (parts: readonly DraftPart[]): number => Math.max(-1, ...parts.map(({ key }) => key)) + 1

/** One more part, which takes what is left. */
export function split(unclaimedFen: bigint, parts: readonly DraftPart[], caseNumber: string): readonly DraftPart[] {
  const left = leftOf(unclaimedFen, parts)
  return [...parts, { key: nextKey(parts), kind: 'case', caseNumber, amountFen: left > 0n ? left : null }]
}

/** A part changed by hand; the last other part takes up the rest as long as nobody typed a sum of its own there. */
export function change(
  unclaimedFen: bigint,
  parts: readonly DraftPart[],
  key: number,
  to: Partial<Omit<DraftPart, 'key'>>,
  typed: ReadonlySet<number>,
): readonly DraftPart[] {
  const changed = parts.map((part) => (part.key === key ? { ...part, ...to } : part))
  const taker = changed.findLast((part) => part.key !== key && !typed.has(part.key))
  if (!('amountFen' in to) || !taker) return changed
  const rest = leftOf(
    unclaimedFen,
    changed.filter((part) => part !== taker),
  )
  return changed.map((part) => (part === taker ? { ...part, amountFen: rest > 0n ? rest : null } : part))
}

/** Without this part; the only one that remains has all of it. */
export function without(unclaimedFen: bigint, parts: readonly DraftPart[], key: number): readonly DraftPart[] {
  const rest = parts.filter((part) => part.key !== key)
  return rest.length === 1 ? rest.map((part) => ({ ...part, amountFen: unclaimedFen })) : rest
}

/** The first candidate that no part has taken yet. */
export const nextCandidate = (numbers: readonly string[], parts: readonly DraftPart[]): string =>
  numbers.find((number) => !parts.some(({ caseNumber }) => caseNumber === number)) ?? ''

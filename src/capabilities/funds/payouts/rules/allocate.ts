/** A received sum with what nobody has yet asked for. */
export type FreeClaim = { readonly claimId: string; readonly freeFen: bigint }
export type Part = { readonly claimId: string; readonly amountFen: bigint }

/** Takes a sum from received sums in the order given, oldest first; null when they do not hold it. */
export function allocate(claims: readonly FreeClaim[], amountFen: bigint): readonly Part[] | null {
  const parts: Part[] = []
  let left = amountFen
  for (const { claimId, freeFen } of claims) {
    if (left === 0n) break
    const taken = freeFen < left ? freeFen : left
    if (taken <= 0n) continue
    parts.push({ claimId, amountFen: taken })
    left -= taken
  }
  return left === 0n ? parts : null
}

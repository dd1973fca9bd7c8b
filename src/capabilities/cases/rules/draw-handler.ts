import type { Draw } from '../facts.ts'

export type Candidate = {
  readonly staffId: string
  readonly openCases: number
  /** Why this person may not have this case; null when there is no bar. */
  readonly avoid: string | null
}

/**
 * Draws a handler among those without a bar, the less burdened more likely (随机分案，兼顾负荷与回避).
 *
 * Weight is 1 / (1 + open cases). Each candidate's lot depends on the seed and on that candidate alone, so the order of
 * the list does not matter, and the same seed and candidates give the same handler again. Returns null when all are barred.
 *
 * Source: 最高人民法院关于落实司法责任制完善审判监督管理机制的意见 (2017) on random assignment; weights are the court's own.
 */
export function drawHandler(
  candidates: readonly Candidate[],
  seed: string,
): { readonly handlerId: string; readonly draw: Draw } | null {
  const eligible = candidates
    .filter(({ avoid }) => avoid === null)
    .map(({ staffId, openCases }) => ({ staffId, openCases, weight: 1 / (1 + openCases) }))
    .toSorted((a, b) => (a.staffId < b.staffId ? -1 : 1))
  const lots = eligible.map((candidate) => ({
    ...candidate,
    lot: -Math.log(chance(`${seed}:${candidate.staffId}`)) / candidate.weight,
  }))
  const drawn = lots.toSorted((a, b) => a.lot - b.lot)[0]
  if (!drawn) return null
  const avoided = candidates.flatMap(({ staffId, avoid }) => (avoid === null ? [] : [{ staffId, reason: avoid }]))
  return { handlerId: drawn.staffId, draw: { seed, candidates: eligible, avoided } }
}

/** A number in (0, 1] from a text, the same everywhere: FNV-1a, then two rounds of mixing. */
function chance(text: string): number {
  let hash = 0x811c9dc5
  for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (((hash ^ (hash >>> 16)) >>> 0) + 1) / 0x1_0000_0000
}

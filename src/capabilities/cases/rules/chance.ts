import type { Candidate } from './draw-handler.ts'

/** How likely each candidate without a bar is to be drawn, in thousandths, by the weights of `drawHandler`. */
export function chanceOf(candidates: readonly Candidate[]): ReadonlyMap<string, number> {
  const eligible = candidates.filter(({ avoid }) => avoid === null)
  const weigh = ({ openCases }: Candidate): number => 1 / (1 + openCases)
  const total = eligible.reduce((sum, candidate) => sum + weigh(candidate), 0)
  return new Map(eligible.map((candidate) => [candidate.staffId, Math.round((weigh(candidate) / total) * 1000)]))
}

import type { Keeping } from '#capabilities/registers'
import { mayAnywhere } from '#kernel/occasion.ts'
import { earlyReleaseIsDecided } from '../problems.ts'

const early: ReadonlySet<string> = new Set(['履行义务提前解除', '达成和解提前解除', '承认错误提前解除'])

/** Whoever runs the custody records a release on the last day; one before it is the president's (解释 (2022) art. 182). */
export const byThePresident: NonNullable<Keeping['complete']> = async (_tx, entry, { actor, today }) =>
  early.has(String(entry['release'] ?? '')) && !mayAnywhere(actor, 'measures.decide')
    ? earlyReleaseIsDecided(today)
    : entry

import type { Head } from './header.ts'
import { normalHeading } from './heading.ts'
import type { Layout } from './layout.ts'
import type { Mapping, Remembered } from './mapping.ts'
import { mapColumns, typeShare } from './mapping.ts'
import type { Profile } from './profile.ts'

export type Guess = { readonly layout: Layout; readonly mapping: Mapping; readonly score: number }

/** A sheet is this ledger when its key is there and at most every fourth required column is missing. */
const leastCoverage = 0.75
const leastScore = 0.5
const leastColumns = 3
const scoreOfWhole = 0.75

/** How well each layout fits the sheet, best first. */
export function guessLayouts(
  layouts: readonly Layout[],
  head: Head,
  profiles: readonly Profile[],
  names: readonly string[],
  remembered: Remembered,
): Guess[] {
  const spoken = normalHeading(names.join(' '))
  return layouts
    .map((layout) => {
      const mapping = mapColumns(layout, head, profiles, remembered)
      return { layout, mapping, score: scoreOf(layout, mapping, profiles, spoken) }
    })
    .toSorted((a, b) => b.score - a.score)
}

function scoreOf(layout: Layout, { columns, missing }: Mapping, profiles: readonly Profile[], spoken: string): number {
  const mapped = columns.filter(({ field }) => field !== null)
  const precision = mapped.length / Math.max(1, columns.length)
  const hinted = layout.hints.some((hint) => spoken.includes(normalHeading(hint))) ? 1 : 0
  const keyAt = columns.findIndex(({ field }) => field !== null && field === layout.key)
  const keyProfile = profiles[keyAt]
  const types = layout.caseTypes.length === 0 ? 0.5 : keyProfile ? typeShare(keyProfile, layout) : 0
  return 0.4 * coverage(layout, missing) + 0.25 * precision + 0.15 * hinted + 0.2 * types
}

function coverage(layout: Layout, missing: readonly string[]): number {
  const required = layout.columns.filter((column) => column.required === true).length
  return required === 0 ? 0 : 1 - missing.length / required
}

/** The layout a sheet surely follows, or undefined: then a person chooses among the guesses. */
export function recognised(guesses: readonly Guess[]): Guess | undefined {
  const [best] = guesses
  if (!best) return undefined
  const { layout, mapping, score } = best
  const mapped = mapping.columns.filter(({ field }) => field !== null)
  const isSure =
    mapped.length >= leastColumns && score >= leastScore && coverage(layout, mapping.missing) >= leastCoverage
  return isSure && holdsKey(best) ? best : undefined
}

/**
 * Any text can look like the name of something; only case numbers prove themselves by their form. Where all the rest of
 * the ledger is there, its name is believed to be.
 */
function holdsKey({ layout, mapping, score }: Guess): boolean {
  if (layout.key === null) return true
  const held = mapping.columns.find(({ field }) => field === layout.key)
  const provesItself = layout.columns.some(({ field, type }) => field === layout.key && type === 'case-number')
  const isWhole = mapping.missing.length === 0 && score >= scoreOfWhole
  return held !== undefined && (held.by !== 'likeness' || provesItself || isWhole)
}

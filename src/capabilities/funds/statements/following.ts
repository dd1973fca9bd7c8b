import { formatYuan } from '#kernel/values/money.ts'
import { balanceBreaks, UnreadableStatement, type StatementLine } from './statement.ts'

type Following = { readonly lines: readonly StatementLine[]; readonly repeated: number }

/** What one line shares with no other unless it was exported twice. */
const contentOf = ({ serial, day, time, amountFen, balanceFen, peerName, peerAccount, summary, memo }: StatementLine) =>
  serial === null
    ? [day, time, amountFen, balanceFen, peerName, peerAccount, summary, memo].join('\u001f')
    : [serial, day, amountFen, balanceFen].join('\u001f')

/**
 * Lines in the order in which they happened, each once. Files run forwards or backwards, and a stretch may stand in one
 * twice; whichever reading lets every balance follow from the one before is the right one. Throws when none does. Where
 * the file says what it began and ended with, `moved` between them tells whether lines that are alike are one or two.
 */
export function inSequence(lines: readonly StatementLine[], moved?: bigint): Following {
  const once = withoutRepeats(lines)
  const areTwo = moved === undefined ? hasNoSerials(lines) : sumOf(lines) === moved
  const both = once.length < lines.length && areTwo ? [lines] : []
  const readings = moved === undefined ? [once, ...both] : [...both, once]
  const tried = readings.flatMap((reading) =>
    directions(reading).map((sequence) => ({ sequence, at: firstBreak(sequence) })),
  )
  const good = tried.find(({ at }) => at === null)
  if (good) return { lines: good.sequence, repeated: lines.length - good.sequence.length }
  const [nearest] = tried.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0))
  throw new UnreadableStatement(breakAt(nearest?.sequence ?? lines, nearest?.at ?? 0))
}

const hasNoSerials = (lines: readonly StatementLine[]): boolean => lines.some(({ serial }) => serial === null)

function withoutRepeats(lines: readonly StatementLine[]): readonly StatementLine[] {
  const seen = new Set<string>()
  return lines.filter((line) => {
    // Without number and balance two equal lines may well be two payments.
    if (line.serial === null && line.balanceFen === null) return true
    const content = contentOf(line)
    if (seen.has(content)) return false
    seen.add(content)
    return true
  })
}

function directions(lines: readonly StatementLine[]): readonly (readonly StatementLine[])[] {
  const first = lines[0]?.day ?? ''
  const last = lines.at(-1)?.day ?? ''
  const backwards = lines.toReversed()
  if (first < last) return [lines, byTime(lines)]
  if (first > last) return [backwards, byTime(backwards)]
  return [lines, backwards, byTime(lines)]
}

const momentOf = ({ day, time }: StatementLine): string => `${day} ${time ?? ''}`
const byTime = (lines: readonly StatementLine[]): readonly StatementLine[] =>
  lines.toSorted((a, b) => (momentOf(a) < momentOf(b) ? -1 : momentOf(a) > momentOf(b) ? 1 : 0))

/** Index of the first line whose balance does not follow; null when all do. */
function firstBreak(lines: readonly StatementLine[]): number | null {
  let held: bigint | null = null
  for (const [at, { amountFen, balanceFen }] of lines.entries()) {
    const expected: bigint | null = held === null ? null : held + amountFen
    if (expected !== null && balanceFen !== null && balanceFen !== expected) return at
    held = balanceFen ?? expected
  }
  return null
}

function breakAt(lines: readonly StatementLine[], at: number) {
  let held: bigint | null = null
  for (const { amountFen, balanceFen } of lines.slice(0, at))
    held = balanceFen ?? (held === null ? null : held + amountFen)
  const line = lines[at]
  return balanceBreaks(
    line?.row ?? 0,
    formatYuan(line?.balanceFen ?? 0n),
    formatYuan((held ?? 0n) + (line?.amountFen ?? 0n)),
  )
}

/** What the account held before the first line, when any balance tells. */
export function openingOf(lines: readonly StatementLine[]): bigint | null {
  let moved = 0n
  for (const { amountFen, balanceFen } of lines) {
    moved += amountFen
    if (balanceFen !== null) return balanceFen - moved
  }
  return null
}

export const sumOf = (lines: readonly StatementLine[]): bigint =>
  lines.reduce((sum, { amountFen }) => sum + amountFen, 0n)

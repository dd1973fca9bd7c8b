/** What a bench found: ours against the bare thing, in the same run, and whether the goal was met. */
export type Result = {
  readonly name: string
  readonly size: string
  /** Seconds, or calls a second; the unit says which. */
  readonly unit: 's' | '/s' | 'MB'
  readonly ours: number
  readonly bare: number | null
  /** Ours to bare, the way the goal speaks of it; null for a figure that stands alone. */
  readonly ratio: number | null
  readonly goal: { readonly atMost: number } | { readonly atLeast: number } | null
  readonly met: boolean | null
  /** Printed beside: percentiles, other baselines, where the time goes. */
  readonly beside: Readonly<Record<string, number | string>>
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const [low = 0, high = 0] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return (low + high) / 2
}

export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

/** Both sides turn by turn, so that a neighbour who takes the machine for a while takes it from both. */
export async function inTurns(
  runs: number,
  ours: (run: number) => Promise<number>,
  bare: (run: number) => Promise<number>,
): Promise<{ readonly ours: number; readonly bare: number }> {
  const [mine, theirs]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run++) {
    theirs.push(await bare(run))
    mine.push(await ours(run))
  }
  return { ours: median(mine), bare: median(theirs) }
}

type Told = Pick<Result, 'name' | 'size' | 'unit' | 'ours'> & Partial<Pick<Result, 'bare' | 'goal' | 'beside'>>

/** A ratio for seconds is ours to bare (at most); for rates it is ours to bare (at least). */
export function result({ bare = null, goal = null, beside = {}, ...rest }: Told): Result {
  const ratio = bare === null ? null : rest.ours / bare
  const judged = ratio ?? rest.ours
  const met = goal === null ? null : 'atMost' in goal ? judged <= goal.atMost : judged >= goal.atLeast
  return { ...rest, bare, ratio, goal, met, beside }
}

const figure = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(4)

export function line({ name, size, unit, ours, bare, ratio, goal, met, beside }: Result): string {
  const wanted = goal === null ? '' : 'atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`
  const mark = met === null ? ' ' : met ? '✓' : '✗'
  const extra = Object.entries(beside).map(
    ([key, value]) => `${key} ${typeof value === 'number' ? figure(value) : value}`,
  )
  const columns = [
    `${mark} ${name.padEnd(34)}`,
    size.padStart(8),
    `${figure(ours)} ${unit}`.padStart(12),
    (bare === null ? '' : `${figure(bare)} ${unit}`).padStart(12),
    (ratio === null ? '' : ratio.toFixed(2)).padStart(6),
    wanted.padStart(7),
  ]
  return `${columns.join(' ')}   ${extra.join(' · ')}`.trimEnd()
}

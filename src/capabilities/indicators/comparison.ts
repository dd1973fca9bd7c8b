import type { z } from 'zod'
import type { Tx } from '#kernel/database/transaction.ts'
import { benchmarksFor, measures, rankMeasure, type Benchmark } from './benchmarks.ts'
import type { Comparison } from './contract.ts'
import type { Period } from './period.ts'
import { indicatorValues } from './values.ts'

export type Compared = z.input<typeof Comparison>
type Line = Compared['measures'][number]

/**
 * This court beside the means that others published for the same period. What was imported about this court and what is
 * counted here stand in two columns and are never mixed; the comparison is of imported with imported.
 */
export async function comparisonFor(tx: Tx, period: Period): Promise<Compared> {
  const table = await benchmarksFor(tx, period.from.toString(), period.to.toString())
  const counted = new Map(
    (await indicatorValues(tx, period)).flatMap(({ id, variant, value }) =>
      variant === 'printed' ? [[id, value] as const] : [],
    ),
  )
  const own = table.find((line) => line.own)
  const found = new Set(table.flatMap(({ figures }) => Object.keys(figures)))
  const known = Object.keys(measures).filter((heading) => found.has(heading))
  const headings = [...new Set([...known, ...found])]
  const lines = headings.map((measure) => lineOf(measure, table, counted))
  const compared = lines.flatMap(({ better }) => (better === null ? [] : [better]))
  return {
    measures: lines,
    allBetter: compared.length === 0 ? null : compared.every(Boolean),
    rank: own?.figures[rankMeasure] ?? null,
    courts: table.filter(({ kind }) => kind === 'court').length,
    publisher: table[0]?.publisher ?? null,
    publishedOn: table[0]?.publishedOn ?? null,
    source: table[0]?.source ?? null,
  }
}

function lineOf(measure: string, table: readonly Benchmark[], counted: ReadonlyMap<string, string | null>): Line {
  const { indicatorId, direction } = measures[measure] ?? { indicatorId: null, direction: 'neutral' as const }
  const of = (line: Benchmark | undefined) => line?.figures[measure] ?? null
  const imported = of(table.find(({ own }) => own))
  const provinceMean = of(table.find(({ kind }) => kind === 'province-mean'))
  return {
    measure,
    indicatorId,
    direction,
    counted: (indicatorId !== null && counted.get(indicatorId)) || null,
    imported,
    cityMean: of(table.find(({ kind }) => kind === 'city-mean')),
    provinceMean,
    better: isBetter(imported, provinceMean, direction),
    courts: table.filter((line) => line.kind === 'court' && of(line) !== null).length,
  }
}

/** Better than the mean, by the measure's own direction; an equal value is not better. */
export function isBetter(own: string | null, mean: string | null, direction: Line['direction']): boolean | null {
  if (own === null || mean === null || direction === 'neutral') return null
  return direction === 'up' ? Number(own) > Number(mean) : Number(own) < Number(mean)
}

/** What all courts of the table have together; null when one of them is missing or none is there. */
export async function importedTotal(
  tx: Tx,
  period: Period,
  measure: string,
): Promise<{ readonly own: string; readonly total: string } | null> {
  const table = await benchmarksFor(tx, period.from.toString(), period.to.toString())
  const courts = table.filter(({ kind }) => kind === 'court')
  const own = courts.find((line) => line.own)?.figures[measure]
  const figures = courts.flatMap(({ figures }) => figures[measure] ?? [])
  if (own === undefined || figures.length < courts.length || !figures.every((text) => /^\d+$/.test(text))) return null
  return { own, total: figures.reduce((sum, text) => sum + BigInt(text), 0n).toString() }
}

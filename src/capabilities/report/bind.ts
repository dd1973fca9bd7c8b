import type { Period } from '#capabilities/indicators'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { catalogue, periodWords } from './catalogue.ts'
import { reckonDeclared } from './count.ts'
import type { Ground, Reckoned } from './figure.ts'
import { publishedFor } from './published.ts'
import { differencesOf, type Difference } from './rules/differences.ts'

/** A figure of the report with everything a reader may ask of it. Not on record: `ground` is null. */
export type BoundFigure = Omit<Reckoned, 'ground' | 'printed' | 'periodText' | 'doubt'> & {
  readonly id: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly periodText: string
  readonly printed: string | null
  readonly doubt: string | null
  readonly ground: Ground | null
  readonly published: string | null
  readonly publishedIn: string | null
}

export type Binding = { readonly figures: readonly BoundFigure[]; readonly differences: readonly Difference[] }

/** Every figure of the catalogue, reckoned now from whatever rooms there are. */
export async function bindFigures(tx: Tx, period: Period, occasion: Occasion): Promise<Binding> {
  const sources = tx.platform.registry.gather('figures')
  const declared = sources.flatMap((source) => ('reckon' in source ? [] : [source]))
  const reckoned: Record<string, Reckoned> = { ...(await reckonDeclared(tx, declared, period)) }
  for (const source of sources) {
    if ('reckon' in source) Object.assign(reckoned, await source.reckon(tx, period, occasion))
  }
  const published = publishedFor(tx.court, period.from, period.to)
  const figures = catalogue.map(({ id, title, period: kind, keptBy }): BoundFigure => {
    const found = reckoned[id]
    return {
      id,
      title,
      periodText: found?.periodText ?? periodWords(kind, period.from, period.to),
      printed: found?.printed ?? null,
      doubt: found?.doubt ?? null,
      ground: found?.ground ?? null,
      parts: found?.parts ?? [],
      formula: found?.formula ?? `尚无记录支持：由${keptBy.zh}提供`,
      source: found?.source ?? '—',
      published: published?.figures[id] ?? null,
      publishedIn: published?.source ?? null,
    }
  })
  const printed = figures.flatMap(({ id, printed }) => (printed === null ? [] : [[id, printed] as const]))
  return { figures, differences: differencesOf(published?.figures ?? {}, new Map(printed)) }
}

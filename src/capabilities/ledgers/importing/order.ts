import type { Layout } from '../reading/index.ts'

/** Kinds of ledgers in the order in which they go in: as the rooms stand, and after what a layout names. */
export function kindOrder(layouts: readonly Pick<Layout, 'kind' | 'after'>[]): readonly string[] {
  const placed = new Set<string>()
  const waiting = new Set(layouts)
  while (waiting.size > 0) {
    const known = new Set([...waiting].map(({ kind }) => kind))
    const next = [...waiting].find(({ after }) => after.every((kind) => !known.has(kind)))
    if (!next) throw new Error(`ledgers wait for one another: ${[...known].join(', ')}`)
    placed.add(next.kind)
    waiting.delete(next)
  }
  return [...placed]
}

/** Where a sheet stands in that order; what is no known ledger comes last. */
export function placeOf(
  { layout }: { readonly layout: Pick<Layout, 'kind'> | null },
  order: readonly string[],
): number {
  const place = layout === null ? -1 : order.indexOf(layout.kind)
  return place === -1 ? order.length : place
}

import { createHash } from 'node:crypto'
import { findHead, headEndingAt, headSearchRows, type Head } from './header.ts'
import { normalHeading } from './heading.ts'
import type { Layout } from './layout.ts'
import type { RawRow } from './raw.ts'

/** What kind of ledger sheets of this shape are, as people said: fingerprint of the head → kind. */
export type ToldKinds = ReadonlyMap<string, string>

/** The shape of a sheet: its headings, in whatever order and however written. One heading alone is no shape. */
export function fingerprintOf({ columns }: Head): string | undefined {
  const headings = new Set(
    columns.map(({ group, leaf }) => normalHeading(`${group} ${leaf}`)).filter((name) => name !== ''),
  )
  if (headings.size < 2) return undefined
  return createHash('sha256')
    .update([...headings].toSorted().join('|'))
    .digest('hex')
}

/** The head among the first rows whose shape somebody has named before, and what they called it. */
export function toldBefore(
  top: readonly RawRow[],
  layouts: readonly Layout[],
  told: ToldKinds,
): { readonly head: Head; readonly kind: string } | undefined {
  if (told.size === 0) return undefined
  const pointedAt = top.slice(0, headSearchRows).map(({ rowNumber }) => headEndingAt(top, rowNumber))
  for (const head of [findHead(top, layouts), ...pointedAt]) {
    const shape = head && fingerprintOf(head)
    const kind = shape === undefined ? undefined : told.get(shape)
    if (head && kind !== undefined && layouts.some((layout) => layout.kind === kind)) return { head, kind }
  }
  return undefined
}

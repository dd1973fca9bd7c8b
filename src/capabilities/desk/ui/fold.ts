import type { DeskRow } from '../contract.ts'

/** A line of the board: one row, or alike rows that can be done together. */
export type Line = { readonly key: string; readonly rows: readonly [DeskRow, ...DeskRow[]] }

const fewest = 3

/**
 * Alike rows in one line: the same act of one rule on the same day, when nobody is in custody and nothing is late or
 * urgent. What presses stands by itself.
 */
export function fold(rows: readonly DeskRow[], wanted: boolean): readonly Line[] {
  const groups = new Map<string, DeskRow[]>()
  for (const row of rows) {
    const calm = row.state === 'due' || row.state === 'open'
    const key = wanted && calm && row.act.command !== undefined ? `${row.group} ${row.dueOn}` : row.id
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups].flatMap(([key, [first, ...rest]]) => {
    if (!first) return []
    if (rest.length + 1 >= fewest) return [{ key, rows: [first, ...rest] as const }]
    return [first, ...rest].map((row) => ({ key: row.id, rows: [row] as const }))
  })
}

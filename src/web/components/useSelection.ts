import { useRef, useState } from 'react'

export type Selection<Row> = {
  readonly chosen: readonly Row[]
  readonly has: (row: Row) => boolean
  readonly all: 'none' | 'some' | 'all'
  /** Turns one row; `range` turns all between the last one turned and this. */
  readonly turn: (row: Row, range?: boolean) => void
  readonly turnAll: () => void
  readonly clear: () => void
}

/** Rows chosen for a bulk act, kept while the reader scrolls on. */
export function useSelection<Row>(rows: readonly Row[], rowKey: (row: Row) => string): Selection<Row> {
  const [kept, setKept] = useState<ReadonlyMap<string, Row>>(new Map())
  const last = useRef<string>(undefined)
  const between = (row: Row): readonly Row[] => {
    const from = rows.findIndex((other) => rowKey(other) === last.current)
    const to = rows.indexOf(row)
    return from < 0 ? [row] : rows.slice(Math.min(from, to), Math.max(from, to) + 1)
  }
  const turn = (row: Row, range = false) => {
    const wanted = !kept.has(rowKey(row))
    const next = new Map(kept)
    for (const each of range ? between(row) : [row]) {
      if (wanted) next.set(rowKey(each), each)
      else next.delete(rowKey(each))
    }
    last.current = rowKey(row)
    setKept(next)
  }
  const all = kept.size === 0 ? 'none' : rows.every((row) => kept.has(rowKey(row))) ? 'all' : 'some'
  return {
    chosen: [...kept.values()],
    has: (row) => kept.has(rowKey(row)),
    all,
    turn,
    turnAll: () => setKept(all === 'all' ? new Map() : new Map(rows.map((row) => [rowKey(row), row]))),
    clear: () => setKept(new Map()),
  }
}

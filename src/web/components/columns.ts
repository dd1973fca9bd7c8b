import { useState, type ReactNode } from 'react'
import type { Label } from '#kernel/values/labels.ts'

export type Column<Row> = {
  readonly id: string
  readonly title: Label
  readonly cell: (row: Row) => ReactNode
  /** In pixels; a column without one takes what is left. */
  readonly width?: number
  /** Figures stand at the right. */
  readonly right?: boolean
  /** The server's name of the order this head gives. */
  readonly sort?: string
  /** Key among the sums of the list; the sum line shows it as money. */
  readonly sum?: string
  /** When the sum is no money: days, pieces. */
  readonly sumText?: (sum: string) => string
  /** Off until chosen. */
  readonly hidden?: boolean
}

const flexible = 150

/** Under this a table scrolls sideways instead of squeezing. */
export const leastWidth = <Row>(columns: readonly Column<Row>[]): number =>
  columns.reduce((sum, { width = flexible }) => sum + width, 0)

const place = (list: string) => `duixian.columns.${list}`

/** Which columns a person wants in a list, kept in this browser. */
export function useShownColumns<Row>(list: string, columns: readonly Column<Row>[]) {
  const [chosen, setChosen] = useState(() => kept(list))
  const isShown = ({ id, hidden = false }: Column<Row>) => chosen[id] ?? !hidden
  const show = (id: string, shown: boolean) => {
    const next = { ...chosen, [id]: shown }
    setChosen(next)
    localStorage.setItem(place(list), JSON.stringify(next))
  }
  return { shown: columns.filter(isShown), isShown, show }
}

function kept(list: string): Readonly<Record<string, boolean>> {
  try {
    return JSON.parse(localStorage.getItem(place(list)) ?? '{}')
  } catch {
    return {}
  }
}

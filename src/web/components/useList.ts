import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { exportHref, rowsOptions, totalsOptions, type ListContract, type Totals } from '../api.ts'

export type List<Row> = {
  readonly name: string
  readonly rows: readonly Row[]
  /** How many rows lie above the first one kept. */
  readonly above: number
  readonly hasBelow: boolean
  readonly totals: Totals | undefined
  readonly sort: string | null
  readonly setSort: (sort: string) => void
  readonly below: () => void
  readonly restoreAbove: () => void
  readonly isPending: boolean
  readonly error: unknown
  readonly retry: () => void
  /** The whole list as an Excel file, in this order. */
  readonly exportHref: string
}

/** Rows of a list in windows by key, its total and sums, and its order. */
export function useList<I extends z.ZodObject, R extends z.ZodObject>(
  contract: ListContract<I, R>,
  input: z.output<I>,
  { sort: first = null }: { readonly sort?: string | null } = {},
): List<z.output<R>> {
  const [sort, setSort] = useState(first)
  const query = useInfiniteQuery(rowsOptions(contract, input, sort))
  const totals = useQuery(totalsOptions(contract, input))
  const pages = query.data?.pages ?? []
  return {
    name: contract.name,
    rows: pages.flatMap(({ rows }) => rows),
    above: pages[0]?.at ?? 0,
    hasBelow: query.hasNextPage,
    totals: totals.data,
    sort,
    setSort,
    below: () => void (query.hasNextPage && !query.isFetching && query.fetchNextPage()),
    restoreAbove: () => void (query.hasPreviousPage && !query.isFetching && query.fetchPreviousPage()),
    isPending: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
    exportHref: exportHref(contract, input, sort),
  }
}

/** The same order the other way round. */
export const reversed = (sort: string): string => (sort.startsWith('-') ? sort.slice(1) : `-${sort}`)

import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { z } from 'zod'
import { newId } from '#kernel/values/ids.ts'
import type { Label } from '#kernel/values/labels.ts'
import { call } from './http.ts'
import type { Problem } from './problem.ts'

type Shape = z.ZodObject

/** A list of the server as the browser knows it: its name and the schemas that the room's contract shares. */
export type ListContract<Input extends Shape, Row extends Shape> = {
  readonly name: `${string}.${string}`
  readonly input: Input
  readonly row: Row
}
export type ReadingContract<Input extends Shape, Output extends z.ZodType> = {
  readonly name: `${string}.${string}`
  readonly input: Input
  readonly output: Output
}
export type CommandContract<Input extends Shape, Answer extends z.ZodType = z.ZodUnknown> = {
  readonly name: `${string}.${string}`
  /** The words on the button, the same as in the journal and in the refusal. */
  readonly title: Label
  readonly input: Input
  readonly answer?: Answer
}

export const listContract = <I extends Shape, R extends Shape>(contract: ListContract<I, R>) => contract
export const readingContract = <I extends Shape, O extends z.ZodType>(contract: ReadingContract<I, O>) => contract
export const commandContract = <I extends Shape, A extends z.ZodType = z.ZodUnknown>(contract: CommandContract<I, A>) =>
  contract

export type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null; readonly at: number }
/** Where a window begins, and where the one above it does. */
type Position = { readonly after: string | null; readonly at: number; readonly above: Position | null }

export const windowSize = 200
/** Windows kept in memory; those further up are fetched again when the reader returns. */
const windowsKept = 10

const address = (name: string, input: Shape, value: unknown, more: Readonly<Record<string, string>> = {}) =>
  `/api/queries/${name}?${new URLSearchParams({ input: JSON.stringify(z.encode(input, value as never)), ...more })}`

const readers = new WeakMap<z.ZodType, number>()
let readersKnown = 0
/** Two rooms may read different parts of one answer: each has its own in the cache, and never the other's. */
function readBy(shape: z.ZodType): number {
  const known = readers.get(shape)
  if (known !== undefined) return known
  readers.set(shape, ++readersKnown)
  return readersKnown
}

/** Rows of a list in windows of 200 by key. `sort` is a column, or `-column` for the other way round. */
export function rowsOptions<I extends Shape, R extends Shape>(
  { name, input, row }: ListContract<I, R>,
  value: z.output<I>,
  sort: string | null = null,
) {
  const Answer = z.object({ rows: z.array(row), next: z.string().nullable() })
  return infiniteQueryOptions({
    queryKey: [name, z.encode(input, value), { sort, readBy: readBy(row) }],
    initialPageParam: { after: null, at: 0, above: null } as Position,
    maxPages: windowsKept,
    queryFn: async ({ pageParam, signal }): Promise<Page<z.output<R>>> => {
      const more = {
        limit: String(windowSize),
        ...(sort && { sort }),
        ...(pageParam.after && { after: pageParam.after }),
      }
      const page = Answer.parse(await call(address(name, input, value, more), { signal }))
      return { ...page, at: pageParam.at }
    },
    getNextPageParam: (last, _pages, position): Position | null =>
      last.next === null ? null : { after: last.next, at: last.at + last.rows.length, above: position },
    getPreviousPageParam: (_first, _pages, position): Position | null => position.above,
  })
}

const Totals = z.object({
  total: z.number(),
  sums: z.record(z.string(), z.string()).default({}),
  apart: z.record(z.string(), z.number()).default({}),
})
/** How many rows there are, the sums of their money columns in fen, and what many rows name once. */
export type Totals = z.output<typeof Totals>

export const totalsOptions = <I extends Shape, R extends Shape>(
  { name, input }: ListContract<I, R>,
  value: z.output<I>,
) =>
  queryOptions({
    queryKey: [name, z.encode(input, value), 'totals'],
    queryFn: async ({ signal }) =>
      Totals.parse(await call(address(name, input, value, { total: '1', limit: '1' }), { signal })),
  })

/** The same list as an Excel file in the court's own layout. */
export const exportHref = <I extends Shape, R extends Shape>(
  { name, input }: ListContract<I, R>,
  value: z.output<I>,
  sort: string | null = null,
): string => address(`${name}.xlsx`, input, value, sort ? { sort } : {})

/** A question with one answer: `useSuspenseQuery(queryOptionsFor(caseHead, { caseId }))`. */
export const queryOptionsFor = <I extends Shape, O extends z.ZodType>(
  { name, input, output }: ReadingContract<I, O>,
  value: z.output<I>,
) =>
  queryOptions({
    queryKey: [name, z.encode(input, value), { readBy: readBy(output) }],
    queryFn: async ({ signal }): Promise<z.output<O>> =>
      output.parse(await call(address(name, input, value), { signal })),
  })

/** What the server says of a change it made. */
export type Receipt<Answer = unknown> = {
  readonly type: string
  /** `case:0192…` */
  readonly subject: string
  /** Number of the journal entry. */
  readonly seq: string
  readonly answer: Answer
}
const ReceiptShape = z.object({
  type: z.string(),
  subject: z.string(),
  seq: z.string(),
  answer: z.unknown().optional(),
})

export async function give<I extends Shape, A extends z.ZodType>(
  { name, input, answer }: CommandContract<I, A>,
  value: z.output<I>,
  { key, version }: { readonly key: string; readonly version?: number | undefined },
): Promise<Receipt<z.output<A>>> {
  const headers = { 'idempotency-key': key, ...(version !== undefined && { 'if-match': `"${version}"` }) }
  const receipt = ReceiptShape.parse(
    await call(`/api/commands/${name}`, { method: 'POST', body: z.encode(input, value), headers }),
  )
  return { ...receipt, answer: (answer ? answer.parse(receipt.answer) : receipt.answer) as z.output<A> }
}

/**
 * A command as a button or form gives it. The key is made when the form opens, so a second click, a retry and a new
 * sign-in in between are still one act; after a success the next act gets a key of its own.
 * `inTurn` is for acts that follow each other faster than the server answers: each waits for the one before.
 */
export function useCommand<I extends Shape, A extends z.ZodType = z.ZodUnknown>(
  contract: CommandContract<I, A>,
  { inTurn = false }: { readonly inTurn?: boolean } = {},
) {
  const client = useQueryClient()
  const key = useRef(newId())
  return useMutation<
    Receipt<z.output<A>>,
    Problem,
    { readonly input: z.output<I>; readonly version?: number | undefined }
  >({
    ...(inTurn && { scope: { id: contract.name } }),
    mutationFn: ({ input, version }) => give(contract, input, { key: key.current, version }),
    onSuccess: () => {
      key.current = newId()
      void client.invalidateQueries()
    },
  })
}

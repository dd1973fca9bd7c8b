import type { Kysely, RawBuilder, SelectQueryBuilder } from 'kysely'
import { z } from 'zod'
import type { RecordKind } from './command.ts'
import type { Tables } from './database/tables.ts'
import type { Tx } from './database/transaction.ts'
import { mayTouch, type Occasion } from './occasion.ts'
import { isRefusal, type Refusal } from './problem.ts'
import type { Registry } from './registry.ts'
import { outsideScope } from './pipeline/problems.ts'
import type { Label } from './values/labels.ts'

type Shape = z.ZodObject

/** Which columns of a row say whose it is. A grant with a scope that is not named here gives no rows. */
export type RowScope<Column extends string> = {
  readonly own?: readonly Column[]
  readonly team?: Column
  readonly unit?: Column
}

/** Reads `-filedOn` as descending. Every order ends in a unique column. */
type Key<Column extends string> = Column | `-${Column}`

// oxlint-disable-next-line typescript/no-explicit-any -- kysely's own types for "any query over our tables"
type Rows = SelectQueryBuilder<any, any, any>

export type ListSpec<Input extends Shape, Row extends Shape> = {
  readonly name: string
  readonly title: Label
  readonly may: string
  readonly input: Input
  /** A row as it crosses the wire: digits for money, ISO text for days. */
  readonly row: Row
  /** A query that has not run. The kernel adds scope, order, key paging and the limit. */
  readonly rows: (db: Kysely<Tables>, input: z.output<Input>, occasion: Occasion, registry: Registry) => Rows
  readonly scope: RowScope<keyof z.input<Row> & string>
  /** The orders a reader may choose; the first is the default. Columns in an order are never null. */
  readonly orders: readonly (readonly Key<keyof z.input<Row> & string>[])[]
  /** Columns the sum line adds up. */
  readonly sums?: readonly (keyof z.input<Row> & string)[]
  /** What the sum line counts once however many rows name it: what tells one from another, of the columns of `listed`. */
  readonly apart?: Readonly<Record<string, RawBuilder<unknown>>>
  /** Headings on screen and in the Excel export, in order. Columns not named stay off both. */
  readonly columns: Readonly<Partial<Record<keyof z.input<Row> & string, Label>>>
}

export type ReadingSpec<Input extends Shape, Output extends z.ZodType> = {
  readonly name: string
  readonly title: Label
  readonly may: string
  readonly input: Input
  readonly output: Output
  /** Without it, the permission must be held on the whole court. `anyone` leaves the narrowing to `read`. */
  readonly reach?: 'court' | 'anyone'
  readonly read: (tx: Tx, input: z.output<Input>, occasion: Occasion) => Promise<z.input<Output> | Refusal>
}

export type RecordReadingSpec<Rec, Input extends Shape, Output extends z.ZodType> = Omit<
  ReadingSpec<Input, Output>,
  'read' | 'reach'
> & {
  readonly record: RecordKind<Rec>
  readonly read: (tx: Tx, record: Rec, input: z.output<Input>, occasion: Occasion) => Promise<z.input<Output> | Refusal>
}

export type ListQuery = {
  readonly shape: 'list'
  readonly name: string
  readonly title: Label
  readonly may: string
  readonly input: Shape
  readonly row: Shape
  readonly rows: (db: Kysely<Tables>, input: unknown, occasion: Occasion, registry: Registry) => Rows
  readonly scope: RowScope<string>
  readonly orders: readonly (readonly string[])[]
  readonly sums: readonly string[]
  readonly apart: Readonly<Record<string, RawBuilder<unknown>>>
  readonly columns: Readonly<Record<string, Label>>
}

export type ReadingQuery = {
  readonly shape: 'reading'
  readonly name: string
  readonly title: Label
  readonly may: string
  readonly input: Shape
  readonly output: z.ZodType
  readonly reach: 'court' | 'anyone' | 'record'
  readonly read: (tx: Tx, input: unknown, occasion: Occasion) => Promise<unknown>
}

/** A file made on demand: a sheet, a document. */
export type DownloadQuery = Omit<ReadingQuery, 'shape' | 'output' | 'read'> & {
  readonly shape: 'download'
  readonly mediaTypes: readonly string[]
  readonly read: (tx: Tx, input: unknown, occasion: Occasion) => Promise<Download | Refusal>
}

export type Download = { readonly bytes: Uint8Array; readonly mediaType: string; readonly fileName: string }

export type Query = ListQuery | ReadingQuery | DownloadQuery

/** A question whose answer is a list that may grow for ever. */
export function query<Input extends Shape, Row extends Shape>(spec: ListSpec<Input, Row>): ListQuery {
  return {
    shape: 'list',
    ...spec,
    rows: (db, input, occasion, registry) => spec.rows(db, input as z.output<Input>, occasion, registry),
    sums: spec.sums ?? [],
    apart: spec.apart ?? {},
    columns: spec.columns as Readonly<Record<string, Label>>,
  }
}

/** A question with one answer of bounded size. */
export function reading<Input extends Shape, Output extends z.ZodType>(spec: ReadingSpec<Input, Output>): ReadingQuery {
  return {
    shape: 'reading',
    ...spec,
    reach: spec.reach ?? 'court',
    read: (tx, input, occasion) => spec.read(tx, input as z.output<Input>, occasion),
  }
}

/** A question about one record: found and checked against the caller's scope before anything is read. */
export function recordReading<Rec, Input extends Shape, Output extends z.ZodType>(
  spec: RecordReadingSpec<Rec, Input, Output>,
): ReadingQuery {
  const { record: kind } = spec
  return {
    shape: 'reading',
    name: spec.name,
    title: spec.title,
    may: spec.may,
    input: spec.input.extend({ [kind.idField]: z.uuid() }),
    output: spec.output,
    reach: 'record',
    read: async (tx, raw, occasion) => {
      const input = raw as z.output<Input> & Record<string, string>
      const record = await kind.load(tx, String(input[kind.idField]), false)
      if (isRefusal(record)) return record
      if (!mayTouch(occasion.actor, spec.may, kind.belongs(record))) return outsideScope(spec.title)
      return spec.read(tx, record, input, occasion)
    },
  }
}

export type DownloadSpec<Input extends Shape> = Omit<ReadingSpec<Input, z.ZodType>, 'output' | 'read'> & {
  readonly mediaTypes: readonly string[]
  readonly read: (tx: Tx, input: z.output<Input>, occasion: Occasion) => Promise<Download | Refusal>
}

export function download<Input extends Shape>(spec: DownloadSpec<Input>): DownloadQuery {
  return {
    shape: 'download',
    ...spec,
    reach: spec.reach ?? 'court',
    read: (tx, input, occasion) => spec.read(tx, input as z.output<Input>, occasion),
  }
}

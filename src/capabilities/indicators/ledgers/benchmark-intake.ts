import type { BatchRef, Current, Intake, IntakeRow } from '#capabilities/ledgers'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/fact.ts'
import type { Occasion } from '#kernel/occasion.ts'
import { newId } from '#kernel/values/ids.ts'
import { placeKindOf } from '../benchmarks.ts'
import { benchmarks } from './benchmarks.ts'

/** Columns that hold a figure, by field, with the heading under which it is kept. */
const headings = benchmarks.columns.filter(({ field }) => field !== 'court')

/** Tables of other bodies: a line per court or average. The same place of another period is another line. */
export const benchmarkIntake: Intake = {
  // A line is the same when it is of the same place; which period it is of, the sheet says.
  layout: { ...benchmarks, marks: (record) => [String(record['court'])] },
  tables: [{ name: 'indicators_benchmark', owner: 'benchmark_id' }],
  current: currentOf,
  create: (tx, rows, batch, occasion) => save(tx, rows, batch, occasion),
  revise: async (tx, revisions, batch, occasion) => {
    const rows = revisions.map(({ row, record }) => ({ ...row, record }))
    await save(tx, rows, batch, occasion)
  },
  subject: (id) => `benchmark:${id}`,
  keys: async (tx) => {
    const { rows } = await tx.client.query<{ place: string }>(
      'select distinct place from indicators_benchmark order by place limit 1000',
    )
    return rows.map(({ place }) => place)
  },
  fact: benchmarkFact,
}

function benchmarkFact(benchmarkId: string, change: string): Fact & { readonly benchmarkId: string } {
  return { type: `indicators.benchmark-${change}`, benchmarkId }
}

type Kept = {
  readonly benchmark_id: string
  readonly place: string
  readonly figures: Readonly<Record<string, string>>
}

/** Lines of the table's own period, or while that is not known, of the latest. */
async function currentOf(
  tx: Tx,
  places: readonly string[],
  batch: BatchRef | null,
): Promise<ReadonlyMap<string, Current>> {
  const { rows } = await tx.client.query<Kept>(
    `select distinct on (place) benchmark_id, place, figures from indicators_benchmark
     where place = any($1) and ($2::date is null or (period_from = $2 and period_to = $3::date))
     order by place, period_to desc nulls last`,
    [places, batch?.period?.from ?? null, batch?.period?.to ?? null],
  )
  return new Map(rows.map((row) => [row.place, currentRecord(row)]))
}

const currentRecord = ({ benchmark_id: id, place, figures }: Kept): Current => ({
  id,
  record: {
    court: place,
    ...Object.fromEntries(headings.map(({ field, title, type }) => [field, cellOf(figures[title], type)])),
  },
  marks: [place],
  typed: [],
})

const cellOf = (text: string | undefined, type: string) =>
  text === undefined ? null : type === 'integer' ? Number(text) : text

async function save(
  tx: Tx,
  rows: readonly IntakeRow[],
  { batchId, period }: BatchRef,
  { actor, now }: Occasion,
): Promise<readonly string[]> {
  const { rows: saved } = await tx.client.query<{ benchmark_id: string; place: string }>({
    name: 'indicators_benchmarks_save',
    text: `insert into indicators_benchmark (benchmark_id, place, place_kind, figures, period_from, period_to,
             publisher, source, batch_id, imported_by, imported_at)
           select *, $5::date, $6::date, '上级法院', '对比指标表', $7::uuid, $8, $9::timestamptz
           from unnest($1::uuid[], $2::text[], $3::text[], $4::jsonb[])
           on conflict on constraint indicators_benchmark_once do update
           set figures = indicators_benchmark.figures || excluded.figures, batch_id = excluded.batch_id,
               imported_by = excluded.imported_by, imported_at = excluded.imported_at
           returning benchmark_id, place`,
    values: [
      rows.map(() => newId()),
      rows.map(placeOf),
      rows.map((row) => placeKindOf(placeOf(row))),
      rows.map((row) => JSON.stringify(figuresOf(row))),
      period?.from ?? null,
      period?.to ?? null,
      batchId,
      actor.id,
      now.toString(),
    ],
  })
  const idOf = new Map(saved.map(({ place, benchmark_id }) => [place, benchmark_id]))
  return rows.map((row) => idOf.get(placeOf(row)) ?? '')
}

const placeOf = ({ record }: IntakeRow): string => String(record['court'])

/** What the line states, under the headings of the layout; columns the layout does not know keep their own. */
function figuresOf({ record, extra }: IntakeRow): Readonly<Record<string, string>> {
  const known = headings.flatMap(({ field, title }) => {
    const value = record[field]
    return typeof value === 'string' || typeof value === 'number' ? [[title, String(value)]] : []
  })
  const others = Object.entries(extra).filter(([, value]) => /^-?\d+(\.\d+)?$/.test(value))
  return Object.fromEntries([...others, ...known])
}

import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { BenchmarkRow } from '../contract.ts'
import { benchmarkLabels } from '../labels.ts'

/** Tables of other bodies as they were imported, line by line. */
export const benchmarks = query({
  name: 'indicators.benchmarks',
  title: label('对比指标', 'Benchmarks'),
  may: 'indicators.read',
  input: z.object({ placeKind: z.enum(['court', 'city-mean', 'province-mean']).optional() }),
  row: BenchmarkRow,
  // What others published belongs to nobody here: whoever may read indicators of the court reads it.
  scope: {},
  orders: [['-importedAt', 'benchmarkId']],
  columns: benchmarkLabels,
  rows: (db, { placeKind }) =>
    db
      .selectFrom('indicators_benchmark as b')
      .select([
        'b.benchmark_id as benchmarkId',
        'b.place',
        'b.place_kind as placeKind',
        sql<string>`(select string_agg(key || ' ' || value, '；' order by key) from jsonb_each_text(b.figures))`.as(
          'figures',
        ),
        'b.period_from as periodFrom',
        'b.period_to as periodTo',
        'b.publisher',
        'b.published_on as publishedOn',
        'b.source',
        'b.imported_at as importedAt',
      ])
      .$if(placeKind !== undefined, (q) => q.where('b.place_kind', '=', placeKind ?? 'court')),
})

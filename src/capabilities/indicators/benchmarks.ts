import type { Tx } from '#kernel/database/transaction.ts'
import { settingValue } from '#capabilities/operations'
import { benchmarkScope } from './ledgers/benchmarks.ts'
import { ownName } from './settings.ts'
import type { PlaceKind } from './tables.ts'

type Measured = { readonly indicatorId: string | null; readonly direction: 'up' | 'down' | 'neutral' }

/** What the columns of such tables mean here. A heading that is not listed is kept and compared with nothing. */
export const measures: Readonly<Record<string, Measured>> = {
  结案率: { indicatorId: 'K01', direction: 'up' },
  执行完毕率: { indicatorId: 'K02', direction: 'up' },
  执行到位率: { indicatorId: 'K04', direction: 'up' },
  实际执结率: { indicatorId: 'K07', direction: 'up' },
  终本率: { indicatorId: 'K08', direction: 'down' },
  终本案件合格率: { indicatorId: 'K10', direction: 'up' },
  案款发放及时率: { indicatorId: 'K21', direction: 'up' },
  信访案件办结率: { indicatorId: 'K18', direction: 'up' },
  法定期限内结案率: { indicatorId: 'K11', direction: 'up' },
  结案平均用时: { indicatorId: 'K13', direction: 'down' },
  超12个月未结案件比: { indicatorId: 'K16', direction: 'down' },
  综合得分: { indicatorId: null, direction: 'up' },
  全市排名: { indicatorId: null, direction: 'neutral' },
  实际送拘人数: { indicatorId: 'K35', direction: 'neutral' },
  拒执罪判决案件数: { indicatorId: 'K37', direction: 'neutral' },
}

export const rankMeasure = '全市排名'

const kinds: Readonly<Record<ReturnType<typeof benchmarkScope>, PlaceKind>> = {
  court: 'court',
  'city-average': 'city-mean',
  'province-average': 'province-mean',
}
/** 全市平均 and 全省平均 stand in the same column as courts and are none. */
export const placeKindOf = (place: string): PlaceKind => kinds[benchmarkScope(place)]

/** What a published table says about one place. */
export type Benchmark = {
  readonly benchmarkId: string
  readonly place: string
  readonly kind: PlaceKind
  readonly own: boolean
  readonly figures: Readonly<Record<string, string>>
  readonly publisher: string
  readonly publishedOn: string | null
  readonly source: string
}

/** What others published for exactly this period, with this court's own line marked. */
export async function benchmarksFor(tx: Tx, from: string, to: string): Promise<readonly Benchmark[]> {
  const rows = await tx.db
    .selectFrom('indicators_benchmark')
    .selectAll()
    .where('period_from', '=', from)
    .where('period_to', '=', to)
    .orderBy('place')
    .execute()
  const isOwn = await ownPlace(
    tx,
    rows.map(({ place }) => place),
  )
  return rows.map((row) => ({
    benchmarkId: row.benchmark_id,
    place: row.place,
    kind: row.place_kind,
    own: isOwn(row.place),
    figures: row.figures,
    publisher: row.publisher,
    publishedOn: row.published_on,
    source: row.source,
  }))
}

/**
 * The line that speaks of this court: by the name the court has set, by its own name, or by the name under which the
 * judgments it enforces were made most often.
 */
async function ownPlace(tx: Tx, places: readonly string[]): Promise<(place: string) => boolean> {
  if (places.length === 0) return () => false
  const named = [await settingValue(tx, ownName), await registeredName(tx)].find((name) => places.includes(name))
  const own = named ?? (await commonestIssuer(tx, places))
  return (place) => place === own
}

/**
 * What this court is called on paper. A court that was opened by its code alone is called by the name under which the
 * judgments it enforces were made most often.
 */
export async function nameOfCourt(tx: Tx): Promise<string> {
  const set = await settingValue(tx, ownName)
  if (set !== '') return set
  const registered = await registeredName(tx)
  return registered.startsWith(tx.court) ? ((await commonestIssuer(tx, null)) ?? registered) : registered
}

async function registeredName({ db, court }: Tx): Promise<string> {
  const row = await db.selectFrom('kernel_court').select('name').where('court_id', '=', court).executeTakeFirst()
  return row?.name ?? court
}

async function commonestIssuer({ client }: Tx, among: readonly string[] | null): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `select basis_issuer as name from cases_basis_issuer
     where basis_issuer like '%法院' and ($1::text[] is null or basis_issuer = any($1))
     order by cases desc, basis_issuer limit 1`,
    [among],
  )
  return rows[0]?.name
}

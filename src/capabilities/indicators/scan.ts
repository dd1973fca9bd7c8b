import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import { aggregateSql, type Days } from './compile.ts'
import type { Definition, MemberSet, Variant } from './definition.ts'
import { daysOf, type Period } from './period.ts'
import type { Tally } from './rules/figure.ts'
import type { Counted, Dimension, IndicatorSource } from './source.ts'

export type FactTable = {
  readonly name: string
  /** Columns by which rows belong to a type, a team and a handler. */
  readonly type: string
  readonly team: string
  readonly handler: string
}

/** A room's indicators over its own table of facts, one row per thing that is counted. */
export const sourceOver = (table: FactTable, definitions: readonly Definition[], drill: string): IndicatorSource => ({
  definitions,
  drill,
  count: (tx, period, by) => countAll(tx, table, definitions, period, by),
  course: (tx, variant, months) => courseOf(tx, table, variant, months),
})

type Plan = { readonly columns: readonly RawBuilder<unknown>[]; readonly of: (set: Aggregated) => string }
type Aggregated = Pick<MemberSet, 'where' | 'measure'>

const counting = { kind: 'count' } as const

/** Every distinct set once, however many variants share it. */
function planOf(definitions: readonly Definition[], days: Days): Plan {
  const sets = new Map<string, Aggregated>()
  const keyOf = ({ where, measure }: Aggregated) => JSON.stringify([where, measure])
  for (const { variants } of definitions) {
    for (const variant of variants) for (const set of setsOf(variant)) sets.set(keyOf(set), set)
  }
  const names = new Map([...sets.keys()].map((key, i) => [key, `m${i}`]))
  return {
    columns: [...sets].map(([key, set]) => sql`${aggregateSql(set, days)} as ${sql.ref(names.get(key) ?? '')}`),
    of: (set) => names.get(keyOf(set)) ?? '',
  }
}

const setsOf = ({ numerator, denominator, wholeWhen }: Variant): readonly Aggregated[] => [
  numerator,
  denominator,
  ...(wholeWhen ? [{ where: wholeWhen, measure: counting }] : []),
]

type Row = Readonly<Record<string, string | number | null>>

/**
 * All definitions in one scan: rows are summed once by type, team and handler, and what is asked for is added up from
 * those few sums. Types are picked in the second step, so variants that differ by type share a column.
 */
async function countAll(
  { db }: Tx,
  table: FactTable,
  definitions: readonly Definition[],
  period: Period,
  by: readonly Dimension[],
): Promise<readonly Counted[]> {
  const days = daysOf(period)
  const plan = planOf(definitions, days)
  const variants = definitions.flatMap((definition) => definition.variants.map((variant) => ({ definition, variant })))
  const figures = variants.flatMap(({ variant }, i) =>
    setsOf(variant).map(
      (
        set,
        side,
      ) => sql`coalesce(sum(${sql.ref(plan.of(set))}) filter (where type_key in (${listed(variant.types)})), 0)::text
        as ${sql.ref(`v${i}_${side}`)}`,
    ),
  )
  const { rows } = await sql<Row>`
    with cell as materialized (
      select f.${sql.ref(table.type)} as type_key, f.${sql.ref(table.team)} as team_key, f.${sql.ref(table.handler)} as handler_key,
             ${sql.join(plan.columns)}
      from ${sql.table(table.name)} f
      group by 1, 2, 3)
    select grouping(team_key, handler_key, type_key)::int as grouped, team_key::text, handler_key::text, type_key, ${sql.join(figures)}
    from cell
    group by grouping sets ((), (team_key), (handler_key), (type_key))
    order by grouped desc, team_key, handler_key, type_key`.execute(db)
  return rows
    .filter((row) => by.includes(dimensionOf(row)))
    .flatMap((row) => variants.map(({ definition, variant }, i) => countedOf(row, definition, variant, i)))
}

const listed = (types: readonly string[]) => sql.join(types.map((type) => sql.lit(type)))

/** Which grouping set a row came from: a bit is set for each key that was summed over. */
const groupings: Readonly<Record<number, Dimension>> = { 7: 'court', 3: 'team', 5: 'handler', 6: 'type' }
const dimensionOf = ({ grouped }: Row): Dimension => groupings[Number(grouped)] ?? 'court'

function countedOf(row: Row, definition: Definition, variant: Variant, i: number): Counted {
  const dimension = dimensionOf(row)
  const key = dimension === 'court' ? null : row[`${dimension}_key`]
  const at = (side: number) => BigInt(row[`v${i}_${side}`] ?? 0)
  return {
    definition,
    variant,
    dimension,
    key: key === undefined || key === null ? null : String(key),
    tally: tallyOf(variant, at(0), at(1)),
    whole: variant.wholeWhen === undefined || at(2) > 0n,
  }
}

function tallyOf({ denominator: { measure } }: Variant, numerator: bigint, denominator: bigint): Tally {
  const halves = measure.kind === 'tally' && measure.halved === true
  return halves ? { numerator, denominator, halves } : { numerator, denominator }
}

/** One variant month by month, in one scan of what each month could see. */
async function courseOf(
  { db }: Tx,
  table: FactTable,
  variant: Variant,
  months: readonly Pick<Period, 'from' | 'until'>[],
): Promise<readonly Tally[]> {
  if (months.length === 0) return []
  const given = sql.join(
    months.map(({ from, until }, i) => sql`(${i}::int, ${from.toString()}::date, ${until.toString()}::date)`),
  )
  const { rows } = await sql<{ numerator: string; denominator: string }>`
    select ${aggregateSql(variant.numerator, monthDays)}::text as numerator,
           ${aggregateSql(variant.denominator, monthDays)}::text as denominator
    from (values ${given}) month (place, from_on, until_on)
    left join ${sql.table(table.name)} f on f.${sql.ref(table.type)} in (${listed(variant.types)})
    group by month.place order by month.place`.execute(db)
  return rows.map((row) => tallyOf(variant, BigInt(row.numerator), BigInt(row.denominator)))
}

const monthDays: Days = {
  from: sql`month.from_on`,
  until: sql`month.until_on`,
  'day-before-from': sql`(month.from_on - 1)`,
  'year-before-from': sql`(month.from_on - interval '1 year')::date`,
  'year-before-until': sql`(month.until_on - interval '1 year')::date`,
}

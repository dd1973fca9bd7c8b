import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '#kernel/database/transaction.ts'
import { aggregateSql, conditionSql, type Days } from './compile.ts'
import { nothing, type Definition, type MemberSet, type Variant } from './definition.ts'
import { daysOf, type Period } from './period.ts'
import type { Tally } from './rules/figure.ts'
import type { Counted, Dimension, IndicatorSource } from './source.ts'

type Part = Exclude<Dimension, 'court'>

/** A table or view of facts, one row per thing counted, and the columns by which its figures are broken down. */
export type FactTable = { readonly name: string } & { readonly [part in Part]?: string }

/** A room's indicators over its own table of facts. */
export const sourceOver = (table: FactTable, definitions: readonly Definition[], drill: string): IndicatorSource => ({
  definitions,
  drill,
  count: (tx, period, by) => countAll(tx, table, definitions, period, by),
  course: (tx, variant, months) => courseOf(tx, table, variant, months),
})

type Found = { readonly definition: Definition; readonly variant: Variant }
type Aggregated = Pick<MemberSet, 'where' | 'measure'>
type Row = Readonly<Record<string, string | number | null>>

const counting = { kind: 'count' } as const

const setsOf = ({ numerator, denominator, wholeWhen }: Variant): readonly Aggregated[] => [
  numerator,
  denominator,
  ...(wholeWhen ? [{ where: wholeWhen, measure: counting }] : []),
]

/** Different values of parts do not add up to those of the whole. */
const hasDistinct = ({ variant }: Found): boolean => setsOf(variant).some(({ measure }) => measure.kind === 'each')

/** All definitions over the table, for the court and for every part that is asked for and that the rows know. */
async function countAll(
  { db }: Tx,
  table: FactTable,
  definitions: readonly Definition[],
  period: Period,
  by: readonly Dimension[],
): Promise<readonly Counted[]> {
  const days = daysOf(period)
  const parts = [...new Set(by)].filter((one): one is Part => one !== 'court' && table[one] !== undefined)
  const found = definitions.flatMap((definition) => definition.variants.map((variant) => ({ definition, variant })))
  const [distinct, summed] = [found.filter(hasDistinct), found.filter((one) => !hasDistinct(one))]
  const counted: Counted[] = []
  for (const [variants, statement] of [
    [summed, sumsSql],
    [distinct, distinctSql],
  ] as const) {
    if (variants.length === 0) continue
    const { rows } = await statement(table, variants, parts, days).execute(db)
    counted.push(...rows.flatMap((row) => variants.map((one, i) => countedOf(row, parts, one, i))))
  }
  return by.includes('court') ? counted : counted.filter(({ dimension }) => dimension !== 'court')
}

/**
 * All sets in one scan: rows are summed once into cells by type and the parts asked for, and what is wanted is added up
 * from those few sums. Types are picked in the second step, so variants that differ by type share a column.
 */
function sumsSql(table: FactTable, variants: readonly Found[], parts: readonly Part[], days: Days): RawBuilder<Row> {
  const keyOf = ({ where, measure }: Aggregated) => JSON.stringify([where, measure])
  const sets = new Map(variants.flatMap(({ variant }) => setsOf(variant).map((set) => [keyOf(set), set] as const)))
  const names = new Map([...sets.keys()].map((key, i) => [key, `m${i}`]))
  const columns = [...sets].map(([key, set]) => sql`${aggregateSql(set, days)} as ${sql.ref(names.get(key) ?? '')}`)
  const keys = keysOf(table, parts)
  const figures = figuresSql(
    variants,
    (set, ofType) => sql`coalesce(sum(${sql.ref(names.get(keyOf(set)) ?? '')}) filter (where ${ofType}), 0)`,
  )
  return sql<Row>`
    with cell as materialized (
      select count(*) as rows_in, ${sql.join([...keys.map(({ column, name }) => sql`f.${sql.ref(column)} as ${sql.ref(name)}`), ...columns])}
      from ${sql.table(table.name)} f
      ${keys.length === 0 ? sql`` : sql`group by ${sql.join(keys.map((_, i) => sql.lit(i + 2)))}`})
    select ${groupedSql(parts)} as grouped, sum(rows_in)::text as known, ${sql.join([...partKeys(parts), ...figures])}
    from cell group by grouping sets (${sql.join(groupings(parts))})
    order by ${sql.join([sql`grouped desc`, ...parts.map((part) => sql.ref(`part_${part}`))])}`
}

/** What counts different values is counted anew for each part. */
function distinctSql(table: FactTable, variants: readonly Found[], parts: readonly Part[], days: Days) {
  const keys = keysOf(table, parts).map(({ column, name }) => sql`t.${sql.ref(column)} as ${sql.ref(name)}`)
  const figures = figuresSql(variants, ({ where, measure }, ofType) => aggregateSql({ where, measure }, days, ofType))
  return sql<Row>`
    select ${groupedSql(parts)} as grouped, count(*)::text as known, ${sql.join([...partKeys(parts), ...figures])}
    from (select ${sql.join([sql`t.*`, ...keys])} from ${sql.table(table.name)} t) f
    group by grouping sets (${sql.join(groupings(parts))})
    order by ${sql.join([sql`grouped desc`, ...parts.map((part) => sql.ref(`part_${part}`))])}`
}

function keysOf(table: FactTable, parts: readonly Part[]) {
  const named: readonly Part[] = ['type', ...parts.filter((part) => part !== 'type')]
  return named.flatMap((part) => {
    const column = table[part]
    return column === undefined ? [] : [{ column, name: `part_${part}` }]
  })
}

const partKeys = (parts: readonly Part[]) => parts.map((part) => sql`${sql.ref(`part_${part}`)}::text`)

/** The whole court, and each part by itself. */
const groupings = (parts: readonly Part[]) => [sql`()`, ...parts.map((part) => sql`(${sql.ref(`part_${part}`)})`)]

/** A bit is set for each key that was summed over; the first part has the highest. */
const groupedSql = (parts: readonly Part[]) =>
  parts.length === 0 ? sql`0` : sql`grouping(${sql.join(parts.map((part) => sql.ref(`part_${part}`)))})::int`

function dimensionOf({ grouped }: Row, parts: readonly Part[]): Dimension {
  const whole = 2 ** parts.length - 1
  return parts.find((_, i) => Number(grouped) === whole - 2 ** (parts.length - 1 - i)) ?? 'court'
}

type Summed = (set: Aggregated, ofType: RawBuilder<boolean>) => RawBuilder<unknown>

const figuresSql = (variants: readonly Found[], summed: Summed) =>
  variants.flatMap(({ variant }, i) =>
    setsOf(variant).map((set, side) => sql`${summed(set, typeIs(variant))}::text as ${sql.ref(`v${i}_${side}`)}`),
  )

const typeIs = ({ types }: Variant): RawBuilder<boolean> =>
  types === undefined ? sql<boolean>`true` : sql<boolean>`part_type in (${listed(types)})`

const listed = (types: readonly string[]) => sql.join(types.map((type) => sql.lit(type)))

function countedOf(row: Row, parts: readonly Part[], { definition, variant }: Found, i: number): Counted {
  const dimension = dimensionOf(row, parts)
  const key = dimension === 'court' ? null : row[`part_${dimension}`]
  const at = (side: number) => BigInt(row[`v${i}_${side}`] ?? 0)
  return {
    definition,
    variant,
    dimension,
    key: key === undefined || key === null ? null : String(key),
    tally: tallyOf(variant, at(0), at(1)),
    whole: isKnown(row, variant) && (variant.wholeWhen === undefined || at(2) > 0n),
    known: Number(row['known']) > 0,
  }
}

/** A number read by itself says nothing, not even 0, while its room has no records. */
const isKnown = ({ known }: Row, { denominator }: Variant): boolean => denominator !== nothing || Number(known) > 0

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
  const ofType =
    variant.types && table.type
      ? conditionSql({ kind: 'one-of', column: table.type, values: variant.types }, monthDays)
      : sql<boolean>`true`
  const { rows } = await sql<{ numerator: string; denominator: string }>`
    select ${aggregateSql(variant.numerator, monthDays)}::text as numerator,
           ${aggregateSql(variant.denominator, monthDays)}::text as denominator
    from (values ${given}) month (place, from_on, until_on)
    left join ${sql.table(table.name)} f on ${ofType}
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

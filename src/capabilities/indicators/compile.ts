import { sql, type RawBuilder } from 'kysely'
import type { Condition, Mark, Measure, MemberSet, Span, Term } from './definition.ts'

/** The days of a question as SQL: parameters of one period, or columns of a table of periods. */
export type Days = Readonly<Record<Mark, RawBuilder<unknown>>>

const marks: ReadonlySet<string> = new Set<Mark>([
  'from',
  'until',
  'day-before-from',
  'year-before-from',
  'year-before-until',
])

/** Columns are read from the fact table under the alias `f`. Their names come from definitions, never from a caller. */
const column = (name: string) => sql.ref(`f.${name}`)

/** A condition as SQL. `not` is true of a row about which the inner condition cannot be told. */
export function conditionSql(condition: Condition, days: Days): RawBuilder<boolean> {
  switch (condition.kind) {
    case 'all':
      return joined(condition.of, days, sql` and `, sql`true`)
    case 'any':
      return joined(condition.of, days, sql` or `, sql`false`)
    case 'not':
      return sql`(${conditionSql(condition.of, days)}) is not true`
    case 'dated':
      return datedSql(condition, days)
    case 'one-of':
      return sql`${column(condition.column)} in (${sql.join(condition.values.map((value) => sql.lit(value)))})`
    case 'flag':
      return sql`${column(condition.column)}`
    case 'apart':
      return apartSql(condition, days)
    case 'more':
      return sql`${sumSql(condition.sum)} > 0`
  }
}

function joined(of: readonly Condition[], days: Days, by: RawBuilder<unknown>, none: RawBuilder<boolean>) {
  if (of.length === 0) return none
  return sql<boolean>`(${sql.join(
    of.map((inner) => conditionSql(inner, days)),
    by,
  )})`
}

function datedSql({ column: name, from, to }: Condition & { kind: 'dated' }, days: Days): RawBuilder<boolean> {
  const date = column(name)
  if (from && to) return sql`${date} between ${days[from]} and ${days[to]}`
  if (from) return sql`${date} >= ${days[from]}`
  return to ? sql`${date} <= ${days[to]}` : sql`${date} is not null`
}

function apartSql({ start, end, by, and }: Condition & { kind: 'apart' }, days: Days): RawBuilder<boolean> {
  const later = marks.has(end) ? days[end as Mark] : column(end)
  const allowed = afterSql(start, by)
  return and ? sql`${later} > ${allowed} + make_interval(days => ${column(and)})` : sql`${later} > ${allowed}`
}

const afterSql = (start: string, by: Span) =>
  'days' in by
    ? sql`${column(start)} + ${sql.lit(by.days)}`
    : sql`${column(start)} + make_interval(months => ${sql.lit(by.months)})`

const sumSql = (terms: readonly Term[]) =>
  sql`(${sql.join(
    terms.map(({ column: name, less }) => (less ? sql`- ${column(name)}` : column(name))),
    sql` + `,
  )})`

/** The rows that belong to a set. */
export function memberSql({ where, measure }: Pick<MemberSet, 'where' | 'measure'>, days: Days): RawBuilder<boolean> {
  if (measure.kind !== 'tally') return conditionSql(where, days)
  return conditionSql({ kind: 'all', of: [where, { kind: 'any', of: measure.of }] }, days)
}

/** What a row of the set adds to its figure: one, an amount in fen, a number of days. */
export function weightSql(measure: Measure, days: Days): RawBuilder<unknown> {
  switch (measure.kind) {
    case 'count':
      return sql`1`
    case 'each': {
      const value = column(measure.column)
      return sql`(${value} is not null and row_number() over (partition by ${value} order by f) = 1)::int`
    }
    case 'fen':
      return sumSql(measure.sum)
    case 'days':
      return measure.less
        ? sql`(${column(measure.end)} - ${column(measure.start)} - ${column(measure.less)})`
        : sql`(${column(measure.end)} - ${column(measure.start)})`
    case 'tally': {
      const each = measure.of.map((one) => sql`(${conditionSql(one, days)} is true)::int`)
      return sql`(${sql.join(each, sql` + `)})`
    }
  }
}

/** A set as one aggregate over the fact table, in whole numbers; a halved tally stays doubled. */
export function aggregateSql(
  { where, measure }: Pick<MemberSet, 'where' | 'measure'>,
  days: Days,
  also?: RawBuilder<boolean>,
) {
  const inSet = also ? sql`${conditionSql(where, days)} and ${also}` : conditionSql(where, days)
  if (measure.kind === 'count') return sql`count(*) filter (where ${inSet})`
  if (measure.kind === 'each') return sql`count(distinct ${column(measure.column)}) filter (where ${inSet})`
  return sql`coalesce(sum(${weightSql(measure, days)}) filter (where ${inSet}), 0)`
}

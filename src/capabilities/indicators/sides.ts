import { sql, type RawBuilder } from 'kysely'
import type { z } from 'zod'
import { conditionSql, memberSql, weightSql } from './compile.ts'
import type { RecordsInput } from './contract.ts'
import type { Definition } from './definition.ts'
import { daysOf, periodOf, type Period } from './period.ts'
import type { FactTable } from './scan.ts'

type Input = z.output<typeof RecordsInput>

/** Which rows stand behind one side of a figure, and what each adds to it. Rows are read under the alias `f`. */
export function sideOf(
  definitions: readonly Definition[],
  table: FactTable,
  input: Input,
  machineDay: Temporal.PlainDate,
): { readonly member: RawBuilder<boolean>; readonly weight: RawBuilder<unknown>; readonly period: Period } {
  const period = periodOf(input.from, input.to, input.asOf, machineDay)
  const days = daysOf(period)
  const variant = definitions.find(({ id }) => id === input.id)?.variants.find(({ key }) => key === input.variant)
  // An indicator that nobody has defined has no records.
  if (!variant) return { member: sql`false`, weight: sql`0::numeric`, period }
  const set = input.side === 'numerator' ? variant.numerator : variant.denominator
  const must = [
    ...(variant.types && table.type
      ? [conditionSql({ kind: 'one-of', column: table.type, values: variant.types }, days)]
      : []),
    memberSql(set, days),
    ...(input.side === 'rest' ? [sql<boolean>`(${memberSql(variant.numerator, days)}) is not true`] : []),
    ...narrowed(table, input),
  ]
  const halved = set.measure.kind === 'tally' && set.measure.halved === true
  return {
    member: sql`${sql.join(must, sql` and `)}`,
    weight: halved ? sql`${weightSql(set.measure, days)} / 2.0` : sql`${weightSql(set.measure, days)}::bigint`,
    period,
  }
}

/** The part of the court that is asked for. A part that these rows do not know has none of them. */
function narrowed(table: FactTable, input: Input): readonly RawBuilder<boolean>[] {
  const parts = [
    [table.team, input.teamKey],
    [table.handler, input.handlerId],
    [table.type, input.typeCode],
    [table.cause, input.cause],
    [table.town, input.town],
  ] as const
  return parts.flatMap(([column, value]) => {
    if (value === undefined) return []
    return [column === undefined ? sql<boolean>`false` : sql<boolean>`${sql.ref(`f.${column}`)}::text = ${value}`]
  })
}

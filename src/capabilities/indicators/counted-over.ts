import { sql } from 'kysely'
import { query, type ListQuery } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { MemberRow, RecordsInput } from './contract.ts'
import type { Definition } from './definition.ts'
import { memberLabels } from './labels.ts'
import { sideOf } from './sides.ts'
import { sourceOver, type FactTable } from './scan.ts'
import type { IndicatorSource } from './source.ts'

/** A room's view of facts, with the columns by which a reader knows a row again. */
export type FactView = FactTable & {
  /** Unlike for every row. */
  readonly id: string
  readonly title: string
  readonly on?: string
  readonly detail?: string
  /** The address of a record without its id: `/measures?record=`. */
  readonly page: string
}

/** A room's indicators, and the list that a click on any of them opens: `<room>.indicator-records`. */
export function countedOver(
  room: string,
  view: FactView,
  definitions: readonly Definition[],
): { readonly indicators: readonly IndicatorSource[]; readonly records: ListQuery } {
  const name = `${room}.indicator-records`
  return { indicators: [sourceOver(view, definitions, name)], records: recordsOf(name, view, definitions) }
}

const text = (column: string | undefined) =>
  column === undefined ? sql<string | null>`null::text` : sql<string | null>`${sql.ref(`f.${column}`)}::text`

const recordsOf = (name: string, view: FactView, definitions: readonly Definition[]): ListQuery =>
  query({
    name,
    title: label('指标清单', 'Records behind a figure'),
    may: 'indicators.read',
    input: RecordsInput,
    row: MemberRow,
    scope: { own: ['handlerId'], team: 'teamId' },
    orders: [
      ['title', 'recordId'],
      ['-weight', 'recordId'],
    ],
    sums: ['weight'],
    columns: memberLabels,
    rows: (db, input, { machineDay }) => {
      const { member, weight } = sideOf(definitions, view, input, machineDay)
      return db
        .selectFrom(sql<Record<string, unknown>>`${sql.table(view.name)}`.as('f'))
        .leftJoin('identity_staff_name as h', (on) => on.on(sql<boolean>`h.staff_id::text = ${text(view.handler)}`))
        .select([
          sql<string>`${text(view.id)}`.as('recordId'),
          sql<string>`coalesce(${text(view.title)}, '')`.as('title'),
          text(view.on).as('on'),
          text(view.detail).as('detail'),
          text(view.handler).as('handlerId'),
          'h.name as handlerName',
          text(view.team).as('teamId'),
          sql<string>`${weight}`.as('weight'),
          sql<string>`${view.page}::text || ${text(view.id)}`.as('href'),
        ])
        .where(member)
    },
  })

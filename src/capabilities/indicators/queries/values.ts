import type { Tx } from '#kernel/database/transaction.ts'
import { reading } from '#kernel/query.ts'
import { isBefore } from '#kernel/values/dates.ts'
import { label } from '#kernel/values/labels.ts'
import type { z } from 'zod'
import { benchmarksFor, measures, type Benchmark } from '../benchmarks.ts'
import { Values, ValuesInput, type IndicatorRow } from '../contract.ts'
import { coreSet, noRecordsYet } from '../core-set.ts'
import { nothing } from '../definition.ts'
import { firstPublished, type FirstPublished } from '../frozen.ts'
import { periodOf, type Period } from '../period.ts'
import { periodBackwards } from '../problems.ts'
import { bandsOf, insideBand, type SetBand } from '../settings.ts'
import type { Dimension } from '../source.ts'
import { indicatorValues, type ValuedIndicator } from '../values.ts'
import { roundingWords, unitOf } from '../wording.ts'

type Row = z.input<typeof IndicatorRow>

/** Every indicator for a period, with band, first-published figure and what others published beside it. */
export const values = reading({
  name: 'indicators.values',
  title: label('指标', 'Indicators'),
  may: 'indicators.read',
  input: ValuesInput,
  output: Values,
  read: async (tx, { from, to, asOf, by }, { machineDay }) => {
    if (isBefore(to, from)) return periodBackwards()
    const period = periodOf(from, to, asOf, machineDay)
    const rows = await rowsOf(tx, period, { from: from.toString(), to: to.toString() }, by ?? ['court'])
    return {
      from: from.toString(),
      to: to.toString(),
      until: period.until.toString(),
      rows: [...rows],
      core: coreIn(rows),
    }
  },
})

type Days = { readonly from: string; readonly to: string }

async function rowsOf(tx: Tx, period: Period, { from, to }: Days, by: readonly Dimension[]): Promise<readonly Row[]> {
  const counted = await indicatorValues(tx, period, by)
  const beside = {
    bands: await bandsOf(tx),
    first: await firstPublished(tx, from, to),
    imported: await benchmarksFor(tx, from, to),
    names: await namesOf(tx, counted),
  }
  return counted.map((value) => rowOf(value, beside))
}

/** 3+1 among the figures of a period. */
const coreIn = (rows: readonly Row[]): z.input<typeof Values>['core'] =>
  coreSet.map(({ id, title, plus }) => {
    const row = rows.find((one) => one.id === id && one.variant === 'printed' && one.dimension === 'court') ?? null
    return { id, title, plus, row, remark: row ? row.remark : noRecordsYet }
  })

/** 3+1 of a period, for a screen that shows nothing else. */
export async function coreFigures(
  tx: Tx,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  machineDay: Temporal.PlainDate,
): Promise<z.input<typeof Values>['core']> {
  const period = periodOf(from, to, undefined, machineDay)
  return coreIn(await rowsOf(tx, period, { from: from.toString(), to: to.toString() }, ['court']))
}

type Beside = {
  readonly bands: ReadonlyMap<string, SetBand>
  readonly first: ReadonlyMap<string, FirstPublished>
  readonly imported: readonly Benchmark[]
  readonly names: ReadonlyMap<string, string>
}

function rowOf(value: ValuedIndicator, { bands, first, imported, names }: Beside): Row {
  const { id, variant, dimension, key, definition, of, form } = value
  const band = bands.get(id)
  const isPrinted = variant === 'printed'
  return {
    id,
    variant,
    name: definition.title,
    title: of.title,
    version: definition.version,
    direction: definition.direction,
    dimension,
    key,
    keyName: key === null ? null : (names.get(key) ?? key),
    numerator: { title: of.numerator.title, count: value.numerator.toString(), unit: unitOf(of.numerator) },
    denominator:
      of.denominator === nothing
        ? null
        : { title: of.denominator.title, count: value.denominator.toString(), unit: unitOf(of.denominator) },
    value: value.value,
    printed: value.printed,
    remark: value.known ? null : noRecordsYet,
    doubt: value.doubt,
    rounding: roundingWords(form),
    note: of.note ?? null,
    band: (isPrinted && band) || null,
    inside: isPrinted && value.doubt === null ? insideBand(value.value, band) : null,
    first: (dimension === 'court' && first.get(`${id} ${variant}`)) || null,
    imported: isPrinted && dimension === 'court' ? importedOf(id, imported) : [],
    drill: value.drill,
  }
}

const importedOf = (id: string, imported: readonly Benchmark[]): Row['imported'] =>
  imported.flatMap(({ place, kind, own, figures, publisher, publishedOn }) =>
    Object.entries(figures)
      .filter(([heading]) => (own || kind !== 'court') && measures[heading]?.indicatorId === id)
      .map(([, value]) => ({ place, kind: own ? 'own' : kind, value, publisher, publishedOn })),
  )

/** Names of the people and teams that figures are broken down by. */
async function namesOf({ client }: Tx, values: readonly ValuedIndicator[]): Promise<ReadonlyMap<string, string>> {
  const keys = values.flatMap(({ dimension, key }) => (key !== null && /team|handler/.test(dimension) ? [key] : []))
  const ids = [...new Set(keys)].filter((key) => !tracks.has(key))
  if (ids.length === 0) return tracks
  const { rows } = await client.query<{ id: string; name: string }>(
    `select staff_id::text as id, name from identity_staff_name where staff_id = any($1::uuid[])
     union select team_id::text, team_name from identity_team_of where team_id = any($1::uuid[])`,
    [ids],
  )
  return new Map([...tracks, ...rows.map(({ id, name }) => [id, name] as const)])
}

/** Cases that no team has been named for are worked by the team of their track. */
const tracks: ReadonlyMap<string, string> = new Map([
  ['simple', '简案团队'],
  ['complex', '繁案团队'],
])

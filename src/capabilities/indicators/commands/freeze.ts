import { settingValue } from '#capabilities/operations'
import { command } from '#kernel/command.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import type { Fact } from '#kernel/fact.ts'
import type { Occasion } from '#kernel/occasion.ts'
import type { Refusal } from '#kernel/problem.ts'
import { newId } from '#kernel/values/ids.ts'
import { label } from '#kernel/values/labels.ts'
import { FreezeInput } from '../contract.ts'
import { periodOf } from '../period.ts'
import { yearOf } from '../rules/statistical-year.ts'
import { yearStartsIn } from '../settings.ts'
import { alreadyFrozen, monthNotOver } from '../problems.ts'
import { indicatorValues } from '../values.ts'

type FrozenValue = {
  readonly id: string
  readonly variant: string
  readonly version: number
  readonly numerator: bigint
  readonly denominator: bigint
  readonly printed: string
}
type Run = {
  readonly runId: string
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly values: readonly FrozenValue[]
}
export type MonthFrozen = Fact & {
  readonly type: 'indicators.month-frozen'
  readonly month: string
  readonly frozenBy: string
  readonly frozenAt: Temporal.Instant
  readonly runs: readonly Run[]
}

type Facts = { readonly month: Temporal.PlainYearMonth; readonly isFrozen: boolean; readonly runs: readonly Run[] }

/** Keeps the figures of a month that is over, by itself and since its statistical year began, as first published. */
export const freeze = command({
  name: 'indicators.freeze',
  title: label('固定月末指标', 'Freeze month-end figures'),
  may: 'indicators.freeze',
  cites: [],
  input: FreezeInput,
  load: async (tx, { month }, occasion): Promise<Facts | Refusal> => {
    const asked = month === undefined ? lastMonth(occasion) : Temporal.PlainYearMonth.from(month)
    if (Temporal.PlainDate.compare(lastDay(asked), occasion.today) >= 0) return monthNotOver(asked.toString())
    const isFrozen = await frozenBefore(tx, asked)
    return { month: asked, isFrozen, runs: isFrozen ? [] : await runsOf(tx, asked, occasion) }
  },
  gate: ({ month, isFrozen }) => (isFrozen ? alreadyFrozen(month.toString()) : undefined),
  decide: ({ month, runs }, _input, { actor, now }): MonthFrozen => ({
    type: 'indicators.month-frozen',
    month: month.toString(),
    frozenBy: actor.id,
    frozenAt: now,
    runs,
    occurredOn: lastDay(month),
  }),
  save: async (tx, facts) => {
    for (const fact of facts) for (const run of fact.runs) await saveRun(tx, run, fact)
  },
  subjects: ({ month }) => [`month:${month}`],
  onConstraint: { indicators_run_once: () => alreadyFrozen('这个月') },
})

const lastMonth = ({ today }: Occasion) => today.toPlainYearMonth().subtract({ months: 1 })
const firstDay = (month: Temporal.PlainYearMonth) => month.toPlainDate({ day: 1 })
const lastDay = (month: Temporal.PlainYearMonth) => month.toPlainDate({ day: month.daysInMonth })

async function frozenBefore({ db }: Tx, month: Temporal.PlainYearMonth): Promise<boolean> {
  const row = await db
    .selectFrom('indicators_run')
    .select('run_id')
    .where('period_from', '=', firstDay(month).toString())
    .where('period_to', '=', lastDay(month).toString())
    .executeTakeFirst()
  return row !== undefined
}

async function runsOf(tx: Tx, month: Temporal.PlainYearMonth, { machineDay }: Occasion): Promise<readonly Run[]> {
  const yearBegan = yearOf(lastDay(month), await settingValue(tx, yearStartsIn)).from
  const starts = yearBegan.equals(firstDay(month)) ? [yearBegan] : [firstDay(month), yearBegan]
  const runs: Run[] = []
  for (const from of starts) {
    const to = lastDay(month)
    const values = await indicatorValues(tx, periodOf(from, to, undefined, machineDay))
    runs.push({
      runId: newId(),
      from,
      to,
      values: values.map(({ id, variant, definition, numerator, denominator, printed }) => ({
        id,
        variant,
        version: definition.version,
        numerator,
        denominator,
        printed,
      })),
    })
  }
  return runs
}

async function saveRun(
  { db }: Tx,
  { runId, from, to, values }: Run,
  { frozenBy, frozenAt }: MonthFrozen,
): Promise<void> {
  await db
    .insertInto('indicators_run')
    .values({
      run_id: runId,
      period_from: from.toString(),
      period_to: to.toString(),
      as_of: to.toString(),
      frozen_by: frozenBy,
      frozen_at: frozenAt.toString(),
    })
    .execute()
  if (values.length === 0) return
  await db
    .insertInto('indicators_run_value')
    .values(
      values.map(({ id, variant, version, numerator, denominator, printed }) => ({
        run_id: runId,
        indicator_id: id,
        variant,
        version,
        numerator: numerator.toString(),
        denominator: denominator.toString(),
        printed,
      })),
    )
    .execute()
}

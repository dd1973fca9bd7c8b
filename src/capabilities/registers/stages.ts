import {
  countedOver,
  countOf,
  money,
  nothing,
  percent,
  type CountUnit,
  type Definition,
} from '#capabilities/indicators'
import type { Label } from '#kernel/values/labels.ts'
import { columnOf, pathOf, type Register, tableOf } from './declaration.ts'

type Set = Definition['variants'][number]['numerator']
type Where = Set['where']

/** What is counted of a register by itself: entries whose day lies in the period, and which say this. */
export type Stage = {
  readonly key: string
  readonly title: Label
  /** The day field that must lie in the period. */
  readonly on: string
  /** Fields and what they must hold: one of these words, or yes. */
  readonly where?: Readonly<Record<string, readonly string[] | true>>
  /** A column that tells apart what may stand in several entries: persons, cases, issues. */
  readonly each?: string
} & ({ readonly unit: Exclude<CountUnit, 'yuan'> } | { readonly unit: 'yuan'; readonly fen: string })

/** One stage as a percentage of another. */
export type StageShare = { readonly key: string; readonly title: Label; readonly of: readonly [string, string] }

type Stages = Pick<Definition, 'id' | 'title' | 'direction' | 'source'> & {
  /** The first is called `printed`. */
  readonly stages: readonly [Stage, ...Stage[]]
  readonly shares?: readonly StageShare[]
  /** Counted since the register began, not since the first day of the period. */
  readonly sinceStart?: boolean
}

/** An indicator that counts each stage of a register by its own day. */
export function stagesOf({ stages, shares = [], sinceStart = false, ...named }: Stages): Definition {
  const sets = new Map(stages.map((stage) => [stage.key, setOf(stage, sinceStart)]))
  const shareOf = ({ key, title, of }: StageShare) => {
    const [numerator, denominator] = of.map((one) => sets.get(one))
    if (!numerator || !denominator) throw new Error(`no such stage: ${of.join(', ')}`)
    return { key, title, numerator, denominator, form: percent }
  }
  const [first, ...more] = stages.map((stage) => ({
    key: stage.key,
    title: stage.title,
    numerator: setOf(stage, sinceStart),
    denominator: nothing,
    form: stage.unit === 'yuan' ? money : countOf(stage.unit),
  }))
  if (!first) throw new Error(`${named.id} counts nothing`)
  return {
    ...named,
    version: 1,
    validFrom: '2024-01-01',
    form: first.form,
    variants: [{ ...first, key: 'printed' }, ...more, ...shares.map(shareOf)],
  }
}

function setOf(stage: Stage, sinceStart: boolean): Set {
  const { title, on, where = {}, each, unit } = stage
  const said = Object.entries(where).map(([field, held]): Where => {
    const column = columnOf(field)
    return held === true ? { kind: 'flag', column } : { kind: 'one-of', column, values: held }
  })
  return {
    title,
    period: 'flow',
    where: {
      kind: 'all',
      of: [{ kind: 'dated', column: columnOf(on), ...(!sinceStart && { from: 'from' }), to: 'until' }, ...said],
    },
    measure:
      'fen' in stage
        ? { kind: 'fen', sum: [{ column: columnOf(stage.fen) }] }
        : each === undefined
          ? { kind: 'count' }
          : { kind: 'each', column: each },
    ...(unit !== 'yuan' && { unit }),
  }
}

/** Indicators over the entries of a register that stand, and the list behind them; `view` adds columns to those. */
export const indicatorsOver = (
  register: Register,
  definitions: readonly Definition[],
  view = `${tableOf(register)}_counted`,
) =>
  countedOver(
    register.room,
    {
      name: view,
      id: 'entry_id',
      title: 'case_number',
      on: columnOf(register.day),
      handler: 'handler_id',
      team: 'team_id',
      type: 'type_code',
      cause: 'cause',
      town: 'town',
      page: `${pathOf(register)}?open=`,
    },
    definitions,
  )

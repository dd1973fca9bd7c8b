import type { Tx } from '#kernel/database/transaction.ts'
import type { Calendar } from '#law/calendar.ts'
import type { ClockRule, Stops } from './clock-rule.ts'
import type { CalendarEffect, ClockMove } from './contract.ts'
import { dueReckoner } from './rules/due.ts'
import { type ClockGroup, type GroupDue, movableGroups, moveGroups } from './store.ts'

/**
 * Reckons every running clock again by this calendar, from its stored start and stops. Clocks of a rule that no room
 * declares any more keep their days. Returns how many rows were written.
 */
export async function rerunClocks(tx: Tx, calendar: Calendar): Promise<number> {
  const groups = reckoned(await movableGroups(tx), rulesOf(tx), calendar)
  const unlike = new Map(groups.map(({ group, due }) => [keyOf(group), { ...group, ...due }]))
  return moveGroups(tx, [...unlike.values()])
}

/** What that would change, before anybody signs. Nothing is written. */
export async function effectOf(tx: Tx, calendar: Calendar): Promise<CalendarEffect> {
  const rules = rulesOf(tx)
  const groups = reckoned(await movableGroups(tx), rules, calendar)
  const moves = groups.flatMap(({ group, due }): ClockMove[] =>
    due.dueOn === group.due_on ? [] : [moveOf(group, due.dueOn, rules)],
  )
  return {
    clocks: moves.reduce((sum, { clocks }) => sum + clocks, 0),
    settled: groups.reduce(
      (sum, { group, due }) => sum + (group.provisional && !due.provisional ? group.clocks : 0),
      0,
    ),
    moves: moves.toSorted((a, b) => (a.after < b.after ? -1 : a.after > b.after ? 1 : a.ruleId < b.ruleId ? -1 : 1)),
  }
}

type Rules = ReadonlyMap<string, ClockRule>

const rulesOf = (tx: Tx): Rules => new Map(tx.platform.registry.gather('clocks').map((rule) => [rule.id, rule]))

type Reckoned = {
  readonly group: ClockGroup
  readonly due: Omit<GroupDue, keyof ClockGroup> & { provisional: boolean }
}

function reckoned(groups: readonly ClockGroup[], rules: Rules, calendar: Calendar): Reckoned[] {
  const due = dueReckoner(calendar)
  return groups.flatMap((group) => {
    const rule = rules.get(group.rule_id)
    if (!rule) return []
    const stops = group.stops === null ? null : (JSON.parse(group.stops) as Stops)
    return [{ group, due: due(rule, group.step, group.started_on, stops) }]
  })
}

const moveOf = (group: ClockGroup, after: string, rules: Rules): ClockMove => ({
  ruleId: group.rule_id,
  title: rules.get(group.rule_id)?.title.zh ?? group.rule_id,
  step: group.step,
  startedOn: group.started_on,
  before: group.due_on,
  after,
  clocks: group.clocks,
})

const keyOf = ({ rule_id, step, started_on, stops }: ClockGroup): string => [rule_id, step, started_on, stops].join('|')

import { z } from 'zod'
import type { Command } from '#kernel/command.ts'
import { mayTouch, type Occasion } from '#kernel/occasion.ts'
import { isRefusal, type Problem } from '#kernel/problem.ts'
import { outsideScope } from '#kernel/pipeline/problems.ts'
import { recordReading } from '#kernel/query.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { label } from '#kernel/values/labels.ts'
import { CaseMenu, type MenuItem, type MenuReason, type MustDo } from '../contract.ts'
import { clockState, daysLeft } from '#capabilities/deadlines'
import { caseRecord, type Case } from '../store.ts'

/** The lawful-action menu: the gates of every command on a case, of whatever room, asked on this case. */
export const menu = recordReading({
  name: 'cases.menu',
  title: label('下一步', 'Lawful actions'),
  may: 'cases.read',
  record: caseRecord,
  input: z.object({}),
  output: CaseMenu,
  read: async (tx, record, _input, occasion) => {
    const commands = [...tx.platform.registry.commands.values()].filter(
      (command) => command.record?.kind === caseRecord.kind,
    )
    const items: z.input<typeof MenuItem>[] = []
    for (const command of commands) items.push(...(await itemFor(tx, command, record, occasion)))
    const allowed = new Set(items.flatMap(({ command, state }) => (state === 'allowed' ? [command] : [])))
    const must = await askedByClocks(tx, record.caseId, occasion)
    return { items, must: must.filter(({ command }) => allowed.has(command)) }
  },
})

async function itemFor(
  tx: Tx,
  command: Command,
  record: Case,
  occasion: Occasion,
): Promise<z.input<typeof MenuItem>[]> {
  const common = { command: command.name, title: command.title, cites: [...command.cites] }
  const verdict = await command.offer(tx, record.caseId, occasion)
  if (verdict === null) return []
  if (isRefusal(verdict)) return [{ ...common, state: 'refused', because: reasonOf(verdict.problem), warnings: [] }]
  const warnings = verdict.warnings.map(reasonOf)
  if (mayTouch(occasion.actor, command.may, caseRecord.belongs(record)))
    return [{ ...common, state: 'allowed', because: null, warnings }]
  return [{ ...common, state: 'refused', because: reasonOf(outsideScope(command.title).problem), warnings }]
}

const reasonOf = ({ type, title, detail, rule, citation, remedy, pointers }: Problem): z.input<typeof MenuReason> => ({
  type,
  title,
  detail,
  rule: rule ?? null,
  citation: citation ?? null,
  remedy: remedy ?? null,
  pointers: [...(pointers ?? [])],
})

/** What running clocks ask for, by the rules that declare an act: the first lines of the menu, soonest first. */
async function askedByClocks(
  { db, platform }: Tx,
  caseId: string,
  { today }: Occasion,
): Promise<z.input<typeof MustDo>[]> {
  const rows = await db
    .selectFrom('deadlines_case_clock')
    .select(['rule_id', 'step', 'due_on', 'due_from', 'urgent_from'])
    .where('case_id', '=', caseId)
    .where('finished_on', 'is', null)
    .orderBy('due_on')
    .orderBy('rule_id')
    .orderBy('step')
    .limit(20)
    .execute()
  const rules = new Map(platform.registry.gather('clocks').map((rule) => [rule.id, rule]))
  const on = today.toString()
  return rows.flatMap(({ rule_id, step, due_on, due_from, urgent_from }) => {
    const rule = rules.get(rule_id)
    const days = { finishedOn: null, paused: false, dueOn: due_on, dueFrom: due_from, urgentFrom: urgent_from }
    const state = clockState(days, on)
    // The next turn of a clock that recurs is known long before it can be done.
    if (!rule?.act?.command || (state === 'far' && rule.steps !== undefined)) return []
    return [
      {
        ruleId: rule_id,
        step,
        title: rule.title,
        act: rule.act.title,
        command: rule.act.command,
        input: { ...rule.act.input },
        dueOn: due_on,
        daysLeft: daysLeft(due_on, on),
        state,
      },
    ]
  })
}

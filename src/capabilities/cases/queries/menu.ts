import { z } from 'zod'
import type { Command } from '#kernel/command.ts'
import { mayTouch, type Occasion } from '#kernel/occasion.ts'
import { isRefusal, type Problem } from '#kernel/problem.ts'
import { outsideScope } from '#kernel/pipeline/problems.ts'
import { recordReading } from '#kernel/query.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { label } from '#kernel/values/labels.ts'
import { MenuItem, type MenuReason } from '../contract.ts'
import { caseRecord, type Case } from '../store.ts'

/** The lawful-action menu: the gates of every command on a case, of whatever room, asked on this case. */
export const menu = recordReading({
  name: 'cases.menu',
  title: label('下一步', 'Lawful actions'),
  may: 'cases.read',
  record: caseRecord,
  input: z.object({}),
  output: z.object({ items: z.array(MenuItem) }),
  read: async (tx, record, _input, occasion) => {
    const commands = [...tx.platform.registry.commands.values()].filter(
      (command) => command.record?.kind === caseRecord.kind,
    )
    const items: z.input<typeof MenuItem>[] = []
    for (const command of commands) items.push(...(await itemFor(tx, command, record, occasion)))
    return { items }
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

import { useSuspenseQuery } from '@tanstack/react-query'
import { queryOptionsFor } from '#web/api.ts'
import type { LawfulAct } from '#web/components/ActionMenu.tsx'
import { menuGroups } from '#web/frame/menu-groups.ts'
import { useText } from '#web/language.ts'
import { ProblemDocument } from '#web/problem.ts'
import { groupOfRoom } from '#web/room-groups.ts'
import type { CaseMenu, MenuItem } from '../contract.ts'
import type { z } from 'zod'
import { label } from '#kernel/values/labels.ts'
import { remedyEvents } from '../rules/termination-facts.ts'
import { menuReading } from './api.ts'

/** An act of the menu, with what is known of its input. */
export type CaseAct = LawfulAct & { readonly input: Readonly<Record<string, unknown>>; readonly id: string }

/** The lawful acts of a case: what running clocks ask for, what may be done, what may not and why. */
export function useCaseActs(caseId: string): readonly CaseAct[] {
  const text = useText()
  const { data } = useSuspenseQuery(queryOptionsFor(menuReading, { caseId }))
  return actsOf(data, caseId, text)
}

type Text = ReturnType<typeof useText>

function actsOf({ items, must }: z.output<typeof CaseMenu>, caseId: string, text: Text): readonly CaseAct[] {
  const asked = new Set(must.map(({ command }) => command))
  return [
    ...must.map((due): CaseAct => ({
      id: `${due.ruleId} ${due.step}`,
      command: `${due.command} ${due.ruleId} ${due.step}`,
      title: text(due.title),
      state: 'must',
      note: `${due.dueOn.month}月${due.dueOn.day}日前　${text(due.act)}`,
      clock: { state: due.state, daysLeft: due.daysLeft },
      input: due.input,
    })),
    // An act that a clock asks for stands among what must be done; noting something else is always possible.
    ...items
      .filter(({ command, state }) => state === 'refused' || command === alwaysOffered || !asked.has(command))
      .map((item) => itemAct(item, caseId, text)),
  ]
}

const alwaysOffered = 'cases.record-event'
const act = label('办理', 'Do')

function itemAct({ command, title, state, because, warnings }: MenuItem, caseId: string, text: Text): CaseAct {
  const [warning] = warnings
  return {
    id: command,
    command,
    title: text(title),
    state: state === 'allowed' ? 'may' : 'may-not',
    note: warning && text(warning.detail),
    verb: text(act),
    group: headingOf(command, text),
    refusal: because === null ? undefined : ProblemDocument.parse({ ...plain(because, caseId), status: 409 }),
    input: {},
  }
}

/** What other rooms record of a case stands under the heading of their pages in the menu. */
function headingOf(command: string, text: Text): string | undefined {
  const [room = '', verb = ''] = command.split('.')
  if (room === 'cases' || !verb.startsWith('record-')) return undefined
  const group = groupOfRoom(room)
  return group && text(menuGroups[group].title)
}

/** The document leaves out what the menu says is not there; a remedy that records an event opens with its kind. */
function plain({ rule, citation, remedy, ...rest }: NonNullable<MenuItem['because']>, caseId: string) {
  const kind =
    remedy?.command === alwaysOffered ? remedyEvents[rest.pointers[0]?.pointer.split('/').at(-1) ?? ''] : undefined
  const known = kind && { title: remedy?.title, href: `/cases/${caseId}?act=${alwaysOffered}&kind=${kind}` }
  return {
    ...rest,
    ...(rule !== null && { rule }),
    ...(citation !== null && { citation }),
    ...(remedy !== null && { remedy: known ?? remedy }),
  }
}

/** The command behind an act; those of clocks carry the rule as well, so that each has a line of its own. */
export const commandOf = ({ command }: Pick<LawfulAct, 'command'>): string => command.split(' ', 1)[0] ?? command

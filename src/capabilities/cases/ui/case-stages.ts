import { day } from '#kernel/values/dates.ts'
import type { Label } from '#kernel/values/labels.ts'
import type { Cockpit } from '../contract.ts'
import { eventKindCodes, eventKinds, stageCodes, stages, type Stage } from '../stages.ts'
import { shortDay } from './days.ts'

/** The bar shows the course of every case; settlement and suspension are told by the flag of the stage. */
const shown = [
  'filed',
  'assigned',
  'notified',
  'searching',
  'disposing',
  'distributing',
  'closed',
  'archived',
] as const satisfies readonly Stage[]

export type ShownStage = {
  readonly title: Label
  readonly since: string | undefined
  readonly state: 'done' | 'now' | 'ahead'
}

/** Each stage with the day its first event happened. A stage that was skipped has no day. */
export function caseStages(
  { stage, stageSince }: Pick<Cockpit, 'stage' | 'stageSince'>,
  today: Temporal.PlainDate,
): readonly ShownStage[] {
  const now = stageCodes.indexOf(stage)
  return shown.map((code) => {
    const at = stageCodes.indexOf(code)
    return {
      title: stages[code],
      since: at <= now ? firstDay(code, stageSince ?? {}, today) : undefined,
      state: at < now ? ('done' as const) : at === now ? ('now' as const) : ('ahead' as const),
    }
  })
}

function firstDay(
  code: Stage,
  since: NonNullable<Cockpit['stageSince']>,
  today: Temporal.PlainDate,
): string | undefined {
  const days = eventKindCodes
    .filter((kind) => eventKinds[kind].reaches === code)
    .flatMap((kind) => since[kind]?.toString() ?? [])
    .sort()
  return days[0] === undefined ? undefined : shortDay(day(days[0]), today)
}

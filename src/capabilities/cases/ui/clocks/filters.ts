import { z } from 'zod'
import type { ClockFilter } from '../../clocks/contract.ts'

export const views = ['running', 'overdue', 'today', 'week', 'due', 'paused', 'provisional', 'met'] as const
export type View = (typeof views)[number]

/** What the address says of the page. */
export const Search = z.object({
  view: z.enum(views).default('running').catch('running'),
  whose: z.enum(['mine', 'all']).default('mine').catch('mine'),
  shape: z.enum(['list', 'week']).default('list').catch('list'),
  /** A day of the week shown. */
  week: z.string().optional(),
  ruleId: z.string().max(40).optional(),
  startedOn: z.string().optional(),
  dueOn: z.string().optional(),
})
export type Search = z.output<typeof Search>

export const mondayOf = (date: Temporal.PlainDate): Temporal.PlainDate => date.subtract({ days: date.dayOfWeek - 1 })

const dayIn = (text: string | undefined): Temporal.PlainDate | undefined => {
  try {
    return text === undefined ? undefined : Temporal.PlainDate.from(text)
  } catch {
    return undefined
  }
}

/** Nothing but the view. */
export const unnarrowed = { ruleId: undefined, startedOn: undefined, dueOn: undefined }

/** The list that a view names. */
export function filterOf({ view, whose, ruleId, startedOn, dueOn }: Search, today: Temporal.PlainDate): ClockFilter {
  const [started, due] = [dayIn(startedOn), dayIn(dueOn)]
  const common: ClockFilter = {
    ...(whose === 'mine' && { mine: true }),
    ...(ruleId && { ruleId }),
    ...(started && { startedOn: started }),
    ...(due && { dueFrom: due, dueTo: due }),
  }
  switch (view) {
    case 'running':
      return common
    case 'overdue':
    case 'due':
    case 'paused':
    case 'met':
      return { ...common, state: view }
    case 'today':
      return { ...common, dueFrom: today, dueTo: today }
    case 'week':
      return { ...common, dueFrom: today, dueTo: mondayOf(today).add({ days: 6 }) }
    case 'provisional':
      return { ...common, provisional: true }
  }
}

export const mondayShown = (week: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate =>
  mondayOf(dayIn(week) ?? today)

/** `far` is neutral: nothing to do yet. */
export type ClockState = 'overdue' | 'urgent' | 'due' | 'far' | 'paused' | 'met'

/** The stored days of a clock, ISO text. A clock that stands still is due on the last day of all. */
export type ClockDays = {
  readonly finishedOn: string | null
  readonly paused: boolean
  readonly dueOn: string
  readonly dueFrom: string
  readonly urgentFrom: string
}

/** How a clock stands on a day. Overdue begins the day after the last day. */
export function clockState({ finishedOn, paused, dueOn, dueFrom, urgentFrom }: ClockDays, today: string): ClockState {
  if (finishedOn !== null) return 'met'
  if (paused) return 'paused'
  if (today > dueOn) return 'overdue'
  if (today >= urgentFrom) return 'urgent'
  return today >= dueFrom ? 'due' : 'far'
}

/** Days to the last day, 0 on it, negative past it. */
export const daysLeft = (dueOn: string, today: string): number =>
  Temporal.PlainDate.from(today).until(dueOn, { largestUnit: 'day' }).days

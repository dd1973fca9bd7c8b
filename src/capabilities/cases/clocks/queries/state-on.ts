import { type RawBuilder, sql } from 'kysely'
import { type ClockState, never } from '#capabilities/deadlines'

/** How a stored clock `k` stands on a day, as `clockState` says it: a list of 100,000 is filtered where it lies. */
export const stateOn = (today: Temporal.PlainDate): RawBuilder<ClockState> => {
  const on = sql`${today.toString()}::date`
  return sql<ClockState>`case
    when k.finished_on is not null then 'met'
    when k.due_on = ${never}::date then 'paused'
    when k.due_on < ${on} then 'overdue'
    when k.urgent_from <= ${on} then 'urgent'
    when k.due_from <= ${on} then 'due'
    else 'far' end`
}

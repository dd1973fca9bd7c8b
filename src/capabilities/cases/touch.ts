import type { Tx } from '#kernel/database/transaction.ts'

/** Counts a change against the version, and lets the stage and the last act follow from the events. */
export async function touchCases(tx: Tx, caseIds: readonly string[]): Promise<void> {
  await tx.client.query({ name: 'cases_touch', text: touch, values: [caseIds] })
}

const touch = `
  update cases_case c set version = c.version + 1, stage = e.stage, last_event_on = e.last_on
  from (
    select case_id, max(occurred_on) as last_on,
           case when bool_or(kind = 'closed') then 'closed'
                when bool_or(kind = 'first-inquiry') then 'searching'
                when bool_or(kind in ('notice-served', 'report-order-served')) then 'notified'
                when bool_or(kind = 'assigned') then 'assigned'
                else 'filed' end as stage
    from cases_event where case_id = any($1) group by case_id
  ) e
  where c.case_id = e.case_id`

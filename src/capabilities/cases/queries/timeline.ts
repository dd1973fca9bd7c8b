import { sql } from 'kysely'
import { z } from 'zod'
import type { TimelineEntry } from '#kernel/capability.ts'
import type { Tx } from '#kernel/database/transaction.ts'
import { recordReading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { TimelineRow } from '../contract.ts'
import { eventKinds, type EventKind } from '../stages.ts'
import { caseRecord } from '../store.ts'

const mostEntries = 500

/** One course over all rooms and all numbers of one obligation: preservation, first, resumed and objection cases. */
export const timeline = recordReading({
  name: 'cases.timeline',
  title: label('经过', 'Timeline'),
  may: 'cases.read',
  record: caseRecord,
  input: z.object({ limit: z.int().min(1).max(mostEntries).default(200) }),
  output: z.object({ entries: z.array(TimelineRow), more: z.boolean() }),
  read: async (tx, { caseId }, { limit }) => {
    const chain = await chainOf(tx, caseId)
    const found: TimelineEntry[] = []
    for (const source of tx.platform.registry.gather('timeline')) found.push(...(await source(tx, chain)))
    const ordered = found.toSorted(
      (a, b) =>
        compare(b.on, a.on) || compare(b.at ?? '', a.at ?? '') || compare(a.room, b.room) || compare(a.id, b.id),
    )
    return { entries: ordered.slice(0, limit), more: ordered.length > limit }
  },
})

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** This case and all that links lead to, in either direction. */
export async function chainOf(tx: Tx, caseId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ case_id: string }>`
    with recursive chain(case_id, case_number) as (
      select case_id, case_number from cases_case where case_id = ${caseId}
      union
      select o.case_id, o.case_number from chain
      join lateral (
        select c.case_id, c.case_number from cases_link l join cases_case c on c.court_id = l.court_id and c.case_number = l.linked_number
        where l.case_id = chain.case_id
        union all
        select c.case_id, c.case_number from cases_link l join cases_case c on c.court_id = l.court_id and c.case_id = l.case_id
        where l.linked_number = chain.case_number
      ) o on true
    ) select case_id from chain limit 50`.execute(tx.db)
  return rows.map(({ case_id }) => case_id)
}

/** The events of the register itself, for the gathered timeline. */
export async function caseTimeline(tx: Tx, caseIds: readonly string[]): Promise<readonly TimelineEntry[]> {
  const rows = await tx.db
    .selectFrom('cases_event as e')
    .innerJoin('cases_case as c', (on) =>
      on.onRef('c.court_id', '=', 'e.court_id').onRef('c.case_id', '=', 'e.case_id'),
    )
    .leftJoin('identity_staff_name as s', (on) =>
      on.onRef('s.court_id', '=', 'e.court_id').on(sql<boolean>`s.staff_id::text = e.recorded_by`),
    )
    .select([
      'e.event_id',
      'e.kind',
      'e.occurred_on',
      'e.note',
      'e.recorded_at',
      'c.case_id',
      'c.case_number',
      's.name',
    ])
    .where('e.case_id', 'in', [...caseIds])
    .orderBy('e.occurred_on', 'desc')
    .limit(mostEntries)
    .execute()
  return rows.map((row) => ({
    on: row.occurred_on,
    at: null,
    room: 'cases',
    id: row.event_id,
    kind: label('案件', 'Case'),
    title: eventKinds[row.kind as EventKind]?.title.zh ?? row.kind,
    detail: row.note,
    by: row.name,
    recordedAt: row.recorded_at,
    href: `/cases/${row.case_id}`,
    caseNumber: row.case_number,
  }))
}

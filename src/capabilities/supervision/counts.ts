import type { DeskCount } from '#capabilities/desk'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { mayInCourt } from '#kernel/occasion.ts'
import { label } from '#kernel/values/labels.ts'

type Count = Omit<DeskCount, 'count'> & { readonly rows: (today: string) => RawBuilder<unknown> }

/** Red items and own cases in the head of a leader's desk. Each opens the list that it counts. */
const counts: readonly Count[] = [
  {
    id: 'supervision.complaints-late',
    title: label('信访超期', 'Complaints late'),
    order: 70,
    tone: 'overdue',
    href: '/supervision/complaints?view=open',
    rows: (today) =>
      sql`select from supervision_complaint_due where answered_on is null and falls_due_on < ${today}::date`,
  },
  {
    id: 'supervision.instructions-open',
    title: label('批办未回', 'Instructions unreported'),
    order: 71,
    tone: 'due',
    href: '/supervision/instructions?view=unreported',
    rows: () => sql`select from supervision_instruction_counted where reported_on is null and closed_on is null`,
  },
  {
    id: 'supervision.takeovers',
    title: label('包案在办', 'Own cases'),
    order: 72,
    tone: 'plain',
    href: '/supervision/takeovers?view=open',
    rows: () => sql`select from supervision_takeover_counted where ended_on is null`,
  },
]

export const supervisionCounts: readonly DeskCount[] = counts.map(({ rows, ...shown }) => ({
  ...shown,
  count: async (tx, { actor, today }) => {
    if (!mayInCourt(actor, 'supervision.instruct')) return null
    const found = await sql<{ n: number }>`select count(*)::int as n from (${rows(today.toString())}) c`.execute(tx.db)
    // Where there is nothing the head stays short.
    return found.rows[0]?.n || null
  },
}))

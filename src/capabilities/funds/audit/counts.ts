import type { DeskCount } from '#capabilities/desk'
import { sql } from 'kysely'
import { mayInCourt } from '#kernel/occasion.ts'
import type { ListQuery } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { lines } from '../queries/lines.ts'
import { deferrals, payees } from '../screens/lists.ts'
import { auditAlarms } from './alarms.ts'

/** A list as it opens, counted in the head of a desk. */
const countOf = (
  list: ListQuery,
  input: object,
  { may, ...shown }: Omit<DeskCount, 'count' | 'id'> & { readonly may: string },
): DeskCount => ({
  ...shown,
  id: list.name,
  count: async (tx, occasion) => {
    if (!mayInCourt(occasion.actor, may)) return null
    const listed = list.rows(tx.db, input, occasion, tx.platform.registry)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${listed} as listed`.execute(tx.db)
    // Where there is nothing the head stays short.
    return rows[0]?.n || null
  },
})

/** What the money officer sees first, what nobody claimed; and who audits: what the records point out, deferrals that run, accounts just changed. */
export const moneyCounts: readonly DeskCount[] = [
  countOf(
    lines,
    { unclaimed: true },
    {
      title: label('未认领到账', 'Unclaimed money'),
      may: 'funds.claim',
      order: 45,
      tone: 'due',
      href: '/funds?view=unclaimed',
    },
  ),
  countOf(
    auditAlarms,
    {},
    {
      title: label('案款审计提示', 'Audit alarms'),
      may: 'funds.audit',
      order: 81,
      tone: 'due',
      href: '/funds/audit?view=alarms',
    },
  ),
  countOf(
    deferrals,
    { open: true },
    {
      title: label('延缓发放', 'Deferrals'),
      may: 'funds.audit',
      order: 82,
      tone: 'plain',
      href: '/funds/due?view=asked',
    },
  ),
  countOf(
    payees,
    { state: 'cooling' },
    {
      title: label('收款账户新变更', 'Accounts just changed'),
      may: 'funds.audit',
      order: 83,
      tone: 'plain',
      href: '/funds/payees?view=cooling',
    },
  ),
]

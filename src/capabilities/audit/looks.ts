import type { DeskCount } from '#capabilities/desk'
import { sql } from 'kysely'
import { mayInCourt } from '#kernel/occasion.ts'
import { label } from '#kernel/values/labels.ts'
import { accessLog } from './queries/access-log.ts'

/** How often personal data was opened since yesterday; the page lists who opened whose, and what for. */
export const looks: DeskCount = {
  id: 'audit.looks',
  title: label('昨日以来查看个人信息', 'Personal data opened'),
  order: 80,
  tone: 'plain',
  href: '/audit?view=access&days=1',
  count: async (tx, occasion) => {
    if (!mayInCourt(occasion.actor, 'audit.read')) return null
    const listed = accessLog.rows(tx.db, { days: 1 }, occasion, tx.platform.registry)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${listed} as listed`.execute(tx.db)
    return rows[0]?.n ?? 0
  },
}

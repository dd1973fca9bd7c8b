import { z } from 'zod'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { DeskApprovals, DeskCounts, Notices } from '../contract.ts'
import { useDesk } from '../permissions.ts'

/** 超期、今日到期、本周到期、在办: figures of the head, each opening its records. */
export const counts = reading({
  name: 'desk.counts',
  title: label('工作台计数', 'Figures of the desk'),
  may: useDesk,
  reach: 'anyone',
  input: z.object({}),
  output: DeskCounts,
  read: async (tx, _input, occasion) => {
    const found: DeskCounts = []
    const declared = tx.platform.registry.gather('deskCounts').toSorted((a, b) => a.order - b.order)
    for (const { id, title, tone, href, count } of declared) {
      const counted = await count(tx, occasion)
      if (counted !== null) found.push({ id, title, tone, href, count: counted })
    }
    return found
  },
})

/** 待我审批, oldest first, of whatever room. */
export const approvals = reading({
  name: 'desk.approvals',
  title: label('待我审批', 'Waiting for me'),
  may: useDesk,
  reach: 'anyone',
  input: z.object({}),
  output: DeskApprovals,
  read: async (tx, _input, occasion) => {
    const found: z.output<typeof DeskApprovals> = []
    for (const source of tx.platform.registry.gather('approvals')) found.push(...(await source(tx, occasion)))
    return found.toSorted((a, b) => (a.at < b.at ? -1 : 1))
  },
})

const mostNotices = 100

/** 昨日以来: what others did in this person's records. */
export const notices = reading({
  name: 'desk.notices',
  title: label('消息', 'Messages'),
  may: useDesk,
  reach: 'anyone',
  input: z.object({ days: z.int().min(1).max(31).default(2) }),
  output: Notices,
  read: async (tx, { days }, occasion) => {
    const since = occasion.now.subtract({ hours: 24 * days })
    const seen = await tx.db
      .selectFrom('desk_seen')
      .select('seen_at')
      .where('staff_id', '=', occasion.actor.id)
      .executeTakeFirst()
    const seenAt = seen ? Temporal.Instant.from(seen.seen_at) : since
    const found: Notices['rows'] = []
    for (const source of tx.platform.registry.gather('notices')) {
      const told = await source(tx, since, mostNotices, occasion)
      found.push(...told.map((notice) => ({ ...notice, unread: isAfter(notice.at, seenAt) })))
    }
    const rows = found.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at)).slice(0, mostNotices)
    return { rows, unread: rows.filter(({ unread }) => unread).length }
  },
})

const isAfter = (at: string, moment: Temporal.Instant): boolean => Temporal.Instant.compare(at, moment) > 0

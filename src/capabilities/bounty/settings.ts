import { z } from 'zod'
import { setting, settingValue } from '#capabilities/operations'
import type { Days } from '#capabilities/report'
import type { Tx } from '#kernel/database/transaction.ts'
import { day } from '#kernel/values/dates.ts'
import { label } from '#kernel/values/labels.ts'

/** The day from which the bounty is counted; it crosses calendar years. */
export const countedFrom = setting({
  key: 'bounty.counted-from',
  title: label('悬赏统计起始日', 'Bounty counted from'),
  hint: label('执行悬赏办法施行之日。不设的，从第一期公告算起。', 'Without it, the first issue on record.'),
  schema: z.iso.date().nullable(),
  fallback: null,
})

export async function startOf(tx: Tx): Promise<Temporal.PlainDate | null> {
  const set = await settingValue(tx, countedFrom)
  if (set !== null) return day(set)
  const { rows } = await tx.client.query<{ first: string | null }>(
    'select min(published_on)::text as first from bounty_posting_counted',
  )
  const first = rows[0]?.first ?? null
  return first === null ? null : day(first)
}

/** The days of the bounty's figures: from its own start to the end of the report. */
export async function ownDays(tx: Tx, { until }: Pick<Days, 'until'>): Promise<Days | null> {
  const from = await startOf(tx)
  return from === null ? null : { from, until }
}

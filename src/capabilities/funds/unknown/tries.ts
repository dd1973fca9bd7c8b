import { z } from 'zod'
import { reading } from '#kernel/query.ts'
import { label } from '#kernel/values/labels.ts'
import { LineTries } from './contract.ts'

/** 查找经过: what was done to find out whose a sum is, the latest first. */
export const lineTries = reading({
  name: 'funds.line-tries',
  title: label('不明款查找经过', 'What was tried for unknown money'),
  may: 'funds.claim',
  input: z.object({ bankLineId: z.uuid() }),
  output: LineTries,
  read: async (tx, { bankLineId }) => {
    const { rows } = await tx.client.query<z.input<typeof LineTries>['tries'][number]>(
      `select t.try_id as "tryId", t.how, t.said, t.next_on::text as "nextOn", t.until_on::text as "untilOn",
              t.tried_on::text as "triedOn", coalesce(n.name, t.tried_by) as "triedBy"
       from funds_line_try t
       left join identity_staff_name n on n.court_id = t.court_id and n.staff_id::text = t.tried_by
       where t.bank_line_id = $1 order by t.tried_at desc, t.try_id desc limit 100`,
      [bankLineId],
    )
    return { tries: rows }
  },
})

import { z } from 'zod'
import { setting } from '#capabilities/operations'
import { label } from '#kernel/values/labels.ts'

export const coolingHours = setting({
  key: 'funds.payee-cooling-hours',
  title: label('收款账户变更冷静期（小时）', 'Cooling time after a payee account changed (hours)'),
  hint: label('变更后的账户在复核后多久可以用于发放。', 'How long a changed account waits after its confirmation.'),
  schema: z.int().min(0).max(720),
  fallback: 24,
})
export const secondThreshold = setting({
  key: 'funds.second-approval-above',
  title: label('须院领导批准的发放金额（元）', 'Payouts above this need the president (yuan)'),
  hint: label('超过这个金额的发放，局长批准后还须院领导批准。', 'Above it the president approves as well.'),
  schema: z.int().min(0).max(1_000_000_000),
  fallback: 200_000,
})
export const payoutDaysSet = setting({
  key: 'funds.payout-days',
  title: label('案款发放法定期限（天）', 'Lawful time for payout (days)'),
  hint: label(
    '自收到财务到账通知起算；法定为 30 天，可以从严。',
    'From the notice of arrival; 30 by law, a court may be stricter.',
  ),
  schema: z.int().min(1).max(30),
  fallback: 30,
})
export const ownPayoutDays = setting({
  key: 'funds.payout-own-days',
  title: label('案款发放本院期限（工作日）', 'The court’s own time for payout (working days)'),
  hint: label('本院自定的更短期限，与法定期限并列显示。', 'Shown beside the lawful one.'),
  schema: z.int().min(1).max(30),
  fallback: 5,
})
export const strictAfterDeferral = setting({
  key: 'funds.payout-after-deferral-strict',
  title: label('延缓事由消失后从严计算', 'Strict reading after a deferral'),
  hint: label(
    '1：事由消失后十日内必须发放，即使三十日未满；0：取两者中较晚的一天。',
    '1: ten days after the ground is gone, even inside the thirty.',
  ),
  schema: z.int().min(0).max(1),
  fallback: 0,
})
export const claimDays = setting({
  key: 'funds.claim-days',
  title: label('案款认领期限（工作日）', 'Time for claiming (working days)'),
  hint: label('到账后多少个工作日内应当认领。', 'Working days after arrival.'),
  schema: z.int().min(1).max(30),
  fallback: 3,
})
export const attemptsBeforeDeposit = setting({
  key: 'funds.attempts-before-deposit',
  title: label('提存、上缴前联系次数', 'Attempts before money is put aside'),
  hint: label('至少在这么多个不同的日子联系过收款人，才可以提存或者上缴。', 'On so many different days.'),
  schema: z.int().min(1).max(10),
  fallback: 2,
})
export const payoutSettings = [
  coolingHours,
  secondThreshold,
  payoutDaysSet,
  ownPayoutDays,
  strictAfterDeferral,
  claimDays,
  attemptsBeforeDeposit,
] as const

import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'

export const listIsFrozen = (campaign: string, on: string) =>
  refuse({
    type: '/problems/campaigns/list-is-frozen',
    status: 409,
    title: label('名单已冻结', 'The list is frozen'),
    detail: label(
      `“${campaign}”的案件名单已于 ${on} 冻结，不再增加案件。请核对入池日期，或列入下一次行动。`,
      `The list was frozen on ${on}. Check the day, or take the case into the next campaign.`,
    ),
    parameters: { on },
  })

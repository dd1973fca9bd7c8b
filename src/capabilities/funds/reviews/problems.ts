import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'

export const nothingToReview = () =>
  refuse({
    type: '/problems/funds/no-claim-review',
    status: 409,
    title: label('没有待复核的认领', 'Nothing to look at again'),
    detail: label('这笔认领没有待复核的疑点，或者已经复核。请刷新。', 'No doubt waits on this claim.'),
  })

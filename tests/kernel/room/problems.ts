import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'

export const noSuchClaim = () =>
  refuse({
    type: '/problems/trial/no-such-claim',
    status: 404,
    title: label('没有这件事项', 'No such claim'),
    detail: label('没有找到这件事项。请核对编号。', 'No such claim.'),
  })

export const claimClosed = () =>
  refuse({
    type: '/problems/trial/claim-closed',
    status: 409,
    title: label('事项已结束', 'Claim closed'),
    detail: label('已结束的事项不能再改。请另立一件。', 'A closed claim stays as it is.'),
    rule: 'trial.closed-stays',
  })

export const mustGrow = () =>
  refuse({
    type: '/problems/trial/must-grow',
    status: 422,
    title: label('金额须增加', 'Must grow'),
    detail: label('新的金额须大于现在的金额。请核对。', 'The new amount must be larger.'),
    pointers: [{ pointer: '/amountFen', detail: '须大于现在的金额' }],
  })

export const titleTaken = () =>
  refuse({
    type: '/problems/trial/title-taken',
    status: 409,
    title: label('名称已用', 'Title taken'),
    detail: label('已有同名事项。请换一个名称。', 'A claim of this title exists.'),
  })

import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'

const settingsPage = { title: label('去设置', 'Settings'), href: '/settings' }

export const prefixNotSet = () =>
  refuse({
    type: '/problems/funds/virtual-prefix-not-set',
    status: 409,
    title: label('还没有设置账号前缀', 'No prefix set'),
    detail: label(
      '本院还没有设置案款专用账号的前缀、户名和开户行。请先设置，或者填写银行给出的账号。',
      'Set prefix, holder and bank first, or enter the number the bank gave.',
    ),
    rule: 'funds.account',
    remedy: settingsPage,
  })

export const seriesUsedUp = () =>
  refuse({
    type: '/problems/funds/virtual-series-used-up',
    status: 409,
    title: label('号段已用完', 'Series used up'),
    detail: label(
      '这个前缀下的账号已经用完。请与银行约定新的前缀或者增加位数后再设置。',
      'All numbers under this prefix are given. Agree on a new prefix or more digits.',
    ),
    remedy: settingsPage,
  })

export const alreadyGiven = (number: string) =>
  refuse({
    type: '/problems/funds/virtual-already-given',
    status: 409,
    title: label('已有专用账号', 'There is a number'),
    detail: label(`已经有专用账号 ${number}。一经编号不再更换。`, `The number is ${number}; once given it stays.`),
    rule: 'funds.account',
  })

export const numberTaken = () =>
  refuse({
    type: '/problems/funds/virtual-number-taken',
    status: 409,
    title: label('账号已被使用', 'Number taken'),
    detail: label(
      '这个账号已经给了另一件案件。请核对银行给出的账号。',
      'Another case has this number. Check what the bank gave.',
    ),
    pointers: [{ pointer: '/number', detail: '已给另一件案件' }],
  })

export const notADebtorOfTheCase = () =>
  refuse({
    type: '/problems/funds/virtual-not-a-debtor',
    status: 422,
    title: label('不是本案被执行人', 'Not a debtor of the case'),
    detail: label(
      '选的人不是本案被执行人。请从本案被执行人中选择。',
      'The person is no debtor of this case. Choose one of its debtors.',
    ),
    pointers: [{ pointer: '/partyId', detail: '不是本案被执行人' }],
  })

import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'

export const noSuchCase = () =>
  refuse({
    type: '/problems/cases/no-such-case',
    status: 404,
    title: label('没有这个案件', 'No such case'),
    detail: label('本院没有这个案件。请核对案号。', 'There is no such case in this court. Check the number.'),
  })

export const numberTaken = () =>
  refuse({
    type: '/problems/cases/number-taken',
    status: 409,
    title: label('本案号已登记', 'Number already on record'),
    detail: label(
      '同一案号只能登记一次。请打开已登记的案件核对。',
      'A case number is recorded once. Open the existing case.',
    ),
    remedy: { title: label('查找该案', 'Find that case'), href: '/cases' },
  })

export const caseIsClosed = (closedOn: Temporal.PlainDate) =>
  refuse({
    type: '/problems/cases/already-closed',
    status: 409,
    title: label('本案已结', 'Case already closed'),
    detail: label(
      `本案已于 ${closedOn.toString()} 结案。需要继续时申请恢复执行。`,
      `Closed on ${closedOn.toString()}.`,
    ),
    parameters: { closedOn: closedOn.toString() },
  })

export const beforeFiling = (filedOn: Temporal.PlainDate) =>
  refuse({
    type: '/problems/cases/before-filing',
    status: 422,
    title: label('日期早于立案', 'Before filing'),
    detail: label(`本案 ${filedOn.toString()} 立案，不能早于这一天。`, `The case was filed on ${filedOn.toString()}.`),
    pointers: [{ pointer: '/occurredOn', detail: `不能早于立案日期 ${filedOn.toString()}` }],
  })

export const inTheFuture = (latest: Temporal.PlainDate) =>
  refuse({
    type: '/problems/cases/in-the-future',
    status: 422,
    title: label('日期在将来', 'In the future'),
    detail: label(`日期不能晚于今天 ${latest.toString()}。`, `The date cannot be after ${latest.toString()}.`),
    pointers: [{ pointer: '/occurredOn', detail: `不能晚于 ${latest.toString()}` }],
  })

export const linkUnreadable = (index: number) =>
  refuse({
    type: '/problems/cases/link-unreadable',
    status: 422,
    title: label('关联案号读不出来', 'Linked number not readable'),
    detail: label('关联案号格式不对，应如（2024）川1123执12号。', 'A linked case number is not well formed.'),
    pointers: [{ pointer: `/links/${index}/number`, detail: '案号格式不对' }],
  })

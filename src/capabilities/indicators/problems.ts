import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'

export const periodBackwards = () =>
  refuse({
    type: '/problems/indicators/period-backwards',
    status: 422,
    title: label('期间起止颠倒', 'Period runs backwards'),
    detail: label('起始日期不能晚于截止日期。', 'The first day cannot come after the last.'),
    pointers: [{ pointer: '/to', detail: '不能早于起始日期' }],
  })

export const periodTooLong = (months: number) =>
  refuse({
    type: '/problems/indicators/period-too-long',
    status: 422,
    title: label('期间过长', 'Period too long'),
    detail: label(`走势一次最多看 ${months} 个月，请缩短期间。`, `A course shows at most ${months} months.`),
    parameters: { months },
    pointers: [{ pointer: '/from', detail: `不能早于截止日期之前 ${months} 个月` }],
  })

export const noSuchIndicator = (id: string) =>
  refuse({
    type: '/problems/indicators/no-such-indicator',
    status: 404,
    title: label('没有这个指标', 'No such indicator'),
    detail: label(`没有编号为 ${id} 的指标，或者它还没有记录来源。`, `No indicator ${id}.`),
    parameters: { id },
  })

export const monthNotOver = (month: string) =>
  refuse({
    type: '/problems/indicators/month-not-over',
    status: 422,
    title: label('月份尚未结束', 'Month not over'),
    detail: label(`${month} 还没有过完，月末之后才能固定。`, `${month} is not over yet.`),
    pointers: [{ pointer: '/month', detail: '须为已经过完的月份' }],
  })

export const alreadyFrozen = (month: string) =>
  refuse({
    type: '/problems/indicators/already-frozen',
    status: 409,
    title: label('本月数字已固定', 'Month already frozen'),
    detail: label(
      `${month} 的数字已经固定为首次公布值，不再改动；以后的更正在旁边显示。`,
      `${month} is frozen; corrections show beside it.`,
    ),
    parameters: { month },
  })

export const nothingImported = () =>
  refuse({
    type: '/problems/indicators/nothing-imported',
    status: 404,
    title: label('这个期间没有导入通报', 'Nothing imported for this period'),
    detail: label('先导入上级法院的对比表，再注明是谁、何时、在哪里公布的。', 'Import the table first.'),
    remedy: { title: label('导入', 'Import'), href: '/import' },
  })

export const publishedAhead = (latest: Temporal.PlainDate) =>
  refuse({
    type: '/problems/indicators/published-ahead',
    status: 422,
    title: label('公布日期在将来', 'Published in the future'),
    detail: label(`公布日期不能晚于今天 ${latest.toString()}。`, `Not after ${latest.toString()}.`),
    pointers: [{ pointer: '/publishedOn', detail: `不能晚于 ${latest.toString()}` }],
  })

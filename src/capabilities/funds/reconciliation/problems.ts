import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'
import type { Difference } from './day-end.ts'

export const dayAlreadyClosed = (day: string) =>
  refuse({
    type: '/problems/funds/day-already-closed',
    status: 409,
    title: label('该日已经结账', 'That day is closed'),
    detail: label(`${day} 或之后的一天已经结账，不能再结。`, `${day}, or a day after it, is closed.`),
  })

export const dayNotOver = (day: string) =>
  refuse({
    type: '/problems/funds/day-not-over',
    status: 422,
    title: label('这一天还没有到', 'That day has not come'),
    detail: label(`${day} 还没有到，请到当日再结账。`, `${day} has not come yet.`),
  })

export const differencesOpen = (open: readonly Difference[]) =>
  refuse({
    type: '/problems/funds/differences-open',
    status: 422,
    title: label('差额没有逐笔说明', 'Differences are not explained'),
    detail: label(
      `还有 ${open.length} 笔差额没有说明：${open
        .slice(0, 5)
        .map(({ text }) => text)
        .join('；')}。请逐笔说明后再结账。`,
      `${open.length} differences are not explained yet.`,
    ),
    rule: 'funds.account',
  })

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

const mostNamed = 5

/** 日终差额未说明，次日不放款. */
export const dayBeforeOpen = (day: string, open: readonly Difference[]) =>
  refuse({
    type: '/problems/funds/day-before-open',
    status: 409,
    title: label('前一日账目不平', 'The day before does not balance'),
    detail: label(
      `${day} 日终还有 ${open.length} 笔差额没有说明：${open
        .slice(0, mostNamed)
        .map(({ text }) => text)
        .join('；')}。请在对账页逐笔说明后再付款。`,
      `${open.length} differences of ${day} are not explained; no money is released until each one is.`,
    ),
    rule: 'funds.account',
    remedy: { title: label('去对账', 'Reconcile'), href: `/funds/reconcile?day=${day}` },
  })

export const noSuchDifference = (day: string) =>
  refuse({
    type: '/problems/funds/no-such-difference',
    status: 404,
    title: label('没有这笔差额', 'No such difference'),
    detail: label(
      `${day} 日终没有这笔差额，可能已经核清。请刷新。`,
      `The day-end of ${day} does not show it any more.`,
    ),
  })

export const differenceExplained = () =>
  refuse({
    type: '/problems/funds/difference-explained',
    status: 409,
    title: label('已经说明', 'Explained already'),
    detail: label('这笔差额已经有说明，金额变化后才能再写。', 'It is explained for this amount already.'),
  })

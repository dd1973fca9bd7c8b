import { refuse } from '#kernel/problem.ts'
import { label } from '#kernel/values/labels.ts'

export const noSuchReport = () =>
  refuse({
    type: '/problems/report/no-such-report',
    status: 404,
    title: label('没有这份报告', 'No such report'),
    detail: label('本院没有这份报告，可能已换了地址。请从报告列表打开。', 'There is no such report in this court.'),
    remedy: { title: label('报告列表', 'Reports'), href: '/report' },
  })

export const periodBackwards = () =>
  refuse({
    type: '/problems/report/period-backwards',
    status: 422,
    title: label('期间起止颠倒', 'Period runs backwards'),
    detail: label('起始日期不能晚于截止日期。', 'The first day cannot come after the last.'),
    pointers: [{ pointer: '/to', detail: '不能早于起始日期' }],
  })

export const draftedAlready = () =>
  refuse({
    type: '/problems/report/drafted-already',
    status: 409,
    title: label('这个期间已有初稿', 'A draft exists'),
    detail: label(
      '同一期间同时只有一份初稿。请打开已有的初稿继续。',
      'One open draft per period. Open the existing one.',
    ),
    remedy: { title: label('报告列表', 'Reports'), href: '/report' },
  })

export const alreadyFinal = () =>
  refuse({
    type: '/problems/report/already-final',
    status: 409,
    title: label('报告已定稿', 'Report is final'),
    detail: label('定稿之后不再改动。需要更正时另起一稿。', 'A final report is not changed. Draft another.'),
  })

export const noSuchSentence = () =>
  refuse({
    type: '/problems/report/no-such-sentence',
    status: 404,
    title: label('报告里没有这一句', 'No such sentence'),
    detail: label('这份报告里没有这一句，请刷新页面。', 'Reload the page.'),
    pointers: [{ pointer: '/sentenceId', detail: '不在这份报告里' }],
  })

export const noSuchFigure = () =>
  refuse({
    type: '/problems/report/no-such-figure',
    status: 404,
    title: label('报告里没有这个数字', 'No such figure'),
    detail: label('这份报告里没有这个数字，请刷新页面。', 'Reload the page.'),
    pointers: [{ pointer: '/figureId', detail: '不在这份报告里' }],
  })

export const unknownSlot = (slots: readonly string[]) =>
  refuse({
    type: '/problems/report/unknown-figure-in-text',
    status: 422,
    title: label('引用了没有的数字', 'Unknown figure in the text'),
    detail: label(`没有这些数字：${slots.join('、')}。请从右侧选取。`, `Unknown figures: ${slots.join(', ')}.`),
    pointers: [{ pointer: '/body', detail: `没有 ${slots.join('、')}` }],
  })

export const notReady = (sentences: number, figures: number) =>
  refuse({
    type: '/problems/report/not-ready',
    status: 409,
    title: label('还不能定稿', 'Not ready to be final'),
    detail: label(
      `还有 ${sentences} 处没有依据、${figures} 个数字有变。请逐处绑定、改写或签认，有变的更新或保留并注明。`,
      `${sentences} passages without support and ${figures} changed figures are open.`,
    ),
    parameters: { sentences, figures },
    remedy: { title: label('处理未绑定', 'Settle what is unbound') },
  })
